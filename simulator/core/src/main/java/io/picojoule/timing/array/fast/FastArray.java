package io.picojoule.timing.array.fast;

import io.picojoule.activity.Activity;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.ArrayActivity;
import io.picojoule.timing.array.ArrayJob;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The fast engine: each kind of pass is timed once, then the layer is walked pass by pass to see where the array waits for DRAM, and the
 * counts follow in closed form.
 */
public final class FastArray {
    /** Layers of one network share some passes. */
    private final PassTimings timings;

    /** An engine for layers on {@code machine}. Thread safe. */
    public FastArray(SpatialArray machine) {
        this.timings = new PassTimings(machine);
    }

    /** When the layer is done, and everything that happens until then. */
    public static LayerTiming time(ArrayJob job) {
        return new FastArray(job.machine()).timeLayer(job);
    }

    /** As {@link #time}, with what earlier layers on this machine have taught. */
    public LayerTiming timeLayer(ArrayJob job) {
        return timeLayer(job, LayerTrace.NONE);
    }

    /** The same, and tells every pass and transfer on the way. */
    public LayerTiming timeLayer(ArrayJob job, LayerTrace trace) {
        return total(job, FastWalk.walk(job, timings, trace));
    }

    private LayerTiming total(ArrayJob job, FastDram dram) {
        List<PassSequence.Kind> kinds = job.passes().kinds();
        int activeElements = job.passes().mostElements();
        Map<Cause, Long> elementCycles = new EnumMap<>(Cause.class);
        Map<Resource, Long> busy = new EnumMap<>(Resource.class);
        long computeCycles = 0;
        for (PassSequence.Kind kind : kinds) {
            PassTiming timing = timings.of(kind.geometry());
            long count = kind.count();
            computeCycles = Math.addExact(computeCycles, count * timing.cycles());
            for (Cause cause : Cause.values()) {
                add(elementCycles, cause, count * timing.elementCycles(cause));
            }
            int idle = activeElements - kind.geometry().activeElements();
            add(elementCycles, Cause.IMBALANCE, count * timing.cycles() * idle);
            add(busy, Resource.COMPUTE, count * mostMacs(kind.geometry()));
            timing.buses().forEach((bus, use) -> add(busy, bus, count * use.busyCycles()));
        }
        long cycles = dram.now();
        add(elementCycles, Cause.DRAM, dram.standstillCycles() * activeElements);
        add(busy, Resource.DRAM, dram.busyCycles());
        Activity activity =
                ArrayActivity.of(job, kinds).cycles(cycles, activeElements).build();
        return new LayerTiming(
                cycles,
                computeCycles,
                dram.exposedCycles(),
                activeElements,
                job.passes().passes(),
                elementCycles,
                busy,
                activity);
    }

    /** MAC cycles of the processing element that has most of them. */
    static long mostMacs(PassGeometry geometry) {
        return geometry.steps() * geometry.filtersOf(0) * geometry.channelsOf(0) * geometry.filterColumns();
    }

    private static <K> void add(Map<K, Long> sums, K key, long value) {
        sums.merge(key, value, Long::sum);
    }
}
