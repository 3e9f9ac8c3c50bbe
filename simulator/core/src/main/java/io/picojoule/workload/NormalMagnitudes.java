package io.picojoule.workload;

import org.apache.commons.math3.special.Erf;

/**
 * Magnitudes of standard normal numbers from 63 random bits: the fraction of {@link #UNIFORMS} that the bits are is how likely a larger
 * magnitude is. From a table, linear between 1,024 points an octave: to within a millionth, ten times as fast as the inversion.
 */
final class NormalMagnitudes {
    /** How many random numbers of 63 bits there are. */
    static final double UNIFORMS = 0x1.0p63;

    private static final int UNIFORM_BITS = 63;
    private static final int POINT_BITS = 10;
    private static final int POINTS = 1 << POINT_BITS;
    /** What is less likely than 2^-52 counts as that: 1 less it would be 1. */
    private static final int OCTAVES = 52;

    private static final long SMALLEST = 1L << (UNIFORM_BITS - OCTAVES);
    private static final int BETWEEN_BITS = UNIFORM_BITS - POINT_BITS;
    private static final double[] TABLE = table();

    private NormalMagnitudes() {}

    private static double[] table() {
        double[] table = new double[OCTAVES * POINTS + 1];
        for (int i = 0; i < table.length; i++) {
            double tail = Math.scalb(1.0 + (double) (i % POINTS) / POINTS, i / POINTS - OCTAVES);
            table[i] = Math.sqrt(2) * Erf.erfcInv(tail);
        }
        return table;
    }

    /**
     * @param bits not negative
     */
    static double of(long bits) {
        long uniform = Math.max(bits, SMALLEST);
        int zeros = Long.numberOfLeadingZeros(uniform);
        long fraction = uniform << zeros & Long.MAX_VALUE;
        int point = (OCTAVES - zeros) * POINTS + (int) (fraction >>> BETWEEN_BITS);
        double between = (fraction & (1L << BETWEEN_BITS) - 1) * (1.0 / (1L << BETWEEN_BITS));
        return TABLE[point] + between * (TABLE[point + 1] - TABLE[point]);
    }

    /** How likely a magnitude is larger. */
    static double tail(double magnitude) {
        return Erf.erfc(magnitude / Math.sqrt(2));
    }
}
