package io.picojoule.hardware;

import io.picojoule.workload.Operand;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An SRAM beside the array.
 *
 * @param bankBytes if banked, bytes of a bank; a bank is assigned wholly to one operand
 * @param holds the operands that are kept in it
 */
public record OnChipBuffer(long capacityBytes, OptionalLong bankBytes, Set<Operand> holds) {
    public OnChipBuffer {
        if (capacityBytes < 1 || bankBytes.orElse(1) < 1) {
            throw new IllegalArgumentException("OnChipBuffer: capacity and bank must be at least 1 byte");
        }
        holds = Set.copyOf(holds);
    }

    /** The space that {@code bytes} of one operand take: whole banks where there are banks. */
    public long occupiedBytes(long bytes) {
        if (bankBytes.isEmpty()) {
            return bytes;
        }
        long bank = bankBytes.getAsLong();
        return (bytes + bank - 1) / bank * bank;
    }

    /** Capacity that can be given out: whole banks only. */
    public long usableBytes() {
        return bankBytes.isEmpty() ? capacityBytes : capacityBytes / bankBytes.getAsLong() * bankBytes.getAsLong();
    }
}
