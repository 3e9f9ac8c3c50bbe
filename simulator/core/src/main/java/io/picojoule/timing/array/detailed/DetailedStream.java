package io.picojoule.timing.array.detailed;

import static io.picojoule.timing.array.StreamStep.NOTHING;

import io.picojoule.activity.Activity;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.StreamJob;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.timing.array.StreamStep;
import io.picojoule.timing.array.StreamSteps;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The detailed engine for arrays past which words stream: runs a layer cycle by cycle, moving every word. Counts come from events, never from
 * formulas.
 */
public final class DetailedStream {
    private final StreamJob job;
    private final SpatialArray machine;
    private final WordWidths widths;
    private final List<StreamStep> plan = new ArrayList<>();
    private final StreamWords words;
    private final StreamCounts counts;
    private final StreamMemory memory;
    private final Activity.Builder activity = new Activity.Builder();
    private final Map<Cause, Long> elementCycles = new EnumMap<>(Cause.class);
    private final Map<Resource, Long> busyCycles = new EnumMap<>(Resource.class);
    private long cycles;
    private long computeCycles;
    private long standstillCycles;

    private DetailedStream(StreamJob job, LayerTrace trace) {
        this.job = job;
        this.machine = job.machine();
        this.widths = job.words();
        new StreamSteps(job).forEachRemaining(plan::add);
        this.words = new StreamWords(job.passes().nest(), job.data());
        this.counts = new StreamCounts(
                machine.processingElement().zeroInputs() == ZeroInputs.GATE,
                job.residence().sums(),
                widths);
        this.memory = new StreamMemory(job, plan, trace);
    }

    /** Runs a layer. */
    public static DetailedRun run(StreamJob job) {
        return run(job, LayerTrace.NONE);
    }

    /** The same, and tells every transfer on the way. */
    public static DetailedRun run(StreamJob job, LayerTrace trace) {
        return new DetailedStream(job, trace).run();
    }

    private DetailedRun run() {
        int activeElements = plan.stream()
                .mapToInt(step -> step.geometry().activeElements())
                .max()
                .orElseThrow();
        boolean isSystolic = machine.interconnect() == Interconnect.SYSTOLIC;
        if (machine.isDoubleBuffered()) {
            new DoubleBufferedRun(new SystolicArray(machine, words, counts), activeElements).run();
        } else {
            StreamArray array = isSystolic
                    ? new SystolicArray(machine, words, counts)
                    : new LockstepArray(machine, words, counts, place(plan.get(0)));
            for (int index = 0; index < plan.size(); index++) {
                standStill(memory.prepare(index));
                runPass(array, plan.get(index), activeElements);
            }
        }
        standStill(memory.finish());
        return new DetailedRun(timing(activeElements), words.outputs());
    }

    /** Passes of double-buffered elements: each streams behind the last, and what is to wait for it is loaded meanwhile. */
    private final class DoubleBufferedRun {
        private final SystolicArray array;
        private final long activeElements;
        private @Nullable StreamStep before;
        private long streamed;

        DoubleBufferedRun(SystolicArray array, long activeElements) {
            this.array = array;
            this.activeElements = activeElements;
        }

        void run() {
            for (int index = 0; index < plan.size(); index++) {
                follow(index, plan.get(index));
            }
            end();
            drain();
            elementCycles.merge(Cause.BUSY, array.busyElementCycles(), Long::sum);
        }

        private void follow(int index, StreamStep step) {
            long load = StreamPipeline.systolicLoadCycles(step.geometry(), machine);
            boolean loadsAhead = before != null && StreamPipeline.loadsAhead(step, machine);
            SystolicFlow flow = null;
            if (loadsAhead) {
                int forLater = step.weights() == NOTHING ? Integer.MAX_VALUE : memory.weightsForLater();
                while (memory.channel().weightsOnTheirWay() > forLater) {
                    if (streamed >= steps(before)) {
                        long waited = memory.channel().waitFor(forLater, false, Integer.MAX_VALUE);
                        array.idle(waited);
                        cycles += waited;
                        elementCycles.merge(Cause.DRAM, waited * activeElements, Long::sum);
                        streamed += waited;
                    } else {
                        tick(Cause.DRAM);
                    }
                }
                flow = load(step, load);
            }
            if (before != null) {
                end();
                if (StreamPipeline.drainsBefore(before, step)) {
                    drain();
                }
            }
            long waited = memory.prepare(index);
            standStill(waited);
            array.idle(waited);
            if (flow == null) {
                streamed = Long.MAX_VALUE;
                flow = load(step, load);
            }
            array.stream(flow);
            streamed = 0;
            before = step;
        }

