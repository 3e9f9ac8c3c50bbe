package io.picojoule.timing.array.detailed;

import static io.picojoule.timing.array.StreamStep.NOTHING;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.TileGrid;
import io.picojoule.mapping.TileShape;
import io.picojoule.mapping.TileVisit;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.StreamJob;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.timing.array.StreamStep;
import io.picojoule.timing.array.StreamSteps;
import io.picojoule.workload.Operand;
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
    private final DramChannel channel;
    private final boolean overlapsWeights;
    private final boolean overlapsInputs;
    private final boolean overlapsOutputs;
    private final Activity.Builder activity = new Activity.Builder();
    private final Map<Cause, Long> elementCycles = new EnumMap<>(Cause.class);
    private final Map<Resource, Long> busyCycles = new EnumMap<>(Resource.class);
    private int nextWeights;
    private int nextInputs;
    private int weightsRequested;
    private int weightsNeeded;
    private long weightsFetched;
    private long cycles;
    private long computeCycles;
    private long exposedCycles;
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
        Dram dram = machine.memory().dram();
        this.channel = new DramChannel(dram, machine.clockHertz(), trace);
        this.overlapsWeights = dram.overlaps().contains(Operand.WEIGHT);
        this.overlapsInputs = dram.overlaps().contains(Operand.INPUT);
        this.overlapsOutputs = dram.overlaps().contains(Operand.OUTPUT);
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
        if (isSystolic && machine.streaming().doubleBuffered()) {
            new DoubleBufferedRun(new SystolicArray(machine, words, counts), activeElements).run();
        } else {
            StreamArray array = isSystolic
                    ? new SystolicArray(machine, words, counts)
                    : new LockstepArray(machine, words, counts, place(plan.get(0)));
            for (int index = 0; index < plan.size(); index++) {
                standStill(prepare(index));
                runPass(array, plan.get(index), activeElements);
            }
        }
        standStill(store(plan.get(plan.size() - 1)));
        standStill(channel.waitFor(true, 0));
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
                int forLater = step.weights() == NOTHING ? Integer.MAX_VALUE : weightsForLater();
                while (channel.weightsOnTheirWay() > forLater) {
                    if (streamed >= steps(before)) {
                        long waited = channel.waitFor(forLater, false, Integer.MAX_VALUE);
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
            long waited = prepare(index);
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
                tick(loadCause(step));
            }
            if (step.weights() != NOTHING) {
                requestWeights();
            }
            // With weights that were there in time: what the pass before does not hide.
            computeCycles += Math.max(0, cycles - steps(before));
            return flow;
        }

        private Cause loadCause(StreamStep step) {
            if (step.geometry().keeps(Operand.WEIGHT)) {
                return Cause.WEIGHT_LOAD;
            }
            return step.geometry().keeps(Operand.INPUT) ? Cause.INPUT_FILL : Cause.PARTIAL_SUM_IN_BUS;
        }

        private long steps(@Nullable StreamStep step) {
            return step == null || streamed == Long.MAX_VALUE
                    ? 0
                    : step.geometry().steps();
        }

        /** A cycle; if the pass before has streamed to its end, all elements wait. */
        private void tick(Cause waitsFor) {
            channel.tick();
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

    /** Between passes: stores what is done, brings what is needed; the answer is how long the array then waits. */
    private long prepare(int index) {
        long waited = 0;
        StreamStep step = plan.get(index);
        if (index > 0) {
            waited += store(plan.get(index - 1));
        }
        // 1. What the machine cannot move while it computes.
        if (!overlapsInputs) {
            if (step.inputs() != NOTHING) {
                waited += expose(Operand.INPUT, fetchInputs(step));
            }
            if (step.sums() != NOTHING) {
                waited += expose(Operand.PARTIAL_SUM, fetchSums(step));
            }
        }
        if (!overlapsWeights && step.weights() != NOTHING) {
            waited += expose(Operand.WEIGHT, fetchWeights(step));
        }
        // 2. Before the first pass nothing could be fetched ahead; sums come back once there is room for them.
        if (index == 0) {
            for (int ahead = StreamPipeline.weightsAhead(machine); ahead > 0; ahead--) {
                requestWeights();
            }
            requestInputs();
        }
        if (overlapsInputs && step.sums() != NOTHING) {
            channel.requestSums(fetchSums(step));
        }
        // 3. What the pass needs.
        waited += channel.waitFor(
                step.weights() != NOTHING && !isLoadedAhead(index) ? weightsForLater() : Integer.MAX_VALUE,
                step.inputs() != NOTHING || step.sums() != NOTHING,
                step.startsSums() ? 1 : Integer.MAX_VALUE);
        if (step.inputs() != NOTHING) {
            requestInputs();
        }
        return waited;
    }

    private void runPass(StreamArray array, StreamStep step, int activeElements) {
        array.start(place(step));
        boolean requestsWeights = step.weights() != NOTHING;
        while (!array.isDone()) {
            if (requestsWeights && array.hasItsWeights()) {
                requestWeights();
                requestsWeights = false;
            }
            channel.tick();
            array.tick();
        }
        PassTiming timing = array.end();
        if (requestsWeights) {
            requestWeights();
        }
        cycles += timing.cycles();
        computeCycles += timing.cycles();
        timing.elementCycles().forEach((cause, count) -> elementCycles.merge(cause, count, Long::sum));
        long unused = timing.cycles() * (activeElements - step.geometry().activeElements());
        elementCycles.merge(Cause.IMBALANCE, unused, Long::sum);
        busyCycles.merge(Resource.COMPUTE, (long) step.geometry().steps(), Long::sum);
        timing.buses().forEach((bus, use) -> busyCycles.merge(bus, use.busyCycles(), Long::sum));
    }

    /** Transfers of weights that may still be on their way when those of the next pass that has any must have come; asked once for each. */
    private int weightsForLater() {
        weightsNeeded++;
        return Math.max(0, weightsRequested - weightsNeeded);
    }

    private void requestWeights() {
        while (overlapsWeights && nextWeights < plan.size()) {
            StreamStep step = plan.get(nextWeights++);
            if (step.weights() != NOTHING) {
                channel.requestWeights(fetchWeights(step));
                weightsRequested++;
                return;
            }
        }
    }

    private void requestInputs() {
        while (overlapsInputs && nextInputs < plan.size()) {
            StreamStep step = plan.get(nextInputs++);
            if (step.inputs() != NOTHING) {
                channel.requestInputs(fetchInputs(step));
                return;
            }
        }
    }

    private long fetchWeights(StreamStep step) {
        activity.bits(Action.READ, Operand.WEIGHT, Level.DRAM, step.weights());
        weightsFetched += step.weights();
        return step.weights();
    }

    /** Counts the words that fill the buffer: those of the tile, or those that the pass is sent. */
    private long fetchInputs(StreamStep step) {
        activity.bits(Action.READ, Operand.INPUT, Level.DRAM, step.inputs());
        long filled;
        if (job.residence().inputs()) {
            TileVisit visit = step.visit();
            TileShape shape = job.passes().shape(visit);
            TileGrid grid = job.passes().grid();
            filled = 0;
            for (int image = 0; image < shape.n(); image++) {
                for (int channel = 0; channel < shape.c(); channel++) {
                    filled += (long) grid.inputRows(visit.patch()) * grid.inputColumns(visit.patch());
                }
            }
        } else {
            filled = step.inputs() / widths.inputBits();
        }
        activity.words(Action.WRITE, Operand.INPUT, Level.GLOBAL_BUFFER, filled, widths.inputBits());
        return step.inputs();
    }

    private long fetchSums(StreamStep step) {
        activity.bits(Action.READ, Operand.PARTIAL_SUM, Level.DRAM, step.sums());
        if (job.residence().sums()) {
            activity.bits(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, step.sums());
        }
        return step.sums();
    }

    /** The answer is how long the array stands still for it. */
    private long store(StreamStep step) {
        if (step.leaving() == NOTHING) {
            return 0;
        }
        Operand operand = step.leavesOutputs() ? Operand.OUTPUT : Operand.PARTIAL_SUM;
        activity.bits(Action.WRITE, operand, Level.DRAM, step.leaving());
        if (operand == Operand.PARTIAL_SUM) {
            activity.bits(Action.READ, operand, Level.GLOBAL_BUFFER, step.leaving());
        } else {
            long outputs =
                    job.residence().sums() ? outputsOf(step) : step.geometry().sumsOut();
            activity.words(Action.READ, operand, Level.GLOBAL_BUFFER, outputs, widths.outputBits());
        }
        if (!overlapsOutputs) {
            return expose(operand, step.leaving());
        } else if (step.leavesOutputs()) {
            channel.requestOutputs(step.leaving());
        } else {
            channel.requestSumStore(step.leaving());
        }
        return 0;
    }

    private long outputsOf(StreamStep step) {
        TileShape shape = job.passes().shape(step.visit());
        return (long) shape.n() * shape.m() * shape.p() * shape.q();
    }

    private long expose(Operand operand, long bits) {
        long transferCycles = channel.transferNow(operand, bits);
        exposedCycles += transferCycles;
        return transferCycles;
    }

    /** Whether the weights of a pass are in the elements before the array is prepared for it. */
    private boolean isLoadedAhead(int index) {
        return machine.streaming().doubleBuffered()
                && machine.interconnect() == Interconnect.SYSTOLIC
                && index > 0
                && plan.get(index).geometry().keeps(Operand.WEIGHT)
                && StreamPipeline.loadsAhead(plan.get(index), machine);
    }

    private void standStill(long count) {
        cycles += count;
        standstillCycles += count;
    }

    private LayerTiming timing(int activeElements) {
        elementCycles.merge(Cause.DRAM, standstillCycles * activeElements, Long::sum);
        busyCycles.put(Resource.DRAM, channel.busyCycles());
        counts.addTo(activity);
        addWeightBuffer();
        activity.cycles(cycles, activeElements);
        return new LayerTiming(
                cycles,
                computeCycles,
                exposedCycles,
                activeElements,
                plan.size(),
                elementCycles,
                busyCycles,
                activity.build());
    }

    /** Where weights wait for their pass, if anywhere. */
    private void addWeightBuffer() {
        boolean inGlobalBuffer = machine.memory().weightsInGlobalBuffer();
        if (inGlobalBuffer || machine.memory().weightBuffer().isPresent()) {
            Level level = inGlobalBuffer ? Level.GLOBAL_BUFFER : Level.WEIGHT_BUFFER;
            activity.bits(Action.WRITE, Operand.WEIGHT, level, weightsFetched)
                    .words(Action.READ, Operand.WEIGHT, level, counts.weightsSent(), widths.weightBits());
        }
    }
}
