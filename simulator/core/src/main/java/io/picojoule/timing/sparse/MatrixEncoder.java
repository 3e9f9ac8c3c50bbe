package io.picojoule.timing.sparse;

import io.picojoule.compression.ColumnEntries;
import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.workload.SparseMatrix;
import java.util.Arrays;

/** Deals a matrix to the elements of an engine and compresses it: where its entries lie. */
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
        int lanes = machine.interleave() == Interleave.ROWS ? machine.processingElements() : 1;
        ColumnEntries counted = ColumnEntries.of(matrix, firstRow, rows, lanes, machine.indexBits());
        int columns = matrix.columns() + (bias ? 1 : 0);
        int[] entries = new int[Math.multiplyExact(columns, lanes)];
        for (int lane = 0; lane < lanes; lane++) {
            for (int column = 0; column < matrix.columns(); column++) {
                entries[column * lanes + lane] = counted.entries()[lane * matrix.columns() + column];
            }
            if (bias) {
                entries[matrix.columns() * lanes + lane] = (rows - lane + lanes - 1) / lanes;
            }
        }
        return new EncodedMatrix(machine, columns, lanes, entries, Arrays.copyOf(counted.padding(), columns));
    }
}