        private SystolicFlow load(StreamStep step, long cycles) {
            SystolicFlow flow = array.load(place(step));
            for (long cycle = 0; cycle < cycles; cycle++) {
                tick(LoadCause.of(step.geometry()));
            }
            if (step.weights() != NOTHING) {
                memory.requestWeights();
            }
            // With weights that were there in time: what the pass before does not hide.
            computeCycles += Math.max(0, cycles - steps(before));
            return flow;
        }

        private long steps(@Nullable StreamStep step) {
            return step == null || streamed == Long.MAX_VALUE
                    ? 0
                    : step.geometry().steps();
        }

        /** A cycle; if the pass before has streamed to its end, all elements wait. */
        private void tick(Cause waitsFor) {
            memory.channel().tick();
            array.tick();
            cycles++;
            if (streamed >= steps(before)) {
                elementCycles.merge(waitsFor, activeElements, Long::sum);
            }
            streamed += streamed == Long.MAX_VALUE ? 0 : 1;
        }

        /** Lets the pass before stream to its end. */
        private void end() {
            StreamStep step = before;
            if (step == null) {
                return;
            }
            while (streamed < steps(step)) {
                tick(Cause.DRAM);
            }
            long steps = step.geometry().steps();
            computeCycles += steps;
            busyCycles.merge(Resource.COMPUTE, steps, Long::sum);
            long unused = steps * (activeElements - step.geometry().activeElements());
            elementCycles.merge(Cause.IMBALANCE, unused, Long::sum);
        }

        private void drain() {
            long skew = StreamPipeline.systolicSkewCycles(machine);
            for (long cycle = 0; cycle < skew; cycle++) {
                tick(Cause.DRAIN);
            }
            computeCycles += skew;
        }
    }

    private StreamWords.Place place(StreamStep step) {
        return new StreamWords.Place(job.passes(), step.visit(), job.passes().shape(step.visit()), step.pass());
    }

    private void runPass(StreamArray array, StreamStep step, int activeElements) {
        array.start(place(step));
        boolean requestsWeights = step.weights() != NOTHING;
        while (!array.isDone()) {
            if (requestsWeights && array.hasItsWeights()) {
                memory.requestWeights();
                requestsWeights = false;
            }
            memory.channel().tick();
            array.tick();
        }
        PassTiming timing = array.end();
        if (requestsWeights) {
            memory.requestWeights();
        }
        cycles += timing.cycles();
        computeCycles += timing.cycles();
        timing.elementCycles().forEach((cause, count) -> elementCycles.merge(cause, count, Long::sum));
        long unused = timing.cycles() * (activeElements - step.geometry().activeElements());
        elementCycles.merge(Cause.IMBALANCE, unused, Long::sum);
        busyCycles.merge(Resource.COMPUTE, (long) step.geometry().steps(), Long::sum);
        timing.buses().forEach((bus, use) -> busyCycles.merge(bus, use.busyCycles(), Long::sum));
    }

    private void standStill(long count) {
        cycles += count;
        standstillCycles += count;
    }

    private LayerTiming timing(int activeElements) {
        elementCycles.merge(Cause.DRAM, standstillCycles * activeElements, Long::sum);
        busyCycles.put(Resource.DRAM, memory.channel().busyCycles());
        counts.addTo(activity);
        memory.addTo(activity, counts.weightsSent());
        activity.cycles(cycles, activeElements);
        return new LayerTiming(
                cycles,
                computeCycles,
                memory.exposedCycles(),
                activeElements,
                plan.size(),
                elementCycles,
                busyCycles,
                activity.build());
    }
}
