package io.picojoule.timing.sparse;

import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.workload.SparseMatrix;

/**
 * Deals a matrix to the elements of an engine and compresses it (EIE, ISCA 2016, section III.B): by column, each non-zero with the count of
 * zeros before it among the element's own rows; a run longer than the index counts is broken by padding zeros, each of which stands for one
 * zero itself. The zeros after a column's last non-zero are not stored.
 */
public final class MatrixEncoder {
    private final SparseEngine machine;

    public MatrixEncoder(SparseEngine machine) {
        this.machine = machine;
    }

    /**
     * Encodes rows {@code firstRow} to before {@code firstRow + rows}, row 0 of which is element 0's.
     *
     * @param bias whether a column of non-zeros follows the matrix's own
     */
    public EncodedMatrix encode(SparseMatrix matrix, int firstRow, int rows, boolean bias) {
        return machine.interleave() == Interleave.ROWS
                ? byRows(matrix, firstRow, rows, bias)
                : byColumns(matrix, firstRow, rows, bias);
    }

    private EncodedMatrix byRows(SparseMatrix matrix, int firstRow, int rows, boolean bias) {
        int elements = machine.processingElements();
        int columns = matrix.columns() + (bias ? 1 : 0);
        // By element first: the rows of the matrix are gone through in order, and each is one element's.
        int[] entries = new int[Math.multiplyExact(columns, elements)];
        int[] next = new int[entries.length];
        int[] padding = new int[columns];
        for (int row = 0; row < rows; row++) {
            count(matrix, firstRow + row, row / elements, row % elements * columns, entries, next, padding);
            if (bias) {
                entries[row % elements * columns + matrix.columns()]++;
            }
        }
        return new EncodedMatrix(machine, columns, elements, transposed(entries, elements, columns), padding);
    }

    private EncodedMatrix byColumns(SparseMatrix matrix, int firstRow, int rows, boolean bias) {
        int columns = matrix.columns() + (bias ? 1 : 0);
        int[] entries = new int[columns];
        int[] next = new int[columns];
        int[] padding = new int[columns];
        for (int row = 0; row < rows; row++) {
            count(matrix, firstRow + row, row, 0, entries, next, padding);
            if (bias) {
                entries[matrix.columns()]++;
            }
        }
        return new EncodedMatrix(machine, columns, 1, entries, padding);
    }

    /**
     * Counts the entries of one row.
     *
     * @param place of the row among the element's own
     * @param base where the element's counts begin
     * @param next by column, the place behind the last entry so far
     */
    private void count(SparseMatrix matrix, int row, int place, int base, int[] entries, int[] next, int[] padding) {
        int[] columns = matrix.columnIndices();
        int end = matrix.rowStarts()[row + 1];
        for (int i = matrix.rowStarts()[row]; i < end; i++) {
            int column = columns[i];
            int fillers = place - next[base + column] >> machine.indexBits();
            entries[base + column] += 1 + fillers;
            padding[column] += fillers;
            next[base + column] = place + 1;
        }
    }

    private static int[] transposed(int[] values, int rows, int columns) {
        int[] result = new int[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result[column * rows + row] = values[row * columns + column];
            }
        }
        return result;
    }
}
