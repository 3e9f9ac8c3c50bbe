package io.picojoule.timing.array.fast;

/**
 * The windows that the elements of a pass work through in a step: which of their words take MACs. Elements that see the same words share a
 * window.
 */
interface Windows {
    /** For each word of each window, in the order of MACs: the words up to and including it that take MACs. Another step writes it anew. */
    int[] workedUpTo();

    /** Where the first word of an element's window stands in {@link #workedUpTo}. */
    int firstWord(int row, int column);

    /** Goes on to a step of an image. */
    void moveTo(int step);

    /** Whether the windows of all steps are alike. */
    boolean areAlike();

    /** Words of the windows of an element that take MACs, in all steps so far. */
    long worked(int row, int column);
}
