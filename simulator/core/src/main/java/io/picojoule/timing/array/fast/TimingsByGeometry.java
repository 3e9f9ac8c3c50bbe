package io.picojoule.timing.array.fast;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Where every word takes its cycles, zero or not: passes of one geometry are alike, in whatever layer. Thread safe. */
final class TimingsByGeometry implements PassTimings {
    private final Function<PassGeometry, TimedPass> timings;

    private TimingsByGeometry(Function<PassGeometry, TimedPass> timings) {
        this.timings = timings;
    }

    /** Each remembered for as long as this is. */
    static TimingsByGeometry kept(SpatialArray machine) {
        PassMachine passMachine = PassMachine.of(machine);
        Map<PassGeometry, TimedPass> known = new ConcurrentHashMap<>();
        return new TimingsByGeometry(
                geometry -> known.computeIfAbsent(geometry, unseen -> PassMemory.time(unseen, passMachine)));
    }

    /** Looked up in what is shared with other machines. */
    static TimingsByGeometry shared(SpatialArray machine, PassMemory memory) {
        PassMachine passMachine = PassMachine.of(machine);
        return new TimingsByGeometry(geometry -> memory.of(geometry, passMachine));
    }

    @Override
    public TimedPass of(PassGeometry geometry, PassInputs inputs) {
        return timings.apply(geometry);
    }

    @Override
    public boolean dependOnInputs() {
        return false;
    }
}
