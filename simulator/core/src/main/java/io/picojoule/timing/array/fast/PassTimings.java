package io.picojoule.timing.array.fast;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.PassTiming;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Timings of passes on one machine, each worked out when it is first asked for. Thread safe. */
final class PassTimings {
    private final SpatialArray machine;
    private final Map<PassGeometry, PassTiming> known = new ConcurrentHashMap<>();

    PassTimings(SpatialArray machine) {
        this.machine = machine;
    }

    PassTiming of(PassGeometry geometry) {
        return known.computeIfAbsent(geometry, unseen -> FastPass.time(unseen, machine));
    }
}
