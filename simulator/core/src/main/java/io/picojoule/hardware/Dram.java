package io.picojoule.hardware;

import io.picojoule.workload.Operand;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Memory off the chip: bandwidth, latency, and what it does while the array runs.
 *
 * @param bytesPerSecond both directions together
 * @param latencyCycles cycles of the machine's clock before each transfer
 * @param compresses operands that go through the compressor; the network's own input never does
 * @param overlaps operands that move while the array computes; the array stands still for the others
 * @param resident operands that stay on the chip from layer to layer and never cross
 * @param weightBurstBytes if weights come in bursts of a fixed size, that: a pass that needs less fetches as much
 */
public record Dram(
        long bytesPerSecond,
        long latencyCycles,
        Compression compression,
        Set<Operand> compresses,
        Set<Operand> overlaps,
        Set<Operand> resident,
        OptionalLong weightBurstBytes) {

    /** How words are packed on the link. */
    public enum Compression {
        NONE("none"),
        /** Eyeriss: three pairs of a 5-bit zero run and a 16-bit value, and an end bit, in 64 bits. */
        RUN_LENGTH("run-length");

        private final String key;

        Compression(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    public Dram {
        if (bytesPerSecond < 1 || latencyCycles < 0) {
            throw new IllegalArgumentException("Dram: bandwidth must be at least 1 B/s, latency at least 0 cycles");
        }
        compresses = Set.copyOf(compresses);
        overlaps = Set.copyOf(overlaps);
        resident = Set.copyOf(resident);
    }

    /** Memory that everything crosses, in any size. */
    public Dram(
            long bytesPerSecond,
            long latencyCycles,
            Compression compression,
            Set<Operand> compresses,
            Set<Operand> overlaps) {
        this(bytesPerSecond, latencyCycles, compression, compresses, overlaps, Set.of(), OptionalLong.empty());
    }

    /** Bits that cross for so many bits of weights of a pass. */
    public long weightBits(long needed) {
        long burst = weightBurstBytes.orElse(0) * Byte.SIZE;
        return burst == 0 ? needed : (needed + burst - 1) / burst * burst;
    }

    /** Whether words of this operand are packed. */
    public boolean packs(Operand operand) {
        return compression != Compression.NONE && compresses.contains(operand);
    }

    public Dram withBandwidth(long otherBytesPerSecond) {
        return new Dram(
                otherBytesPerSecond, latencyCycles, compression, compresses, overlaps, resident, weightBurstBytes);
    }

    public Dram withCompression(Compression other) {
        return new Dram(bytesPerSecond, latencyCycles, other, compresses, overlaps, resident, weightBurstBytes);
    }
}
