package io.picojoule.timing.array.fast;

import static io.picojoule.timing.array.StreamStep.NOTHING;

import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.timing.DramLink;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.StreamJob;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.timing.array.StreamStep;
import io.picojoule.timing.array.StreamSteps;
import io.picojoule.timing.array.fast.FastDram.Load;
import io.picojoule.workload.Operand;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A layer whose words stream past the array, from pass to pass: when does the array wait for DRAM? Where the elements are double-buffered, what
 * is to wait in them for the next pass is loaded while the present one runs, and passes follow one another without a gap.
 */
final class StreamWalk {
    private final StreamJob job;
    private final SpatialArray machine;
    private final DramLink link;
    private final FastDram dram;
    private final boolean overlapsWeights;
    private final boolean overlapsInputs;
    private final boolean overlapsOutputs;
    private final boolean doubleBuffered;
    private final int activeElements;
    private final StreamSteps weightsAhead;
    private final StreamSteps inputsAhead;
    private final Map<StreamGeometry, Timed> timings = new HashMap<>();
    private @Nullable StreamGeometry lastGeometry;
    private @Nullable Timed lastTimed;
    private final Map<Cause, Long> elementCycles = new EnumMap<>(Cause.class);
    private final Map<Resource, Long> busy = new EnumMap<>(Resource.class);
    private int weightsRequested;
    private int weightsNeeded;
    private long computeCycles;
    private long passes;
    private @Nullable StreamStep running;

    private StreamWalk(StreamJob job, LayerTrace trace) {
        this.job = job;
        this.machine = job.machine();
        this.link = new DramLink(machine);
        this.dram = new FastDram(trace);
        Set<Operand> overlaps = machine.memory().dram().overlaps();
        this.overlapsWeights = overlaps.contains(Operand.WEIGHT);
        this.overlapsInputs = overlaps.contains(Operand.INPUT);
        this.overlapsOutputs = overlaps.contains(Operand.OUTPUT);
        this.doubleBuffered = machine.isDoubleBuffered();
        this.activeElements = job.passes().mostElements();
        this.weightsAhead = new StreamSteps(job);
        this.inputsAhead = new StreamSteps(job);
    }

    /** The whole layer. */
    static StreamWalk walk(StreamJob job, LayerTrace trace) {
        StreamWalk walk = new StreamWalk(job, trace);
        walk.walk();
        return walk;
    }

    FastDram dram() {
        return dram;
    }

    long computeCycles() {
        return computeCycles;
    }

    long passes() {
        return passes;
    }

    Map<Cause, Long> elementCycles() {
        return elementCycles;
    }

    Map<Resource, Long> busy() {
        return busy;
    }

    private void walk() {
        StreamSteps steps = new StreamSteps(job);
        while (steps.hasNext()) {
            StreamStep step = steps.next();
            if (doubleBuffered) {
                follow(step);
            } else {
                if (running != null) {
                    finish(running);
                }
                prepare(step);
            }
            running = step;
            passes++;
        }
        StreamStep last = running;
        if (last != null) {
            if (doubleBuffered) {
                dram.work(last.geometry().steps());
                count(last);
                drain();
            } else {
                finish(last);
            }
            store(last);
        }
        timings.forEach(this::add);
        dram.await(true, 0);
        add(Cause.DRAM, dram.standstillCycles() * activeElements);
        add(Resource.DRAM, dram.busyCycles());
    }

    /** A pass on double-buffered elements: it streams as soon as the last has, and what is to wait for it is loaded meanwhile. */
    private void follow(StreamStep step) {
        StreamStep before = running;
        long load = StreamPipeline.systolicLoadCycles(step.geometry(), machine);
        boolean loadsAhead = before != null && StreamPipeline.loadsAhead(step, machine);
        if (before != null) {
            long stream = before.geometry().steps();
            long taken = 0;
            if (loadsAhead) {
                long late = step.weights() == NOTHING ? 0 : dram.serveWeights(weightsForLater());
                dram.stoodStill(Math.max(0, late - stream));
                dram.work(load);
                taken = late + load;
                add(
                        SystolicPass.loadCause(step.geometry()),
                        (taken - Math.min(taken, Math.max(stream, late))) * activeElements);
                if (step.weights() != NOTHING) {
                    requestWeights();
                }
            }
            dram.work(Math.max(0, stream - taken));
            count(before);
            computeCycles += loadsAhead ? Math.max(0, load - stream) : 0;
            if (StreamPipeline.drainsBefore(before, step)) {
                drain();
            }
        }
        prepare(step);
        if (!loadsAhead) {
            dram.work(load);
            add(SystolicPass.loadCause(step.geometry()), load * activeElements);
            computeCycles += load;
            if (step.weights() != NOTHING) {
                requestWeights();
            }
        }
    }

    /** A pass has streamed. */
    private void count(StreamStep step) {
        long stream = step.geometry().steps();
        computeCycles += stream;
        add(Cause.BUSY, step.geometry().macs());
        add(Cause.IMBALANCE, stream * (activeElements - step.geometry().activeElements()));
        add(Resource.COMPUTE, stream);
    }

