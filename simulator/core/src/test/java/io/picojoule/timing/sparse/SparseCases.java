package io.picojoule.timing.sparse;

import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.SparseMatrix;
import io.picojoule.workload.SplitMix;
import io.picojoule.workload.WordWidths;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Engines and layers of any odd size, from a seed and a number. */
final class SparseCases {
    private static final WordWidths WORDS = new WordWidths(16, 16, 16, 16);

    /** @param dense {@code [g*m][c*r*s]} */
    record Case(SparseJob job, LoopNest nest, int[][] dense, int[] input, String description) {}

    private final long seed;

    SparseCases(long seed) {
        this.seed = seed;
    }

    Case make(int number) {
        SplitMix random = SplitMix.named(seed, "sparse case " + number);
        SparseEngine machine = machine(random);
        LoopNest nest = random.nextInt(3) == 0 ? convolution(random) : matrix(random);
        int[][] dense = weights(nest, random);
        int[] input = input(nest, random);
        boolean bias = random.nextInt(4) == 0;
        SparseJob job = SparseJob.of(machine, WORDS, nest, matrixOf(dense), input, bias);
        return new Case(
                job,
                nest,
                dense,
                input,
                "case " + number + " of seed " + seed + ": " + machine + ", " + nest + (bias ? ", bias" : ""));
    }

    static SparseMatrix matrixOf(int[][] dense) {
        int columns = dense[0].length;
        int[] flat = new int[dense.length * columns];
        for (int row = 0; row < dense.length; row++) {
            System.arraycopy(dense[row], 0, flat, row * columns, columns);
        }
        return SparseMatrix.of(dense.length, columns, flat);
    }

    static SparseEngine engine(int elements, int slots, int indexBits, int pipeline, Interleave interleave) {
        return engine(elements, slots, indexBits, 4, 64, 2, 64, pipeline, interleave);
    }

    private static SparseEngine engine(
            int elements,
            int slots,
            int indexBits,
            int codeBits,
            int width,
            int banks,
            int registers,
            int pipeline,
            Interleave interleave) {
        return new SparseEngine(
                new MachineIdentity("engine", "", "", "", OptionalDouble.empty()),
                800_000_000,
                elements,
                slots,
                indexBits,
                codeBits,
                1 << codeBits,
                new SparseEngine.MatrixSram(1 << 20, width),
                new SparseEngine.PointerSram(1 << 20, banks, 16),
                2048,
                registers,
                pipeline,
                interleave,
                WORDS,
                Optional.empty(),
                Set.of(),
                "45nm");
    }

    private static SparseEngine machine(SplitMix random) {
        int indexBits = 1 + random.nextInt(5);
        int codeBits = 1 + random.nextInt(5);
        return engine(
                1 + random.nextInt(9),
                2 + random.nextInt(8),
                indexBits,
                codeBits,
                (indexBits + codeBits) * (1 + random.nextInt(9)) + random.nextInt(2),
                1 + random.nextInt(2),
                1 + random.nextInt(12),
                random.nextInt(9),
                random.nextInt(4) == 0 ? Interleave.COLUMNS : Interleave.ROWS);
    }

    private static LoopNest matrix(SplitMix random) {
        return LoopNest.matrix(1, 1 + random.nextInt(40), 1 + random.nextInt(90));
    }

    private static LoopNest convolution(SplitMix random) {
        int r = 1 + random.nextInt(3);
        int s = 1 + random.nextInt(3);
        int stride = 1 + random.nextInt(2);
        // Some with many vectors, which are counted in another way.
        int most = random.nextInt(4) == 0 ? 7 : 3;
        int p = 1 + random.nextInt(most);
        int q = 1 + random.nextInt(most);
        int pad = random.nextInt(2);
        return new LoopNest(
                1,
                1 + random.nextInt(2),
                1 + random.nextInt(12),
                1 + random.nextInt(4),
                p,
                q,
                r,
                s,
                stride,
                stride,
                1,
                Math.max(1, (p - 1) * stride + r - pad),
                Math.max(1, (q - 1) * stride + s - pad),
                pad,
                pad);
    }

    /** Columns and rows of unequal density, few or many values. */
    private static int[][] weights(LoopNest nest, SplitMix random) {
        int[][] dense = new int[nest.g() * nest.m()][nest.c() * nest.r() * nest.s()];
        double density = random.nextDouble();
        int values = 1 + random.nextInt(40);
        int full = random.nextInt(7);
        for (int[] row : dense) {
            for (int column = 0; column < row.length; column++) {
                double here = column % 7 == full ? 1 : density * density;
                int magnitude = 1 + random.nextInt(values);
                row[column] = random.nextDouble() < here ? (random.nextInt(2) == 0 ? -magnitude : magnitude) : 0;
            }
        }
        return dense;
    }

    private static int[] input(LoopNest nest, SplitMix random) {
        int[] input = new int[(int) nest.inputWords()];
        int zeros = random.nextInt(5);
        for (int place = 0; place < input.length; place++) {
            input[place] = random.nextInt(5) < zeros ? 0 : 1 + random.nextInt(9);
        }
        return input;
    }
}
