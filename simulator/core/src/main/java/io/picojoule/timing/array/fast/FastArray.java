package io.picojoule.timing.array.fast;

import io.picojoule.activity.Activity;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.ArrayActivity;
import io.picojoule.timing.array.ArrayJob;
import java.util.EnumMap;
import java.util.Map;

/**
 * The fast engine: each kind of pass is timed once, then the layer is walked pass by pass to see where the array waits for DRAM, and the
 * counts follow in closed form. Where zeros are skipped, passes of one geometry are of one kind only if they see the same inputs.
 */
public final class FastArray {
    /** Layers of one network share some passes. */
    private final TimingsByGeometry timings;

    /** An engine for layers on {@code machine}. Thread safe. */
    public FastArray(SpatialArray machine) {
        this.timings = TimingsByGeometry.kept(machine);
    }

    /** The same, with what other machines have taught. Thread safe. */
    public FastArray(SpatialArray machine, PassMemory memory) {
        this.timings = TimingsByGeometry.shared(machine, memory);
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
        boolean skips = job.machine().processingElement().zeroInputs() == ZeroInputs.SKIP;
        return total(job, FastWalk.walk(job, skips ? new TimingsByInputs(job) : timings, trace));
    }

    private static LayerTiming total(ArrayJob job, FastWalk walk) {
        int activeElements = job.passes().mostElements();
        Map<Cause, Long> elementCycles = new EnumMap<>(Cause.class);
        Map<Resource, Long> busy = new EnumMap<>(Resource.class);
        long computeCycles = 0;
        for (FastWalk.Visit visit : walk.visits()) {
            PassTiming timing = visit.pass().timing();
            long count = visit.count();
            computeCycles = Math.addExact(computeCycles, count * timing.cycles());
            for (Cause cause : Cause.values()) {
                add(elementCycles, cause, count * timing.elementCycles(cause));
            }
            int idle = activeElements - visit.geometry().activeElements();
            add(elementCycles, Cause.IMBALANCE, count * timing.cycles() * idle);
            add(busy, Resource.COMPUTE, count * visit.pass().mostMacCycles());
            timing.buses().forEach((bus, use) -> add(busy, bus, count * use.busyCycles()));
        }
        FastDram dram = walk.dram();
        long cycles = dram.now();
        add(elementCycles, Cause.DRAM, dram.standstillCycles() * activeElements);
        add(busy, Resource.DRAM, dram.busyCycles());
        Activity activity = ArrayActivity.of(job, job.passes().kinds())
                .cycles(cycles, activeElements)
                .build();
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

    private static <K> void add(Map<K, Long> sums, K key, long value) {
        sums.merge(key, value, Long::sum);
    }
}
