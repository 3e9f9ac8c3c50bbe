package io.picojoule.sweep.sampling;

/** Bits that look random and are a function of what goes in: the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
final class Mix {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private Mix() {}

    static long bits(long state, long value) {
        long z = state * GOLDEN_RATIO + value + GOLDEN_RATIO;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From 0 to {@code bound - 1}, of a bound below 2^31. */
    static long below(long bound, long state, long value) {
        return (bits(state, value) >>> 33) * bound >>> 31;
    }
}
