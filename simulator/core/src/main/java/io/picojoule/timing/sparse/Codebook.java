package io.picojoule.timing.sparse;

import java.util.Arrays;

/** The shared weights: code 0 is the zero of padding, and every other code a weight. */
public final class Codebook {
    /** The code of a padding zero. */
    public static final int ZERO = 0;

    private final int[] weights;

    private Codebook(int[] weights) {
        this.weights = weights;
    }

    /** A book with the job's weights, shared where they are more than it holds. */
    public static Codebook of(SparseJob job) {
        int[] values = Arrays.stream(job.weights().values()).distinct().sorted().toArray();
        return new Codebook(values);
    }

    /** The code of a weight that is not zero. */
    public int code(int value) {
        return Arrays.binarySearch(weights, value) + 1;
    }

    /** The weight of a code. */
    public int weight(int code) {
        return code == ZERO ? 0 : weights[code - 1];
    }

    /** What a weight that is not zero has become. */
    public int shared(int value) {
        return weight(code(value));
    }
}
