package io.picojoule.timing.array.detailed;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The detailed engine: runs a layer on a multicast array cycle by cycle, moving every word from component to component. It is the proof
 * of the fast engine, and shows how the machine works. Counts come from events, never from formulas.
 *
 * <p>The layer's course: before each pass, what the machine cannot move while it computes is moved now, and what the pass needs is waited
 * for; during the pass, the DRAM channel fetches for the next one.
 */
public final class DetailedArray {
    private final SpatialArray machine;
    private final PassSequence passes;
    private final LoopNest nest;
    private final WordWidths words;
    private final ArrayJob job;
    private final LayerTrace trace;
    private final List<PlannedPass> plan;
    private final Map<PassGeometry, DetailedPass> arrays = new HashMap<>();
    private final TensorWords tensors;
    private final GlobalBuffer buffer;
    private final DramChannel channel;
    private final boolean overlapsWeights;
    private final boolean overlapsInputs;
    private final boolean overlapsOutputs;

    private long cycles;
    private long computeCycles;
    private long exposedCycles;
    /** Cycles between passes, exposed or not. */
    private long standstillCycles;

    private long weightsFetched;
    private final Activity.Builder activity = new Activity.Builder();

    private DetailedArray(ArrayJob job, LayerTrace trace) {
        this.job = job;
        this.trace = trace;
        this.machine = job.machine();
        this.passes = job.passes();
        this.nest = passes.nest();
        this.words = job.words();
        this.plan = PlannedPass.of(passes);
        this.tensors = new TensorWords(job.data());
        this.buffer = new GlobalBuffer(passes, tensors);
        Dram dram = machine.memory().dram();
        this.channel = new DramChannel(dram, machine.clockHertz(), trace);
        this.overlapsWeights = dram.overlaps().contains(Operand.WEIGHT);
        this.overlapsInputs = dram.overlaps().contains(Operand.INPUT);
        this.overlapsOutputs = dram.overlaps().contains(Operand.OUTPUT);
    }

    /** Runs a layer. */
    public static DetailedRun run(ArrayJob job) {
        return run(job, LayerTrace.NONE);
    }

    /** The same, and tells every pass and transfer on the way. */
    public static DetailedRun run(ArrayJob job, LayerTrace trace) {
        return new DetailedArray(job, trace).run();
    }

    private DetailedRun run() {
        for (int index = 0; index < plan.size(); index++) {
            prepare(index);
            runPass(index);
        }
        finish();
        return new DetailedRun(timing(), buffer.outputs());
    }

    /** Between passes: stores what is done, loads what is needed. */
    private void prepare(int index) {
        PlannedPass pass = plan.get(index);
        boolean endsTile = index > 0 && plan.get(index - 1).endsOutputTile();
        // 1. Transfers that the machine does not overlap, one after another.
        if (endsTile) {
            storeOutputs(plan.get(index - 1));
        }
        if (pass.startsInputTile()) {
            if (!overlapsInputs) {
                expose(Operand.INPUT, fetchInputs(pass));
            }
            buffer.loadInputs(pass);
        }
        if (!overlapsWeights) {
            expose(Operand.WEIGHT, fetchWeights(pass));
        }
        // 2. Before the first pass nothing could be fetched ahead.
        if (index == 0) {
            requestWeights(0);
            requestInputs(0);
        }
        // 3. Waits for what the pass needs; of the outputs, those of the last tile may still be on their way.
        standStill(channel.waitFor(pass.startsInputTile(), pass.startsOutputTile() ? 1 : Integer.MAX_VALUE));
        if (pass.startsOutputTile()) {
            buffer.startOutputTile(pass);
        }
    }

