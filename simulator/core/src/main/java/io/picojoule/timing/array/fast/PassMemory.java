package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.BoundedMemory;

/** Timings of passes, shared by the layers of many machines; as many as are given room, however many there are. Thread safe. */
public final class PassMemory {
    private final BoundedMemory<Key, TimedPass> known;

    /** @param passes that are remembered */
    public PassMemory(int passes) {
        this.known = new BoundedMemory<>(passes);
    }

    private record Key(PassGeometry geometry, PassMachine machine) {}

    TimedPass of(PassGeometry geometry, PassMachine machine) {
        return known.get(new Key(geometry, machine), unseen -> time(geometry, machine));
    }

    /** Where no word is skipped. */
    static TimedPass time(PassGeometry geometry, PassMachine machine) {
        return FastPass.time(geometry, machine, new WholeWindows(geometry));
    }
}
