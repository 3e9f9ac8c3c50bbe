package io.picojoule.timing.processor;

import io.picojoule.workload.LoopNest;
import java.util.Optional;

/**
 * The square pieces that images are transformed in, which overlap by what a window spans.
 *
 * @param size of a side: 8, 16 or 32
 * @param tiles of all images of a batch
 */
record SpectrumTiles(int size, long tiles) {
    /** Numbers of a point. */
    static final int COMPLEX = 2;

    private static final int[] SIZES = {8, 16, 32};

    /** The smallest that hold an image with its windows, else the largest; none if a window is larger than these. */
    static Optional<SpectrumTiles> of(LoopNest nest) {
        int whole = Math.max(nest.p() + nest.r(), nest.q() + nest.s()) - 1;
        int size = SIZES[SIZES.length - 1];
        for (int i = SIZES.length - 1; i >= 0; i--) {
            size = SIZES[i] >= whole ? SIZES[i] : size;
        }
        int rows = size - nest.r() + 1;
        int columns = size - nest.s() + 1;
        return rows < 1 || columns < 1
                ? Optional.empty()
                : Optional.of(new SpectrumTiles(
                        size, nest.n() * Convolutions.ceil(nest.p(), rows) * Convolutions.ceil(nest.q(), columns)));
    }

    /** Points of a spectrum that differ: half of them, as what is transformed is real. */
    long points() {
        return (long) size * (size / 2 + 1);
    }

    double words() {
        return (double) points() * COMPLEX;
    }

    /** Of one transform: 2.5 n log2 n additions and multiplications for n real numbers. */
    double operations() {
        int log2 = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size);
        return 2.5 * size * size * 2 * log2;
    }
}
