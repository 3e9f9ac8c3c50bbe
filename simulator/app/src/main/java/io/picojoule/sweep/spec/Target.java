package io.picojoule.sweep.spec;

import io.picojoule.config.document.Assignment;

/** Which document a value of an axis is laid over: what the first word of its path says, as for {@code --set}. */
public enum Target {
    ACCELERATOR("accelerator"),
    WORKLOAD("workload"),
    ENERGY_TABLE("energy-table"),
    RUN("run");

    private final String word;

    Target(String word) {
        this.word = word;
    }

    /** That of a path; the machine where its first word is no document's. */
    public static Target of(Assignment assignment) {
        String first = assignment.steps().get(0).name();
        for (Target target : values()) {
            if (target.word.equals(first)) {
                return target;
            }
        }
        return ACCELERATOR;
    }

    /** Whether the path begins with the word that says so. */
    public boolean isSaidBy(Assignment assignment) {
        return assignment.steps().get(0).name().equals(word);
    }

    /** The path as {@code --set} and {@code where} have it: that of a machine goes without the first word. */
    String word() {
        return word;
    }
}
