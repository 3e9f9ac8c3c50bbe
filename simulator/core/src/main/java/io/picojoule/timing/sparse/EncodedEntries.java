package io.picojoule.timing.sparse;

import io.picojoule.compression.ColumnEntries;
import io.picojoule.hardware.SparseEngine;

/** What the SRAMs of every element hold of a part of the matrix: the entries behind the counts of an {@link EncodedMatrix}. */
public final class EncodedEntries {
    private final EncodedMatrix matrix;
    private final int[][] pointers;
    private final byte[][] runs;
    private final byte[][] codes;
    private final int[] placed;

    private EncodedEntries(SparseEngine machine, EncodedMatrix matrix) {
        int elements = machine.processingElements();
        this.matrix = matrix;
        this.pointers = new int[elements][matrix.columns() + 1];
        this.runs = new byte[elements][];
        this.codes = new byte[elements][];
        this.placed = new int[matrix.columns() * matrix.lanes()];
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
        int lanes = part.matrix().lanes();
        ColumnEntries.visit(
                job.weights(),
                part.firstRow(),
                part.rows(),
                lanes,
                job.machine().indexBits(),
                (lane, column, run, index) -> entries.write(
                        column, lane, run, index == ColumnEntries.PADDING ? Codebook.ZERO : book.code(index)));
        for (int row = 0; job.bias() && row < part.rows(); row++) {
            entries.write(job.weights().columns(), row % lanes, 0, book.biasCode());
        }
        return entries;
    }

    private void write(int column, int lane, int run, int code) {
        int element = matrix.element(column, lane);
        int position = pointers[element][column] + placed[column * matrix.lanes() + lane]++;
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
