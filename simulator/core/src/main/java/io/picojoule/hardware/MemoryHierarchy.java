package io.picojoule.hardware;

import java.util.Optional;

/**
 * From near to far.
 *
 * @param weightBuffer where weights wait for the next pass; without one they go from DRAM straight to the array
 */
public record MemoryHierarchy(OnChipBuffer globalBuffer, Optional<OnChipBuffer> weightBuffer, Dram dram) {
    public MemoryHierarchy withDram(Dram other) {
        return new MemoryHierarchy(globalBuffer, weightBuffer, other);
    }
}
