package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Is the matrix that of a dense one whose smallest weights were pruned, though no dense one is ever made? */
class PrunedGaussianTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1, 1e-14);

    /** All weights, from the same random numbers by another inversion of the normal distribution, sorted. */
    private static int[] prunedDense(int rows, int columns, double density, WeightSpread spread, long seed) {
        SplitMix random = new SplitMix(seed);
        double[] rowScales = scales(rows, spread.rows(), random);
        double[] columnScales = scales(columns, spread.columns(), random);
        SplitMix places = new SplitMix(random.nextLong());
        double[] weights = new double[rows * columns];
        for (int place = 0; place < weights.length; place++) {
            weights[place] = normal(places) * rowScales[place / columns] * columnScales[place % columns];
        }
        int[] dense = new int[weights.length];
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -Math.abs(weights[place])))
                .limit(Math.round(density * weights.length))
                .forEach(place -> {
                    long rounded = Math.round(Math.abs(weights[place]) * PrunedGaussian.UNITS_PER_DEVIATION);
                    long magnitude = Math.max(1, Math.min(PrunedGaussian.LARGEST, rounded));
                    dense[place] = (int) (weights[place] < 0 ? -magnitude : magnitude);
                });
        return dense;
    }

    private static double[] scales(int count, double deviation, SplitMix random) {
        return IntStream.range(0, count)
                .mapToDouble(i -> Math.exp(deviation * normal(random)))
                .toArray();
    }

    private static double normal(SplitMix random) {
        long bits = random.nextLong();
        double magnitude = -NORMAL.inverseCumulativeProbability(((bits >>> 1) + 0.5) * 0x1.0p-64);
        return (bits & 1) == 0 ? magnitude : -magnitude;
    }

    @Test
    void it_isThePrunedDenseMatrix() {
        SplitMix random = new SplitMix(SEED);
        for (int i = 0; i < 1_000; i++) {
            int rows = 1 + random.nextInt(40);
            int columns = 1 + random.nextInt(40);
            double density = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
            WeightSpread spread = new WeightSpread(random.nextInt(3) * 0.4, random.nextInt(3) * random.nextDouble());
            long seed = random.nextLong();
            String drawn = rows + " x " + columns + " at " + density + ", " + spread + ", seed " + seed + ", run with "
                    + "-Dpicojoule.seed=" + SEED;

            SparseMatrix matrix = PrunedGaussian.of(rows, columns, density, spread, new SplitMix(seed));
            int[] expected = prunedDense(rows, columns, density, spread, seed);

            assertThat(matrix.nonZeros()).as(drawn).isEqualTo(Math.round(density * rows * columns));
            int[] dense = matrix.toDense();
            for (int place = 0; place < dense.length; place++) {
                int millionth = Math.abs(expected[place]) / 1_000_000;
                assertThat(Math.abs(dense[place] - expected[place])).as(drawn).isLessThanOrEqualTo(millionth + 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.09, 0.25, 0.5, 0.84, 1})
    void withoutSpread_placesAreUniform_andValuesNormal(double density) {
        int rows = 300;
        int columns = 500;
        SparseMatrix matrix = PrunedGaussian.of(rows, columns, density, WeightSpread.NONE, new SplitMix(SEED));

        double expectedVariance = columns * density * (1 - density);
        double variance = StatUtils.variance(entriesByRow(matrix), columns * density);
        // Of 300 samples, the deviation of the variance is 8 %.
        assertThat(variance).isBetween(expectedVariance * 0.7, expectedVariance * 1.3);
        double median = median(matrix);
        double expectedMedian = -NORMAL.inverseCumulativeProbability(density / 4);
        assertThat(median).isBetween(expectedMedian * 0.97, expectedMedian * 1.03);
        double positive =
                Arrays.stream(matrix.values()).filter(value -> value > 0).count();
        assertThat(positive / matrix.nonZeros()).isBetween(0.45, 0.55);
    }

    @Test
    void spread_makesRowsAndColumnsUnequal() {
        double[] even = entriesByRow(of(new WeightSpread(0, 0.5)));
        double[] uneven = entriesByRow(of(new WeightSpread(0.5, 0)));
        double[] more = entriesByRow(of(new WeightSpread(1, 0)));

        assertThat(StatUtils.variance(uneven)).isGreaterThan(10 * StatUtils.variance(even));
        assertThat(StatUtils.variance(more)).isGreaterThan(StatUtils.variance(uneven));
    }

    private static SparseMatrix of(WeightSpread spread) {
        return PrunedGaussian.of(400, 600, 0.1, spread, new SplitMix(SEED));
    }

    private static double[] entriesByRow(SparseMatrix matrix) {
        int[] starts = matrix.rowStarts();
        return IntStream.range(0, matrix.rows())
                .mapToDouble(row -> starts[row + 1] - starts[row])
                .toArray();
    }

    private static double median(SparseMatrix matrix) {
        double[] magnitudes = Arrays.stream(matrix.values())
                .mapToDouble(value -> Math.abs((double) value) / PrunedGaussian.UNITS_PER_DEVIATION)
                .toArray();
        return StatUtils.percentile(magnitudes, 50);
    }

    @Test
    void equalSeeds_giveEqualMatrices_andOthersOthers() {
        SparseMatrix first = of(new WeightSpread(0.3, 0.4));

        assertThat(of(new WeightSpread(0.3, 0.4))).isEqualTo(first);
        assertThat(PrunedGaussian.of(400, 600, 0.1, new WeightSpread(0.3, 0.4), new SplitMix(SEED + 1)))
                .isNotEqualTo(first);
    }

    @Test
    void extremes_areStillExact() {
        for (WeightSpread spread : List.of(WeightSpread.NONE, new WeightSpread(3, 3))) {
            for (double density : new double[] {0, 1e-6, 0.001, 0.999, 1}) {
                assertThat(PrunedGaussian.of(1_000, 1, density, spread, new SplitMix(SEED))
                                .nonZeros())
                        .isEqualTo(Math.round(density * 1_000));
                assertThat(PrunedGaussian.of(300, 700, density, spread, new SplitMix(SEED))
                                .nonZeros())
                        .isEqualTo(Math.round(density * 210_000));
            }
        }
    }

    @Test
    void whatIsNoDensity_isRefused() {
        for (double density : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> PrunedGaussian.of(2, 2, density, WeightSpread.NONE, new SplitMix(1)))
                    .hasMessage("PrunedGaussian: a density must be 0 to 1, not " + density);
        }
    }

    @Test
    void whatIsNoSpread_isRefused() {
        for (double deviation : new double[] {-0.1, 3.1, Double.NaN}) {
            assertThatThrownBy(() -> new WeightSpread(deviation, 0))
                    .hasMessage("WeightSpread: rows must be 0 to 3, not " + deviation);
            assertThatThrownBy(() -> new WeightSpread(0, deviation))
                    .hasMessage("WeightSpread: columns must be 0 to 3, not " + deviation);
        }
    }
}
