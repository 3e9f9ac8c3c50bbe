package io.picojoule.timing;

import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import java.math.BigInteger;

/** How long a transfer takes, in cycles of the machine. */
public final class DramLink {
    private final long latencyCycles;
    /** Cycles a byte, as a fraction in lowest terms: no rounding but the last. */
    private final long numerator;

    private final long denominator;

    public DramLink(SpatialArray machine) {
        this(machine.clockHertz(), machine.memory().dram());
    }

    /** The link between a machine of this clock and this memory. */
    public DramLink(long clock, Dram dram) {
        long bandwidth = dram.bytesPerSecond();
        long divisor = greatestCommonDivisor(clock, bandwidth);
        this.numerator = clock / divisor;
        this.denominator = bandwidth / divisor;
        this.latencyCycles = dram.latencyCycles();
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** Cycles to move {@code bits} bits in so many transfers, but for what each rounds up. */
    public long cycles(long bits, long transfers) {
        return bits == 0 ? 0 : cycles(bits) + (transfers - 1) * latencyCycles;
    }

    /** Cycles to move {@code bits} bits, in whole bytes; nothing takes none. */
    public long cycles(long bits) {
        if (bits == 0) {
            return 0;
        }
        long bytes = (bits + 7) / 8;
        if (Math.multiplyHigh(bytes, numerator) == 0
                && bytes * numerator <= Long.MAX_VALUE - denominator
                && bytes * numerator >= 0) {
            return latencyCycles + (bytes * numerator + denominator - 1) / denominator;
        }
        BigInteger product = BigInteger.valueOf(bytes).multiply(BigInteger.valueOf(numerator));
        BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(denominator));
        return latencyCycles + parts[0].longValueExact() + parts[1].signum();
    }
}
