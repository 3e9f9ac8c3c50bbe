package io.picojoule.workload;

/** Seeded values of an exact density, at random places. */
final class SyntheticTensor {
    /** Non-zero values are -8 .. -1 and 1 .. 8: small enough that no sum of a published layer overflows 32 bits. */
    private static final int MAGNITUDES = 8;

    private SyntheticTensor() {}

    /**
     * {@code size} values of which {@code round(density x size)} are not zero; each set of places is equally likely (selection sampling,
     * Knuth vol. 2, 3.4.2 S).
     */
    static int[] of(int size, double density, boolean signed, SplitMix random) {
        int[] values = new int[size];
        long wanted = Math.round(density * size);
        for (int i = 0; i < size && wanted > 0; i++) {
            int left = size - i;
            if (wanted == left || random.nextInt(left) < wanted) {
                int magnitude = random.nextInt(MAGNITUDES) + 1;
                values[i] = signed && random.nextLong() < 0 ? -magnitude : magnitude;
                wanted--;
            }
        }
        return values;
    }
}
