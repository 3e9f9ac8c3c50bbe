package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;
import io.picojoule.workload.SplitMix;

/** Matrices of every density, from a seed that a failing test prints. */
final class RandomMatrices {
    static final long SEED = Long.getLong("picojoule.seed", 1);

    private final SplitMix random = new SplitMix(SEED);

    /** One whose values fit so many bits. */
    SparseMatrix next(int bits, boolean signed) {
        int rows = 1 + random.nextInt(20);
        int columns = 1 + random.nextInt(random.nextInt(4) == 0 ? 300 : 20);
        int[] dense = new int[rows * columns];
        // In places some rows are empty, and some full.
        int usual = random.nextInt(101);
        for (int row = 0; row < rows; row++) {
            int percent = random.nextInt(5) == 0 ? random.nextInt(2) * 100 : usual;
            for (int column = 0; column < columns; column++) {
                if (random.nextInt(100) < percent) {
                    dense[row * columns + column] = value(bits, signed);
                }
            }
        }
        return SparseMatrix.of(rows, columns, dense);
    }

    private int value(int bits, boolean signed) {
        long value = random.nextLong() >>> Long.SIZE - bits;
        return (int) (signed ? value - (1L << bits - 1) : value);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
