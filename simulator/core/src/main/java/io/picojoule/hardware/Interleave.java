package io.picojoule.hardware;

/** How a matrix is dealt to the processing elements of a sparse engine (EIE, ISCA 2016, section VII.A). */
public enum Interleave {
    /** Row {@code i} to element {@code i mod N}: every activation goes to all elements, each output is one element's own. */
    ROWS("rows"),
    /** Column {@code j} to element {@code j mod N}: activations stay where they are, and the elements' partial outputs are added up at the end. */
    COLUMNS("columns");

    private final String key;

    Interleave(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
