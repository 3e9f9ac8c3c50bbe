package io.picojoule.hardware;

import io.picojoule.workload.Operand;
import java.util.Optional;

/**
 * From near to far.
 *
 * @param weightBuffer where weights wait for the next pass; without one they go from DRAM straight to the array
 * @param accumulators where partial sums wait, if not in the global buffer
 */
public record MemoryHierarchy(
        OnChipBuffer globalBuffer,
        Optional<OnChipBuffer> weightBuffer,
        Optional<OnChipBuffer> accumulators,
        Dram dram) {
    /** Partial sums wait in the global buffer. */
    public MemoryHierarchy(OnChipBuffer globalBuffer, Optional<OnChipBuffer> weightBuffer, Dram dram) {
        this(globalBuffer, weightBuffer, Optional.empty(), dram);
    }

    /** Whether weights wait in the global buffer: it holds them, and they have no buffer of their own. */
    public boolean weightsInGlobalBuffer() {
        return weightBuffer.isEmpty() && globalBuffer.holds().contains(Operand.WEIGHT);
    }

    public MemoryHierarchy withDram(Dram other) {
        return new MemoryHierarchy(globalBuffer, weightBuffer, accumulators, other);
    }
}
