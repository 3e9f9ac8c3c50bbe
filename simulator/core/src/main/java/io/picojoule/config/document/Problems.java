package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that the user hears of everything at once. Not thread safe: one for each reading. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final Set<Wrong> values = new HashSet<>();
    private int reports;

    /** A value that something is wrong with. */
    private record Wrong(Place place, String path) {}

    /** Of several problems with one value only the first is kept: the others follow from it. */
    public void add(Problem problem) {
        reports++;
        if (values.add(new Wrong(problem.place(), problem.path()))) {
            found.add(problem);
        }
    }

    /** How often something was reported, kept or not: it tells whether a part of the reading went well. */
    public int count() {
        return reports;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of files and lines. */
    public List<Problem> sorted() {
        return found.stream().sorted().toList();
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @throws InvalidInputException with all problems so far
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(sorted());
        }
    }
}
