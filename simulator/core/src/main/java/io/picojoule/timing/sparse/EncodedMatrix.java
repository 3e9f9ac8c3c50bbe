package io.picojoule.timing.sparse;

import io.picojoule.compression.ColumnEntries;
import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.workload.SparseMatrix;
import java.util.Arrays;

/**
 * Where the entries of a compressed matrix lie: how many each element has of each column, and on which lines of its SRAM. What they are is
 * in {@link EncodedEntries}. Both engines read it.
 *
 * <p>The arrays are {@code [columns][lanes]}, row-major: a lane for every element where all have a part of each column, and one lane where a
 * column is one element's own.
 */
public final class EncodedMatrix {
    /** The first line of a column without entries: no line has this number. */
    public static final int NO_LINE = -1;

    private final int columns;
    private final int lanes;
    private final int elements;
    private final int[] entries;
    private final int[] steps;
    private final int[] firstLines;
    private final int[] lastLines;
    private final int[] nonZeros;
    private final int[] padding;
    private final int[] linesOfElement;
    private final int[] entriesOfElement;

    /**
     * @param entries of each column in each lane, padding included
     * @param padding of each column, in all lanes together
     */
    private EncodedMatrix(SparseEngine machine, int columns, int lanes, int[] entries, int[] padding) {
        this.columns = columns;
        this.lanes = lanes;
        this.elements = machine.processingElements();
        this.entries = entries;
        this.padding = padding;
        this.steps = new int[entries.length];
        this.firstLines = new int[entries.length];
        this.lastLines = new int[entries.length];
        this.nonZeros = new int[columns];
        this.linesOfElement = new int[elements];
        this.entriesOfElement = new int[elements];
        place(machine.entriesPerLine(), machine.pointerSram().cyclesOfAColumn());
    }

    /**
     * Rows {@code firstRow} to before {@code firstRow + rows} of a matrix, dealt to the elements of an engine and compressed; row {@code
     * firstRow} is element 0's.
     *
     * @param bias whether a column of non-zeros follows the matrix's own
     */
    static EncodedMatrix of(SparseEngine machine, SparseMatrix matrix, int firstRow, int rows, boolean bias) {
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

    /** Columns follow one another without gaps; lines are numbered from 1, so that 0 means none. */
    private void place(int entriesPerLine, int pointerCycles) {
        for (int column = 0; column < columns; column++) {
            nonZeros[column] = -padding[column];
            for (int lane = 0; lane < lanes; lane++) {
                int at = column * lanes + lane;
                int element = element(column, lane);
                int count = entries[at];
                int start = entriesOfElement[element];
                entriesOfElement[element] = start + count;
                nonZeros[column] += count;
                steps[at] = Math.max(pointerCycles, count);
                firstLines[at] = count == 0 ? NO_LINE : start / entriesPerLine + 1;
                lastLines[at] = count == 0 ? 0 : (start + count - 1) / entriesPerLine + 1;
            }
        }
        for (int element = 0; element < elements; element++) {
            linesOfElement[element] = (entriesOfElement[element] + entriesPerLine - 1) / entriesPerLine;
        }
    }

    /** Which element a lane of a column belongs to. */
    public int element(int column, int lane) {
        return lanes == 1 ? column % elements : lane;
    }

    public int columns() {
        return columns;
    }

    public int lanes() {
        return lanes;
    }

    /** Entries of each column in each lane. */
    public int[] entries() {
        return entries;
    }

    /** Cycles that each column takes an element: one an entry, and no fewer than its pointers take to read. */
    public int[] steps() {
        return steps;
    }

    /** Number of the line with a column's first entry, from 1; {@link #NO_LINE} if it has none. */
    public int[] firstLines() {
        return firstLines;
    }

    /** Number of the line with a column's last entry; 0 if it has none. */
    public int[] lastLines() {
        return lastLines;
    }

    /** Entries of each column that are no padding, all elements together. */
    public int[] nonZeros() {
        return nonZeros;
    }

    /** Padding zeros of each column, all elements together. */
    public int[] padding() {
        return padding;
    }

    /** Lines of SRAM that the matrix takes in each element. */
    public int[] linesOfElement() {
        return linesOfElement;
    }

    /** Entries of all columns in each element. */
    public int[] entriesOfElement() {
        return entriesOfElement;
    }
}
