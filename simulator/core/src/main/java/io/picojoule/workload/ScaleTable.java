package io.picojoule.workload;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

/** Products of the scales of rows and columns of a {@link PrunedGaussian}, in bins of equal ratio: the bin of a product is the sum of two. */
final class ScaleTable {
    private static final double BINS_PER_E = 64;

    private final int[] rowBins;
    private final int[] columnBins;
    private final int lowest;
    private final double[] placesByBin;

    ScaleTable(double[] rowScales, double[] columnScales) {
        this.rowBins = bins(rowScales);
        this.columnBins = bins(columnScales);
        int lowestRow = shiftToZero(rowBins);
        int lowestColumn = shiftToZero(columnBins);
        this.lowest = lowestRow + lowestColumn;
        double[] rowsByBin = histogram(rowBins);
        double[] columnsByBin = histogram(columnBins);
        this.placesByBin = new double[rowsByBin.length + columnsByBin.length - 1];
        for (int row = 0; row < rowsByBin.length; row++) {
            for (int column = 0; column < columnsByBin.length; column++) {
                placesByBin[row + column] += rowsByBin[row] * columnsByBin[column];
            }
        }
    }

    int[] rowBins() {
        return rowBins;
    }

    int[] columnBins() {
        return columnBins;
    }

    /** How many places have a magnitude above a threshold. */
    double expectedAbove(double threshold) {
        double expected = 0;
        for (int bin = 0; bin < placesByBin.length; bin++) {
            if (placesByBin[bin] > 0) {
                expected +=
                        placesByBin[bin] * NormalMagnitudes.tail(threshold / FastMath.exp((lowest + bin) / BINS_PER_E));
            }
        }
        return expected;
    }

    /** By bin, the largest of 63 random bits that may belong to a magnitude above the threshold. */
    long[] limits(double threshold) {
        long[] limits = new long[placesByBin.length];
        for (int bin = 0; bin < limits.length; bin++) {
            // Rounding may have made each of the two scales half a bin smaller.
            double largestScale = FastMath.exp((lowest + bin + 1.001) / BINS_PER_E);
            limits[bin] = threshold == 0
                    ? Long.MAX_VALUE
                    : (long) (NormalMagnitudes.tail(threshold / largestScale) * NormalMagnitudes.UNIFORMS);
        }
        return limits;
    }

    private static int[] bins(double[] scales) {
        return Arrays.stream(scales)
                .mapToInt(scale -> (int) Math.rint(FastMath.log(scale) * BINS_PER_E))
                .toArray();
    }

    private static int shiftToZero(int[] bins) {
        int lowest = Arrays.stream(bins).min().orElse(0);
        for (int i = 0; i < bins.length; i++) {
            bins[i] -= lowest;
        }
        return lowest;
    }

    private static double[] histogram(int[] bins) {
        double[] counts = new double[Arrays.stream(bins).max().orElse(0) + 1];
        for (int bin : bins) {
            counts[bin]++;
        }
        return counts;
    }
}
