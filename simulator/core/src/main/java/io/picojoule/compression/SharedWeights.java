package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;
import java.util.Arrays;

/**
 * Weights that share a few values, by k-means (Han et al., ICLR 2016, section 3): begun with centroids at equal distances from the smallest
 * weight to the largest, and Lloyd's two steps repeated until nothing moves.
 *
 * <p>In one dimension the clusters of sorted weights are intervals. Their borders are found by binary search and their means by sums of
 * prefixes, so that an iteration takes {@code k log n} steps where a general clusterer takes {@code n k}, and is exact: sums are whole
 * numbers. A weight half-way between two centroids goes to the lower one; a cluster without weights keeps its centroid.
 *
 * @param centroids rising; the code of the first is 1, as 0 is that of a zero
 * @param codes the matrix with codes in the place of weights
 * @param iterations until nothing moved
 */
public record SharedWeights(double[] centroids, SparseMatrix codes, int iterations) {

    /**
     * Shares the weights of a matrix.
     *
     * @param values how many the weights may share
     */
    public static SharedWeights of(SparseMatrix weights, int values) {
        if (values < 1) {
            throw new IllegalArgumentException("SharedWeights: at least one value is wanted, not " + values);
        }
        int[] sorted = weights.values().clone();
        Arrays.parallelSort(sorted);
        if (sorted.length == 0) {
            return new SharedWeights(new double[values], weights, 0);
        }
        double[] centroids = equidistant(sorted[0], sorted[sorted.length - 1], values);
        int iterations = settle(centroids, sorted);
        return new SharedWeights(centroids, coded(weights, centroids), iterations);
    }

    private static double[] equidistant(double first, double last, int count) {
        double[] centroids = new double[count];
        for (int i = 0; i < count; i++) {
            centroids[i] = count == 1 ? first : first + (last - first) * i / (count - 1);
        }
        return centroids;
    }

    private static int settle(double[] centroids, int[] sorted) {
        long[] sums = new long[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            sums[i + 1] = sums[i] + sorted[i];
        }
        int[] borders = new int[centroids.length + 1];
        for (int iteration = 1; ; iteration++) {
            int[] before = borders.clone();
            for (int i = 1; i < centroids.length; i++) {
                borders[i] = countUpTo((centroids[i - 1] + centroids[i]) / 2, sorted);
            }
            borders[centroids.length] = sorted.length;
            if (Arrays.equals(borders, before)) {
                return iteration;
            }
            for (int i = 0; i < centroids.length; i++) {
                int members = borders[i + 1] - borders[i];
                if (members > 0) {
                    centroids[i] = (double) (sums[borders[i + 1]] - sums[borders[i]]) / members;
                }
            }
        }
    }

    /** How many of the sorted values are not above {@code limit}. */
    private static int countUpTo(double limit, int[] sorted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static SparseMatrix coded(SparseMatrix weights, double[] centroids) {
        double[] limits = new double[centroids.length - 1];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = (centroids[i] + centroids[i + 1]) / 2;
        }
        int[] codes = new int[weights.values().length];
        for (int entry = 0; entry < codes.length; entry++) {
            codes[entry] = 1 + limitsBelow(weights.values()[entry], limits);
        }
        return new SparseMatrix(weights.rows(), weights.columns(), weights.rowStarts(), weights.columnIndices(), codes);
    }

    private static int limitsBelow(int value, double[] limits) {
        int low = 0;
        int high = limits.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (limits[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The weights as they are after sharing. */
    public double shared(int code) {
        return centroids[code - 1];
    }
}
