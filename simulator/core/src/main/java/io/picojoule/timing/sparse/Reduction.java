package io.picojoule.timing.sparse;

/** Adding up what every element has of the outputs, through a tree of adders: one output a cycle, and a cycle a level of the tree. */
public final class Reduction {
    private Reduction() {}

    public static int cycles(int elements, int outputs) {
        return elements == 1 ? 0 : outputs + Integer.SIZE - Integer.numberOfLeadingZeros(elements - 1);
    }
}
