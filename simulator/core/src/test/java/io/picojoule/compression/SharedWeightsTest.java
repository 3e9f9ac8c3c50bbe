package io.picojoule.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.workload.PrunedGaussian;
import io.picojoule.workload.SparseMatrix;
import io.picojoule.workload.SplitMix;
import io.picojoule.workload.WeightSpread;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** Are weights shared as plain k-means shares them, and as well as a general clusterer does? */
class SharedWeightsTest {
    private final RandomMatrices matrices = new RandomMatrices();

    /** Lloyd's algorithm weight by weight and centroid by centroid. */
    private static double[] plainKMeans(int[] weights, int count) {
        int first = Arrays.stream(weights).min().orElseThrow();
        int last = Arrays.stream(weights).max().orElseThrow();
        double[] centroids = new double[count];
        for (int i = 0; i < count; i++) {
            centroids[i] = count == 1 ? first : first + ((double) last - first) * i / (count - 1);
        }
        int[] before = new int[0];
        while (true) {
            int[] nearest = Arrays.stream(weights)
                    .map(weight -> nearest(weight, centroids))
                    .toArray();
            if (Arrays.equals(nearest, before)) {
                return centroids;
            }
            for (int i = 0; i < count; i++) {
                double sum = 0;
                int members = 0;
                for (int j = 0; j < weights.length; j++) {
                    if (nearest[j] == i) {
                        sum += weights[j];
                        members++;
                    }
                }
                centroids[i] = members == 0 ? centroids[i] : sum / members;
            }
            before = nearest;
        }
    }

    private static int nearest(int weight, double[] centroids) {
        int nearest = 0;
        for (int i = 1; i < centroids.length; i++) {
            // The border is the middle of two neighbours, as they are compared in floating point.
            if (weight > (centroids[i - 1] + centroids[i]) / 2) {
                nearest = i;
            }
        }
        return nearest;
    }

    @Test
    void theyAreThoseOfPlainKMeans() {
        for (int i = 0; i < 2_000; i++) {
            SparseMatrix weights = matrices.next(10, true);
            int count = matrices.between(1, 20);
            if (weights.nonZeros() == 0) {
                continue;
            }
            String drawn =
                    weights + ", " + count + " values, case " + i + " of -Dpicojoule.seed=" + RandomMatrices.SEED;

            SharedWeights shared = SharedWeights.of(weights, count);
            double[] expected = plainKMeans(weights.values(), count);

            assertThat(shared.centroids()).as(drawn).containsExactly(expected, within(1e-9));
            int[] codes = shared.codes().values();
            for (int entry = 0; entry < codes.length; entry++) {
                assertThat(codes[entry]).as(drawn).isEqualTo(1 + nearest(weights.values()[entry], expected));
            }
        }
    }

    @Test
    void whatIsShared_isTheMeanOfThoseThatShareIt() {
        SparseMatrix weights = SparseMatrix.of(1, 6, new int[] {-9, -7, 0, 1, 2, 10});

        SharedWeights shared = SharedWeights.of(weights, 3);

        assertThat(shared.centroids()).containsExactly(-8, 1.5, 10);
        assertThat(shared.codes().toDense()).containsExactly(1, 1, 0, 2, 2, 3);
        assertThat(shared.shared(2)).isEqualTo(1.5);
    }

    /** Commons Math begins at random places; the best of its tries is a fair measure of how good ours is. */
    @Test
    void theError_isNotMuchAboveThatOfAGeneralClusterer() {
        SparseMatrix weights = PrunedGaussian.of(60, 80, 0.3, WeightSpread.NONE, new SplitMix(RandomMatrices.SEED));
        List<DoublePoint> points = Arrays.stream(weights.values())
                .mapToObj(value -> new DoublePoint(new double[] {value}))
                .toList();
        double best = Double.MAX_VALUE;
        for (int attempt = 1; attempt <= 5; attempt++) {
            List<CentroidCluster<DoublePoint>> clusters = new KMeansPlusPlusClusterer<DoublePoint>(
                            15, 1_000, (a, b) -> Math.abs(a[0] - b[0]), new Well19937c(attempt))
                    .cluster(points);
            best = Math.min(
                    best,
                    clusters.stream().mapToDouble(SharedWeightsTest::error).sum());
        }
        SharedWeights shared = SharedWeights.of(weights, 15);
        double ours = 0;
        for (int entry = 0; entry < weights.nonZeros(); entry++) {
            double off = weights.values()[entry] - shared.shared(shared.codes().values()[entry]);
            ours += off * off;
        }
        // Equal distances leave centroids between the two halves of pruned weights unused: that is the paper's
        // beginning.
        assertThat(ours / best).isBetween(0.9, 2.0);
    }

    private static double error(CentroidCluster<DoublePoint> cluster) {
        double center = cluster.getCenter().getPoint()[0];
        return cluster.getPoints().stream()
                .mapToDouble(point -> Math.pow(point.getPoint()[0] - center, 2))
                .sum();
    }

    @Test
    void noWeights_shareNothing() {
        SharedWeights shared = SharedWeights.of(SparseMatrix.of(2, 2, new int[4]), 7);

        assertThat(shared.codes().nonZeros()).isZero();
        assertThat(shared.iterations()).isZero();
    }
}