    /** The last words go their way across the array. */
    private void drain() {
        long skew = StreamPipeline.systolicSkewCycles(machine);
        dram.work(skew);
        computeCycles += skew;
        add(Cause.DRAIN, skew * activeElements);
    }

    /** Passes of one geometry. */
    private static final class Timed {
        private final PassTiming timing;
        private long passes;

        Timed(PassTiming timing) {
            this.timing = timing;
        }
    }

    /** Most passes have the geometry of the one before, and share the object. */
    @SuppressWarnings("ReferenceEquality")
    private Timed timed(StreamGeometry geometry) {
        Timed timed = lastTimed;
        if (timed == null || geometry != lastGeometry) {
            timed = timings.computeIfAbsent(
                    geometry,
                    unseen -> new Timed(
                            machine.interconnect() == Interconnect.SYSTOLIC
                                    ? SystolicPass.time(unseen, machine)
                                    : StreamPass.time(unseen, machine)));
            lastGeometry = geometry;
            lastTimed = timed;
        }
        return timed;
    }

    private Load load(long bits) {
        return new Load(bits, link.cycles(bits));
    }

    /** Between passes: stores what is done, brings what is needed. */
    private void prepare(StreamStep step) {
        boolean isFirst = running == null;
        if (running != null) {
            store(running);
        }
        // 1. What the machine cannot move while it computes.
        if (!overlapsInputs) {
            expose(Operand.INPUT, step.inputs());
            expose(Operand.PARTIAL_SUM, step.sums());
        }
        if (!overlapsWeights) {
            expose(Operand.WEIGHT, step.weights());
        }
        // 2. Before the first pass nothing could be fetched ahead; sums come back once there is room for them.
        if (isFirst) {
            for (int ahead = StreamPipeline.weightsAhead(machine); ahead > 0; ahead--) {
                requestWeights();
            }
            requestInputs();
        }
        if (overlapsInputs && step.sums() != NOTHING) {
            dram.queue(Operand.INPUT, Operand.PARTIAL_SUM, load(step.sums()));
        }
        // 3. What the pass needs.
        dram.await(
                step.weights() != NOTHING && !isLoadedAhead(step) ? weightsForLater() : Integer.MAX_VALUE,
                step.inputs() != NOTHING || step.sums() != NOTHING,
                step.startsSums() ? 1 : Integer.MAX_VALUE);
        if (step.inputs() != NOTHING) {
            requestInputs();
        }
    }

    /** Whether the weights of a pass are in the elements before the array is prepared for it. */
    private boolean isLoadedAhead(StreamStep step) {
        return running != null && StreamPipeline.loadsWeightsAhead(step, machine);
    }

    private void expose(Operand operand, long bits) {
        if (bits != NOTHING) {
            dram.exposed(operand, load(bits));
        }
    }

    /** Transfers of weights that may still be on their way when those of the next pass that has any must have come; asked once for each. */
    private int weightsForLater() {
        weightsNeeded++;
        return Math.max(0, weightsRequested - weightsNeeded);
    }

    /** Asks for the next weights in the order of the passes. */
    private void requestWeights() {
        while (overlapsWeights && weightsAhead.hasNext()) {
            StreamStep next = weightsAhead.next();
            if (next.weights() != NOTHING) {
                dram.queue(Operand.WEIGHT, load(next.weights()));
                weightsRequested++;
                return;
            }
        }
    }

    private void requestInputs() {
        while (overlapsInputs && inputsAhead.hasNext()) {
            StreamStep next = inputsAhead.next();
            if (next.inputs() != NOTHING) {
                dram.queue(Operand.INPUT, load(next.inputs()));
                return;
            }
        }
    }

    private void store(StreamStep step) {
        if (step.leaving() == NOTHING) {
            return;
        }
        Operand operand = step.leavesOutputs() ? Operand.OUTPUT : Operand.PARTIAL_SUM;
        if (overlapsOutputs) {
            dram.queue(Operand.OUTPUT, operand, load(step.leaving()));
        } else {
            dram.exposed(operand, load(step.leaving()));
        }
    }

    /** Lets a pass run to its end; the next weights are asked for once its own are in. */
    private void finish(StreamStep step) {
        Timed timed = timed(step.geometry());
        PassTiming timing = timed.timing;
        timed.passes++;
        dram.work(timing.weightCycles());
        if (step.weights() != NOTHING) {
            requestWeights();
        }
        dram.work(timing.cycles() - timing.weightCycles());
    }

    /** What passes of one geometry took, all together. */
    private void add(StreamGeometry geometry, Timed timed) {
        PassTiming timing = timed.timing;
        computeCycles += timed.passes * timing.cycles();
        timing.elementCycles().forEach((cause, cycles) -> add(cause, timed.passes * cycles));
        add(Cause.IMBALANCE, timed.passes * timing.cycles() * (activeElements - geometry.activeElements()));
        add(Resource.COMPUTE, timed.passes * geometry.steps());
        timing.buses().forEach((bus, use) -> add(bus, timed.passes * use.busyCycles()));
    }

    private void add(Cause cause, long cycles) {
        elementCycles.merge(cause, cycles, Long::sum);
    }

    private void add(Resource resource, long cycles) {
        busy.merge(resource, cycles, Long::sum);
    }
}
