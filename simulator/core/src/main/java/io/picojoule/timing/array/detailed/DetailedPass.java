package io.picojoule.timing.array.detailed;

import io.picojoule.activity.Activity;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.PassTiming.BusUse;
import io.picojoule.timing.Resource;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.EnumMap;
import java.util.Map;

/**
 * The array in passes of one geometry, cycle by cycle: buses, stores, queues, processing elements (Chen, Emer, Sze: Eyeriss, ISCA 2016;
 * JSSC 52(1) 2017). It is used for one pass after another; its counts go on.
 */
final class DetailedPass {
    private final PassGeometry geometry;
    private final WeightBus weightBus;
    private final InputBus inputBus;
    private final PartialSumInBus sumInBus;
    private final PartialSumOutBus sumOutBus;
    private final Map<Resource, BusMeter> buses;
    private final ElementArray elements;
    private final long tickLimit;
    private int now;
    private long cycles;

    DetailedPass(PassGeometry geometry, SpatialArray machine, LoopNest nest, TensorWords tensors) {
        this.geometry = geometry;
        Buses widths = machine.buses();
        elements = new ElementArray(geometry, machine.processingElement(), tensors);
        weightBus = new WeightBus(geometry, nest, tensors, widths.weightWordsPerCycle(), elements);
        inputBus = new InputBus(geometry, nest, widths.inputWordsPerCycle(), elements);
        sumInBus = new PartialSumInBus(geometry, widths.partialSumInWordsPerCycle(), elements);
        sumOutBus = new PartialSumOutBus(geometry, widths.partialSumOutWordsPerCycle(), elements);
        buses = Map.of(
                Resource.WEIGHT_BUS, weightBus.meter(),
                Resource.INPUT_BUS, inputBus.meter(),
                Resource.PARTIAL_SUM_IN_BUS, sumInBus.meter(),
                Resource.PARTIAL_SUM_OUT_BUS, sumOutBus.meter());
        tickLimit = tickLimit(geometry);
    }

    /** Generous: as if every word moved, every MAC of an element and every hop up a chain were done one after another, four times over. */
    private static long tickLimit(PassGeometry geometry) {
        int filters = geometry.filtersOf(0);
        long macs = (long) filters * geometry.channelsOf(0) * geometry.filterColumns();
        long hops = (long) geometry.chainRows() * (filters + ClockedElement.PIPELINE_CYCLES);
        long words = geometry.weightWords() + geometry.inputWords() + 2 * geometry.partialSumWords();
        return Math.min(Integer.MAX_VALUE - 1024, 64 + 4 * (words + geometry.steps() * (macs + hops)));
    }

    /**
     * A new pass; the array is empty.
     *
     * @param firstWeight where the weights of the pass's first filter and channel, and of its fold, lie
     * @param firstRow first row of the input tile that the fold of the filter touches
     * @param firstColumn first column of it
     * @param filtersOfTile filters of the output tile in the global buffer
     * @param firstFilter first of them in this pass
     */
    void start(int firstWeight, int firstRow, int firstColumn, int filtersOfTile, int firstFilter) {
        now = 0;
        elements.reset();
        weightBus.start(firstWeight);
        inputBus.start(firstRow, firstColumn);
        sumInBus.start(filtersOfTile, firstFilter);
        sumOutBus.start(filtersOfTile, firstFilter);
    }

    boolean hasItsWeights() {
        return weightBus.isDone();
    }

    boolean isDone() {
        return sumOutBus.isDone();
    }

    /**
     * A cycle. What happens in it is seen in the next: words and slots carry the cycle from which they can be used, and the input bus goes
     * before the elements, which free the slots of their stores.
     */
    void tick(GlobalBuffer buffer) {
        // 1. Partial sums of earlier channel groups go to the bottom of the chains.
        sumInBus.tick(buffer, now);
        if (!weightBus.isDone()) {
            // 2. At first, weights go to the scratchpads, and the elements wait for them.
            weightBus.tick(now);
            if (weightBus.isDone()) {
                elements.start(now + 1);
            }
        } else {
            // 3. Then inputs go to the input stores, as far as there is room.
            inputBus.tick(buffer, now);
            // 4. Each element multiplies, or waits; its sums go up the chain.
            elements.tick(now);
        }
        // 5. Finished partial sums leave the tops of the chains.
        sumOutBus.tick(buffer, now);
        now++;
        if (now >= tickLimit && !isDone()) {
            throw new InvariantViolation("no end after " + now + " cycles of a pass of " + geometry);
        }
    }

    /** The pass is done; the answer is its course. */
    PassTiming end() {
        elements.end(now);
        cycles += now;
        Map<Resource, BusUse> uses = new EnumMap<>(Resource.class);
        buses.forEach((bus, meter) -> {
            if (meter.wasUsed()) {
                uses.put(bus, meter.use());
            }
        });
        return new PassTiming(now, elements.counts().cyclesOfPass(), uses);
    }

    PassGeometry geometry() {
        return geometry;
    }

    /** Cycles of all passes so far. */
    long cycles() {
        return cycles;
    }

    /** Weight words sent in all passes so far. */
    long weightsSent() {
        return weightBus.meter().words();
    }

    void addTo(
            Map<Cause, Long> elementCycles,
            Map<Resource, Long> busyCycles,
            Activity.Builder activity,
            WordWidths words) {
        elements.counts().addCycles(elementCycles);
        elements.counts().addTo(activity, words);
        busyCycles.merge(Resource.COMPUTE, elements.counts().mostMacCycles(), Long::sum);
        buses.forEach((bus, meter) -> busyCycles.merge(bus, meter.busyCycles(), Long::sum));
        weightBus.addTo(activity, words);
        inputBus.addTo(activity, words);
        sumInBus.addTo(activity, words);
        sumOutBus.addTo(activity, words);
    }
}
