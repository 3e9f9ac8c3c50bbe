package io.picojoule.timing.sparse.fast;

import io.picojoule.timing.sparse.EncodedMatrix;

/** How many lines of matrix SRAM a run reads, in all elements. Thread safe. */
interface LineReads {
    /** From so many vectors on it pays to look at the lines of the matrix once. */
    int MANY_VECTORS = 16;

    /** @param places of the non-zero activations, ascending; the first {@code size} count */
    int of(int[] places, int size);

    /** The way that suits so many vectors. */
    static LineReads of(EncodedMatrix matrix, int vectors) {
        return vectors < MANY_VECTORS ? (places, size) -> oneByOne(matrix, places, size) : new LineMasks(matrix);
    }

    /** Every line of a column, but for its first if the element still has that. */
    private static int oneByOne(EncodedMatrix matrix, int[] places, int size) {
        int lanes = matrix.lanes();
        int[] line = new int[lanes];
        int reads = 0;
        for (int i = 0; i < size; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = places[i] * lanes + lane;
                if (matrix.entries()[at] > 0) {
                    int last = matrix.lastLines()[at];
                    reads += last - matrix.firstLines()[at] + (matrix.firstLines()[at] == line[lane] ? 0 : 1);
                    line[lane] = last;
                }
            }
        }
        return reads;
    }
}
