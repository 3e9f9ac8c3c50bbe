package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;

/** A way to write a matrix of weights down. */
public interface Format {
    /** What tables and files call it. */
    String key();

    /** What {@link #encode} would take, to the bit. It depends on where the entries are and not on what they are. */
    long bits(SparseMatrix matrix);

    /**
     * The matrix as bits.
     *
     * @throws IllegalArgumentException if an entry is wider than this format's values
     */
    Bits encode(SparseMatrix matrix);

    /** What was encoded. */
    SparseMatrix decode(int rows, int columns, Bits bits);
}
