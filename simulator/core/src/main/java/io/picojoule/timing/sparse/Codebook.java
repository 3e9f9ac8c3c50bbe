package io.picojoule.timing.sparse;

import io.picojoule.compression.SharedWeights;
import io.picojoule.workload.SparseMatrix;
import java.util.Arrays;

/** The shared weights of a layer: code 0 is the zero of padding, and every other code a weight. */
public final class Codebook {
    /** The code of a padding zero. */
    public static final int ZERO = 0;

    private final long[] weights;
    private final int[] codes;

    private Codebook(long[] weights, int[] codes) {
        this.weights = weights;
        this.codes = codes;
    }

    /** A book with the job's weights; they share its entries where they are more than it holds. */
    public static Codebook of(SparseJob job) {
        int most = job.machine().codebookEntries() - 1;
        SparseMatrix matrix = job.weights();
        int[] distinct = Arrays.stream(matrix.values())
                .distinct()
                .limit(most + 1L)
                .sorted()
                .toArray();
        if (distinct.length <= most) {
            int[] codes = Arrays.stream(matrix.values())
                    .map(value -> Arrays.binarySearch(distinct, value) + 1)
                    .toArray();
            return new Codebook(Arrays.stream(distinct).asLongStream().toArray(), codes);
        }
        SharedWeights shared = SharedWeights.of(matrix, most);
        return new Codebook(
                Arrays.stream(shared.centroids()).mapToLong(Math::round).toArray(),
                shared.codes().values());
    }

    /** The code of an entry of the job's matrix. */
    public int code(int entry) {
        return codes[entry];
    }

    /** The code of every bias: that they are not zero is all that matters of them. */
    public int biasCode() {
        return 1;
    }

    /** The weight of a code. */
    public long weight(int code) {
        return code == ZERO || code > weights.length ? 0 : weights[code - 1];
    }
}
