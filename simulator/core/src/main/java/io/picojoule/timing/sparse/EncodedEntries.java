package io.picojoule.timing.sparse;

import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.workload.SparseMatrix;

/** What the SRAMs of every element hold of a part of the matrix: the entries behind the counts of an {@link EncodedMatrix}. */
public final class EncodedEntries {
    private final SparseEngine machine;
    private final EncodedMatrix matrix;
    private final int[][] pointers;
    private final byte[][] runs;
    private final byte[][] codes;
    private final int[] placed;
    private final int[] next;

    private EncodedEntries(SparseEngine machine, EncodedMatrix matrix) {
        int elements = machine.processingElements();
        this.machine = machine;
        this.matrix = matrix;
        this.pointers = new int[elements][matrix.columns() + 1];
        this.runs = new byte[elements][];
        this.codes = new byte[elements][];
        this.placed = new int[matrix.columns() * matrix.lanes()];
        this.next = new int[placed.length];
        for (int element = 0; element < elements; element++) {
            runs[element] = new byte[matrix.entriesOfElement()[element]];
            codes[element] = new byte[runs[element].length];
        }
        for (int column = 0; column < matrix.columns(); column++) {
            for (int element = 0; element < elements; element++) {
                pointers[element][column + 1] = pointers[element][column];
            }
            for (int lane = 0; lane < matrix.lanes(); lane++) {
                pointers[matrix.element(column, lane)][column + 1] += matrix.entries()[column * matrix.lanes() + lane];
            }
        }
    }

    /** The entries of a part of the job's matrix, with the codes of this book. */
    public static EncodedEntries of(SparseJob job, SparseJob.Part part, Codebook book) {
        EncodedEntries entries = new EncodedEntries(job.machine(), part.matrix());
        SparseMatrix weights = job.weights();
        boolean byRows = job.machine().interleave() == Interleave.ROWS;
        int elements = job.machine().processingElements();
        for (int row = 0; row < part.rows(); row++) {
            int place = byRows ? row / elements : row;
            int lane = byRows ? row % elements : 0;
            int end = weights.rowStarts()[part.firstRow() + row + 1];
            for (int i = weights.rowStarts()[part.firstRow() + row]; i < end; i++) {
                entries.put(weights.columnIndices()[i], lane, place, book.code(i));
            }
            if (job.bias()) {
                entries.put(weights.columns(), lane, place, book.biasCode());
            }
        }
        return entries;
    }

    private void put(int column, int lane, int place, int code) {
        int at = column * matrix.lanes() + lane;
        int longest = (1 << machine.indexBits()) - 1;
        int zeros = place - next[at];
        while (zeros > longest) {
            write(column, lane, at, longest, Codebook.ZERO);
            zeros -= longest + 1;
        }
        write(column, lane, at, zeros, code);
        next[at] = place + 1;
    }

    private void write(int column, int lane, int at, int run, int code) {
        int element = matrix.element(column, lane);
        int position = pointers[element][column] + placed[at]++;
        runs[element][position] = (byte) run;
        codes[element][position] = (byte) code;
    }

    /** Where a column's entries begin in an element; the column after it tells where they end. */
    public int pointer(int element, int column) {
        return pointers[element][column];
    }

    /** Zeros before an entry, among the element's own rows. */
    public int run(int element, int position) {
        return Byte.toUnsignedInt(runs[element][position]);
    }

    /** Place of an entry's weight in the codebook. */
    public int code(int element, int position) {
        return Byte.toUnsignedInt(codes[element][position]);
    }
}
