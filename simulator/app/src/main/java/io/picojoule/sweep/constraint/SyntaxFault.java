package io.picojoule.sweep.constraint;

/** Ends the reading of an expression; {@link Constraint} makes a problem of it. */
final class SyntaxFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int at;
    private final String found;
    private final String wanted;
    private final String example;

    /** What was found at a place from 0. */
    SyntaxFault(int at, String found, String wanted, String example) {
        super(found, null, false, false);
        this.at = at;
        this.found = found;
        this.wanted = wanted;
        this.example = example;
    }

    String found() {
        return "at character " + (at + 1) + ", " + found;
    }

    String wanted() {
        return wanted;
    }

    String example() {
        return example;
    }
}
