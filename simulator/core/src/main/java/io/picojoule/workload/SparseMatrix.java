package io.picojoule.workload;

import java.util.Arrays;
import java.util.Objects;

/**
 * A matrix of which only what is not zero is kept, row by row (compressed sparse row). Immutable: nobody writes to its arrays.
 *
 * @param rowStarts where each row begins in the two arrays below, and where the last one ends: {@code rows + 1} of them
 * @param columnIndices the column of each entry, rising within a row
 * @param values of the entries, none of them 0
 */
public record SparseMatrix(int rows, int columns, int[] rowStarts, int[] columnIndices, int[] values) {
    private static final int LOW_BITS = 16;

    public SparseMatrix {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "SparseMatrix: rows and columns must be positive, not " + rows + " x " + columns);
        }
        if (rowStarts.length != rows + 1
                || rowStarts[0] != 0
                || rowStarts[rows] != values.length
                || columnIndices.length != values.length) {
            throw new IllegalArgumentException("SparseMatrix: the arrays of a matrix of " + rows + " rows and "
                    + values.length + " entries do not fit each other");
        }
    }

    /** What a dense matrix holds, {@code [rows][columns]} row-major. */
    public static SparseMatrix of(int rows, int columns, int[] rowMajorDense) {
        if (rowMajorDense.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "SparseMatrix: " + rowMajorDense.length + " values are no matrix of " + rows + " x " + columns);
        }
        int[] starts = new int[rows + 1];
        int entries = Math.toIntExact(
                Arrays.stream(rowMajorDense).filter(value -> value != 0).count());
        int[] indices = new int[entries];
        int[] values = new int[entries];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int value = rowMajorDense[row * columns + column];
                if (value != 0) {
                    indices[next] = column;
                    values[next++] = value;
                }
            }
            starts[row + 1] = next;
        }
        return new SparseMatrix(rows, columns, starts, indices, values);
    }

    /**
     * All places, row-major.
     *
     * @throws ArithmeticException if there are more than an array holds
     */
    public int[] toDense() {
        int[] dense = new int[Math.toIntExact(places())];
        for (int row = 0; row < rows; row++) {
            for (int entry = rowStarts[row]; entry < rowStarts[row + 1]; entry++) {
                dense[row * columns + columnIndices[entry]] = values[entry];
            }
        }
        return dense;
    }

    /** Of rows and columns, zeros included. */
    public long places() {
        return (long) rows * columns;
    }

    public long nonZeros() {
        return values.length;
    }

    /** The {@code count} entries of the largest magnitudes, or all if there are no more; of equal ones, those that come first. */
    public SparseMatrix largest(int count) {
        if (count >= values.length) {
            return this;
        }
        int threshold = smallestOfLargest(count);
        int atThreshold = count;
        for (int value : values) {
            atThreshold -= Math.abs(value) > threshold ? 1 : 0;
        }
        int[] starts = new int[rows + 1];
        int[] indices = new int[count];
        int[] kept = new int[count];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int entry = rowStarts[row]; entry < rowStarts[row + 1]; entry++) {
                int magnitude = Math.abs(values[entry]);
                if (magnitude > threshold || (magnitude == threshold && atThreshold-- > 0)) {
                    indices[next] = columnIndices[entry];
                    kept[next++] = values[entry];
                }
            }
            starts[row + 1] = next;
        }
        return new SparseMatrix(rows, columns, starts, indices, kept);
    }

    /** The magnitude of rank {@code count}: by counting the upper halves of all, then the lower halves of those that share its upper. */
    private int smallestOfLargest(int count) {
        int[] uppers = new int[1 << (Integer.SIZE - 1 - LOW_BITS)];
        for (int value : values) {
            uppers[Math.abs(value) >>> LOW_BITS]++;
        }
        int upper = uppers.length - 1;
        int above = 0;
        while (upper > 0 && above + uppers[upper] < count) {
            above += uppers[upper--];
        }
        int[] lowers = new int[1 << LOW_BITS];
        for (int value : values) {
            if (Math.abs(value) >>> LOW_BITS == upper) {
                lowers[Math.abs(value) & (lowers.length - 1)]++;
            }
        }
        int lower = lowers.length - 1;
        while (lower > 0 && above + lowers[lower] < count) {
            above += lowers[lower--];
        }
        return upper << LOW_BITS | lower;
    }

    /**
     * The same in words of {@code bits}, two's complement: scaled by one factor, so that the largest magnitude becomes the largest word, and
     * rounded half to even, but never to zero. What an entry is stays an entry.
     */
    public SparseMatrix toWords(int bits) {
        if (bits < 2 || bits > Integer.SIZE) {
            throw new IllegalArgumentException("SparseMatrix: words of 2 to 32 bit are wanted, not " + bits);
        }
        double largest = 0;
        for (int value : values) {
            largest = Math.max(largest, Math.abs((double) value));
        }
        double scale = (Math.scalb(1.0, bits - 1) - 1) / largest;
        int[] words = new int[values.length];
        for (int entry = 0; entry < words.length; entry++) {
            int word = (int) Math.rint(values[entry] * scale);
            words[entry] = word == 0 ? Integer.signum(values[entry]) : word;
        }
        return new SparseMatrix(rows, columns, rowStarts, columnIndices, words);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(rowStarts, that.rowStarts)
                && Arrays.equals(columnIndices, that.columnIndices)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                rows, columns, Arrays.hashCode(rowStarts), Arrays.hashCode(columnIndices), Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return "SparseMatrix of " + rows + " x " + columns + " with " + values.length + " entries";
    }
}
