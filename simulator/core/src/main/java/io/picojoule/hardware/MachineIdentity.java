package io.picojoule.hardware;

import java.util.OptionalDouble;

/**
 * What a machine is called and where its numbers come from.
 *
 * @param technology as written, {@code 65 nm} for one; empty if not stated
 * @param priceDollars what one costs, where that is known
 */
public record MachineIdentity(
        String name, String description, String source, String technology, OptionalDouble priceDollars) {
    public MachineIdentity {
        if (name.isBlank()) {
            throw new IllegalArgumentException("MachineIdentity: a machine needs a name");
        }
    }
}
