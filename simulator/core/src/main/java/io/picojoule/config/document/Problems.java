package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that the user hears of everything at once. Not thread safe: one for each reading. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public int count() {
        return found.size();
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
