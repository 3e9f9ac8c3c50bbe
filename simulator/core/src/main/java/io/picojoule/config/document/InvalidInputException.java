package io.picojoule.config.document;

import java.util.List;
import java.util.stream.Collectors;

/** The user's input is wrong. The message is a line for each problem and is meant to be printed as it is. */
public final class InvalidInputException extends RuntimeException {
    private static final int SHOWN = 50;

    private final transient List<Problem> problems;

    public InvalidInputException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public InvalidInputException(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String lines = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
        return problems.size() > SHOWN ? lines + "\n... and " + (problems.size() - SHOWN) + " more" : lines;
    }
}
