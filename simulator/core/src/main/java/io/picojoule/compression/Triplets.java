package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;
import java.util.Arrays;

/** Collects the entries of a matrix in any order, each place once. Not thread safe. */
final class Triplets {
    private final int rows;
    private final int columns;
    private long[] places = new long[16];
    private int[] values = new int[16];
    private int count;

    Triplets(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** An entry, or nothing if the value is 0. */
    void add(long row, long column, int value) {
        if (value == 0) {
            return;
        }
        if (count == values.length) {
            places = Arrays.copyOf(places, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        places[count] = row * columns + column;
        values[count++] = value;
    }

    /** The value at a place of the flattened matrix. */
    void add(long place, int value) {
        add(place / columns, place % columns, value);
    }

    SparseMatrix matrix() {
        int[] starts = new int[rows + 1];
        for (int i = 0; i < count; i++) {
            starts[(int) (places[i] / columns) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        long[] sorted = new long[count];
        // A place and its value in one number: columns and values each fit 32 bits.
        for (int i = 0; i < count; i++) {
            int row = (int) (places[i] / columns);
            sorted[next[row]++] = places[i] % columns << Integer.SIZE | Integer.toUnsignedLong(values[i]);
        }
        int[] indices = new int[count];
        int[] kept = new int[count];
        for (int row = 0; row < rows; row++) {
            Arrays.sort(sorted, starts[row], starts[row + 1]);
        }
        for (int i = 0; i < count; i++) {
            indices[i] = (int) (sorted[i] >>> Integer.SIZE);
            kept[i] = (int) sorted[i];
        }
        return new SparseMatrix(rows, columns, starts, indices, kept);
    }
}
