package io.picojoule.timing.array.fast;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where every word takes its cycles, zero or not: passes of one geometry are alike, in whatever layer. Thread safe. */
final class TimingsByGeometry implements PassTimings {
    private final SpatialArray machine;
    private final Map<PassGeometry, TimedPass> known = new ConcurrentHashMap<>();

    TimingsByGeometry(SpatialArray machine) {
        this.machine = machine;
    }

    @Override
    public TimedPass of(PassGeometry geometry, PassInputs inputs) {
        return known.computeIfAbsent(geometry, unseen -> FastPass.time(unseen, machine, new WholeWindows(unseen)));
    }

    @Override
    public boolean dependOnInputs() {
        return false;
    }
}
