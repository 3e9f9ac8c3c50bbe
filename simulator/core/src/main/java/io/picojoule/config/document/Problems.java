package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that the user hears of everything at once. Not thread safe: one for each reading. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private int reports;

    /** Of several problems with one value only the first is kept: the others follow from it. */
    public void add(Problem problem) {
        reports++;
        for (Problem earlier : found) {
            if (earlier.place().equals(problem.place()) && earlier.path().equals(problem.path())) {
                return;
            }
        }
        found.add(problem);
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