    /** The pass, and beside it the channel, which fetches for the next. */
    private void runPass(int index) {
        PlannedPass pass = plan.get(index);
        DetailedPass array =
                arrays.computeIfAbsent(pass.geometry(), geometry -> new DetailedPass(geometry, machine, nest, tensors));
        int filter = passes.filterTiles().start(pass.filterTile()) + pass.firstFilter();
        int plane = (pass.group() * nest.m() + filter) * nest.c()
                + passes.channelGroups().start(pass.channelGroup());
        int firstRow = passes.firstRowOf(pass.fold());
        int firstColumn = passes.firstColumnOf(pass.fold());
        array.start(
                (plane * nest.r() + firstRow) * nest.s() + firstColumn,
                firstRow * nest.dilation(),
                firstColumn * nest.dilation(),
                passes.filterTiles().size(pass.filterTile()),
                pass.firstFilter());
        if (pass.startsInputTile()) {
            requestInputs(nextInputTile(index));
        }
        boolean requestsWeights = true;
        while (!array.isDone()) {
            if (requestsWeights && array.hasItsWeights()) {
                requestWeights(index + 1);
                requestsWeights = false;
            }
            channel.tick();
            array.tick(buffer);
        }
        PassTiming timing = array.end();
        trace.pass(new LayerTrace.Pass(
                cycles,
                pass.group(),
                pass.imageTile(),
                pass.filterTile(),
                pass.patch(),
                pass.channelGroup(),
                pass.fold(),
                pass.firstFilter(),
                pass.geometry(),
                timing));
        cycles += timing.cycles();
        computeCycles += timing.cycles();
    }

    private void finish() {
        storeOutputs(plan.get(plan.size() - 1));
        standStill(channel.waitFor(true, 0));
    }

    private int nextInputTile(int index) {
        int next = index + 1;
        while (next < plan.size() && !plan.get(next).startsInputTile()) {
            next++;
        }
        return next;
    }

    private void requestWeights(int index) {
        if (overlapsWeights && index < plan.size()) {
            channel.requestWeights(fetchWeights(plan.get(index)));
        }
    }

    private void requestInputs(int index) {
        if (overlapsInputs && index < plan.size()) {
            channel.requestInputs(fetchInputs(plan.get(index)));
        }
    }

    private void storeOutputs(PlannedPass pass) {
        buffer.storeOutputs(pass);
        long bits =
                pass.geometry().images() * job.transfers().outputBits(pass.group(), pass.filterTile(), pass.patch());
        activity.bits(Action.WRITE, Operand.OUTPUT, Level.DRAM, bits);
        if (overlapsOutputs) {
            channel.requestOutputs(bits);
        } else {
            expose(Operand.OUTPUT, bits);
        }
    }

    /** The answer is the bits to move. */
    private long fetchInputs(PlannedPass pass) {
        long bits =
                pass.geometry().images() * job.transfers().inputBits(pass.group(), pass.patch(), pass.channelGroup());
        activity.bits(Action.READ, Operand.INPUT, Level.DRAM, bits);
        return bits;
    }

    /** The answer is the bits to move. */
    private long fetchWeights(PlannedPass pass) {
        long weights = pass.geometry().weightWords();
        weightsFetched += weights;
        activity.words(Action.READ, Operand.WEIGHT, Level.DRAM, weights, words.weightBits());
        return weights * words.weightBits();
    }

    private void expose(Operand operand, long bits) {
        long transferCycles = channel.transferNow(operand, bits);
        exposedCycles += transferCycles;
        standStill(transferCycles);
    }

    private void standStill(long count) {
        cycles += count;
        standstillCycles += count;
    }

    private LayerTiming timing() {
        int activeElements = plan.stream()
                .mapToInt(pass -> pass.geometry().activeElements())
                .max()
                .orElseThrow();
        Map<Cause, Long> elementCycles = new EnumMap<>(Cause.class);
        Map<Resource, Long> busyCycles = new EnumMap<>(Resource.class);
        long weightsSent = 0;
        for (DetailedPass array : arrays.values()) {
            array.addTo(elementCycles, busyCycles, activity, words);
            long unused = (activeElements - array.geometry().activeElements()) * array.cycles();
            elementCycles.merge(Cause.IMBALANCE, unused, Long::sum);
            weightsSent += array.weightsSent();
        }
        elementCycles.put(Cause.DRAM, standstillCycles * activeElements);
        busyCycles.put(Resource.DRAM, channel.busyCycles());
        buffer.addTo(activity, words);
        long weightBits = words.weightBits();
        WeightCounts.add(activity, machine, weightsFetched * weightBits, weightsSent * weightBits);
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
}
