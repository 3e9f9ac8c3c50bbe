package io.picojoule.workload;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

/**
 * A matrix of trained weights as one imagines it: {@code w[i][j] = s[i] * t[j] * g[i][j]} with {@code g} standard normal and scales
 * {@code s}, {@code t} of a {@link WeightSpread}, pruned by magnitude to an exact number of entries.
 *
 * <p>The dense matrix is never made. Each place takes one random number, and only where that promises a magnitude above an estimate of the
 * pruning threshold is the normal distribution inverted; should the estimate turn out too high, it is lowered and all begins again. The
 * result is that of pruning the dense matrix, whatever the estimate.
 */
public final class PrunedGaussian {
    /** Values are in this part of the standard deviation, saturated. */
    static final int UNITS_PER_DEVIATION = 1 << 20;

    static final int LARGEST = Integer.MAX_VALUE - 1;

    private static final int STEPS_OF_ESTIMATE = 40;

    private final int rows;
    private final int columns;
    private final double[] rowScales;
    private final double[] columnScales;
    private final long seed;
    private final ScaleTable scales;

    private PrunedGaussian(int rows, int columns, WeightSpread spread, SplitMix random) {
        this.rows = rows;
        this.columns = columns;
        this.rowScales = logNormals(rows, spread.rows(), random);
        this.columnScales = logNormals(columns, spread.columns(), random);
        this.seed = random.nextLong();
        this.scales = new ScaleTable(rowScales, columnScales);
    }

    /**
     * {@code round(density x rows x columns)} entries, none of value 0.
     *
     * @param density of what is kept, 0 to 1
     */
    public static SparseMatrix of(int rows, int columns, double density, WeightSpread spread, SplitMix random) {
        if (!(density >= 0 && density <= 1)) {
            throw new IllegalArgumentException("PrunedGaussian: a density must be 0 to 1, not " + density);
        }
        int kept = Math.toIntExact(Math.round(density * rows * columns));
        return new PrunedGaussian(rows, columns, spread, random).prune(kept);
    }

    private SparseMatrix prune(int kept) {
        for (double more = 6; ; more *= 2) {
            double threshold = threshold(kept + more * (Math.sqrt(kept) + 1));
            SparseMatrix candidates = candidates(threshold, kept);
            SparseMatrix largest = candidates.largest(kept);
            if (threshold == 0 || (largest.nonZeros() == kept && isAbove(largest, threshold))) {
                return largest;
            }
        }
    }

    /** Whether what is no candidate is smaller than all of these, also after rounding. */
    private static boolean isAbove(SparseMatrix entries, double threshold) {
        int highest = units(threshold) + 1;
        return Arrays.stream(entries.values()).allMatch(value -> Math.abs(value) > highest);
    }

    /** The magnitude that about {@code count} of the places exceed; 0 if there are not so many. */
    private double threshold(double count) {
        if (count >= (double) rows * columns) {
            return 0;
        }
        double low = -30;
        double high = 30;
        for (int step = 0; step < STEPS_OF_ESTIMATE && high - low > 1e-4; step++) {
            double middle = (low + high) / 2;
            if (scales.expectedAbove(FastMath.exp(middle)) > count) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return FastMath.exp(low);
    }

    /** All whose magnitude is above a threshold, and some others. */
    private SparseMatrix candidates(double threshold, int expected) {
        long[] limits = scales.limits(threshold);
        int[] columnBins = scales.columnBins();
        SplitMix random = new SplitMix(seed);
        int[] starts = new int[rows + 1];
        int[] indices = new int[expected + expected / 8 + columns];
        int[] values = new int[indices.length];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            if (indices.length - next < columns) {
                int larger = Math.toIntExact(
                        Math.min(Integer.MAX_VALUE - 8, indices.length + indices.length / 4L + columns));
                indices = Arrays.copyOf(indices, larger);
                values = Arrays.copyOf(values, larger);
            }
            int rowBin = scales.rowBins()[row];
            for (int column = 0; column < columns; column++) {
                long bits = random.nextLong();
                if (bits >>> 1 <= limits[rowBin + columnBins[column]]) {
                    indices[next] = column;
                    values[next++] = value(bits, rowScales[row] * columnScales[column]);
                }
            }
            starts[row + 1] = next;
        }
        return new SparseMatrix(rows, columns, starts, Arrays.copyOf(indices, next), Arrays.copyOf(values, next));
    }

    /** The lowest bit is the sign; the others are how likely it is that a normal number is of larger magnitude. */
    private static int value(long bits, double scale) {
        int magnitude = Math.max(1, units(scale * NormalMagnitudes.of(bits >>> 1)));
        return (bits & 1) == 0 ? magnitude : -magnitude;
    }

    private static int units(double deviations) {
        return (int) Math.min(LARGEST, Math.rint(deviations * UNITS_PER_DEVIATION));
    }

    private static double[] logNormals(int count, double deviation, SplitMix random) {
        double[] scales = new double[count];
        for (int i = 0; i < count; i++) {
            long bits = random.nextLong();
            double magnitude = NormalMagnitudes.of(bits >>> 1);
            scales[i] = FastMath.exp(deviation * ((bits & 1) == 0 ? magnitude : -magnitude));
        }
        return scales;
    }

    @Override
    public String toString() {
        return "PrunedGaussian of " + rows + " x " + columns;
    }
}
