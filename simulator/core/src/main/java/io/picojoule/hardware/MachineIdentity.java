package io.picojoule.hardware;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a machine is called and where its numbers come from.
 *
 * @param technology as written, {@code 65 nm} for one; empty if not stated
 * @param year in which it was first published or used, where that is known
 * @param priceDollars what one costs, where that is known
 * @param die where its area comes from
 */
public record MachineIdentity(
        String name,
        String description,
        String source,
        String technology,
        OptionalInt year,
        OptionalDouble priceDollars,
        Die die) {
    /** Of a machine whose name does not matter. */
    static final MachineIdentity UNNAMED =
            new MachineIdentity("unnamed", "", "", "", OptionalInt.empty(), OptionalDouble.empty(), Die.UNSTATED);

    public MachineIdentity {
        if (name.isBlank()) {
            throw new IllegalArgumentException("MachineIdentity: a machine needs a name");
        }
    }

    /** Of which nothing is known about the die. */
    public MachineIdentity(
            String name,
            String description,
            String source,
            String technology,
            OptionalInt year,
            OptionalDouble priceDollars) {
        this(name, description, source, technology, year, priceDollars, Die.UNSTATED);
    }

    /** Of a year that is not known. */
    public MachineIdentity(
            String name, String description, String source, String technology, OptionalDouble priceDollars) {
        this(name, description, source, technology, OptionalInt.empty(), priceDollars);
    }
}
