package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;

/**
 * How many entries a matrix takes in compressed columns whose entries count the zeros before them (Han et al., EIE, ISCA 2016, section III.B):
 * its rows are dealt out, row {@code i} to element {@code i mod N}, and an entry counts zeros among its element's own rows. A run that is
 * longer than the count takes padding zeros, each of which stands for one zero itself; zeros behind a column's last entry take none.
 *
 * @param entries by element and column, {@code [elements][columns]}, padding included
 * @param padding by column, of all elements together
 */
public record ColumnEntries(int[] entries, int[] padding) {
    /** The index that stands for the value of a padding zero. */
    public static final int PADDING = -1;

    /** Takes entries, those of an element's column in their order. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param run zeros before it
         * @param index of its value among the matrix' values, or {@link #PADDING}
         */
        void entry(int element, int column, int run, int index);
    }

    /** Tells every entry that {@link #of} counts. */
    public static void visit(
            SparseMatrix matrix, int firstRow, int rows, int elements, int indexBits, Visitor visitor) {
        int longest = (1 << indexBits) - 1;
        int[] next = new int[Math.multiplyExact(elements, matrix.columns())];
        for (int row = 0; row < rows; row++) {
            int element = row % elements;
            int place = row / elements;
            int end = matrix.rowStarts()[firstRow + row + 1];
            for (int i = matrix.rowStarts()[firstRow + row]; i < end; i++) {
                int column = matrix.columnIndices()[i];
                int at = element * matrix.columns() + column;
                int run = place - next[at];
                for (; run > longest; run -= longest + 1) {
                    visitor.entry(element, column, longest, PADDING);
                }
                visitor.entry(element, column, run, i);
                next[at] = place + 1;
            }
        }
    }

    /**
     * Of rows {@code firstRow} to before {@code firstRow + rows}, the first of which is element 0's.
     *
     * @param indexBits of the count of zeros
     */
    public static ColumnEntries of(SparseMatrix matrix, int firstRow, int rows, int elements, int indexBits) {
        int columns = matrix.columns();
        int[] entries = new int[Math.multiplyExact(elements, columns)];
        int[] next = new int[entries.length];
        int[] padding = new int[columns];
        int[] columnIndices = matrix.columnIndices();
        for (int row = 0; row < rows; row++) {
            int base = row % elements * columns;
            int place = row / elements;
            int end = matrix.rowStarts()[firstRow + row + 1];
            for (int i = matrix.rowStarts()[firstRow + row]; i < end; i++) {
                int column = columnIndices[i];
                int fillers = place - next[base + column] >> indexBits;
                entries[base + column] += 1 + fillers;
                padding[column] += fillers;
                next[base + column] = place + 1;
            }
        }
        return new ColumnEntries(entries, padding);
    }
}
