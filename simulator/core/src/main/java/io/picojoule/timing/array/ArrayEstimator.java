package io.picojoule.timing.array;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.MappingFamily;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.Passes;
import io.picojoule.mapping.StreamSequence;
import io.picojoule.timing.DramLink;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Set;

/**
 * Estimates mappings of a layer without timing a single step: counts as exact as the engines' but for the bits of packed transfers, which
 * depend on tiles, and cycles in closed form (the slowest of MACs, inputs and partial sums a step, fill and drain a pass). Zeros that are
 * skipped are taken to be spread evenly: an engine finds more cycles, as elements wait for those with fewer zeros.
 */
public final class ArrayEstimator {
    private final SpatialArray machine;
    private final WordWidths words;
    private final ArrayEstimate.Packing packing;
    private final DramLink link;
    private final Set<Operand> overlaps;
    private final StreamEstimator streams;

    /**
     * Estimates for one layer.
     *
     * @param words the widths of the layer's words on this machine
     */
    public ArrayEstimator(SpatialArray machine, WordWidths words, ArrayEstimate.Packing packing) {
        this.machine = machine;
        this.words = words;
        this.packing = packing;
        this.link = new DramLink(machine);
        this.overlaps = machine.memory().dram().overlaps();
        this.streams = new StreamEstimator(machine, words, packing);
    }

    /**
     * What a mapping will take.
     *
     * @param gated the MACs that the layer's zeros switch off under this mapping
     */
    public ArrayEstimate estimate(Passes passes, GatedMacs gated) {
        return passes instanceof StreamSequence streams
                ? this.streams.estimate(streams, gated)
                : estimate((PassSequence) passes, gated);
    }

    private ArrayEstimate estimate(PassSequence passes, GatedMacs gated) {
        return estimate(passes, moved(passes, ArrayActivity.inputWordsOfImage(passes)), gated);
    }

    /** What no estimate of a layout of the array is below, however images and output columns are cut. */
    public ArrayEstimate atLeast(MappingFamily.Layout layout, GatedMacs gated) {
        Passes untiled = layout.ideal();
        if (untiled instanceof StreamSequence streams) {
            return this.streams.atLeast(streams, gated);
        }
        PassSequence ideal = (PassSequence) untiled;
        return estimate(ideal, moved(ideal, leastInputWordsOfImage(ideal)), gated);
    }

    private ArrayEstimate estimate(PassSequence passes, ArrayActivity.Moved moved, GatedMacs gated) {
        List<PassSequence.Kind> kinds = passes.kinds();
        boolean overlapsWeights = overlaps.contains(Operand.WEIGHT);
        long compute = 0;
        long weightTransfers = 0;
        for (PassSequence.Kind kind : kinds) {
            PassGeometry geometry = kind.geometry();
            long load = weightLoadCycles(geometry, machine.buses());
            long pass = load + cyclesAfterLoad(geometry, machine.buses(), gated);
            long transfer = link.cycles(geometry.weightWords() * words.weightBits());
            // The next pass's weights are fetched once this one's are in the scratchpads.
            compute += kind.count() * (overlapsWeights ? Math.max(pass, load + transfer) : pass);
            weightTransfers += kind.count() * transfer;
        }
        long cycles = withTransfers(compute, weightTransfers, moved, passes);
        Activity activity = ArrayActivity.of(machine, passes, words, kinds, moved, gated)
                .cycles(cycles, passes.mostElements())
                .build();
        return new ArrayEstimate(cycles, activity);
    }

    /**
     * What no estimate of a family of mappings is below.
     *
     * @param bestOfAll the family's ideal
     * @param gated the MACs that the layer's zeros switch off under every mapping of the family
     */
    public ArrayEstimate atLeast(MappingFamily family, Passes bestOfAll, GatedMacs gated) {
        if (bestOfAll instanceof StreamSequence streams) {
            return this.streams.atLeast(streams, gated);
        }
        PassSequence ideal = (PassSequence) bestOfAll;
        Activity.Builder least = new Activity.Builder();
        Sent sent = sent(ideal);
        long macs = ideal.nest().macs();
        long open = macs - gated.all();
        long worked = macs - gated.skipped();
        ArrayActivity.Moved moved = moved(ideal, leastInputWordsOfImage(ideal));
        Buses buses = machine.buses();
        int elements = family.mostElements();
        long load = ceilDiv(sent.weights, Math.min(buses.weightWordsPerCycle(), elements));
        long work = Math.max(ceilDiv(worked, elements), ceilDiv(sent.inputs, buses.inputWordsPerCycle()));
        long sums = Math.max(
                ceilDiv(sent.sumsIn, buses.partialSumInWordsPerCycle()),
                ceilDiv(sent.sumsOut, buses.partialSumOutWordsPerCycle()));
        long cycles = withTransfers(
                load + Math.max(work, sums),
                link.cycles(sent.weights * words.weightBits(), ideal.passes()),
                moved,
                ideal);
        least.macs(macs, gated.all() - gated.skipped())
                .skipped(gated.skipped())
                .words(Action.READ, Operand.INPUT, Level.SCRATCHPAD, worked, words.inputBits())
                .words(Action.READ, Operand.WEIGHT, Level.SCRATCHPAD, open, words.weightBits())
                .words(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER, sent.inputs, words.inputBits())
                .words(Action.READ, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, sent.sumsIn, words.partialSumBits())
                .words(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, sent.sumsOut, words.partialSumBits())
                .words(Action.READ, Operand.PARTIAL_SUM, Level.NETWORK, sent.hops, words.partialSumBits())
                .words(Action.READ, Operand.WEIGHT, Level.DRAM, sent.weights, words.weightBits())
                .bits(
                        Action.READ,
                        Operand.INPUT,
                        Level.DRAM,
                        moved.inputBits() * ideal.nest().n())
                .bits(
                        Action.WRITE,
                        Operand.OUTPUT,
                        Level.DRAM,
                        moved.outputBits() * ideal.nest().n())
                // Each MAC takes an element for a cycle; a mapping with few elements pays no clock for others.
                .cycles(cycles, worked / cycles);
        return new ArrayEstimate(cycles, least.build());
    }

    /** Words on the buses, and partial sums from element to element, of all passes. */
    private record Sent(long weights, long inputs, long sumsIn, long sumsOut, long hops) {}

    private static Sent sent(PassSequence passes) {
        long weights = 0;
        long inputs = 0;
        long sumsIn = 0;
        long sumsOut = 0;
        long hops = 0;
        for (PassSequence.Kind kind : passes.kinds()) {
            PassGeometry geometry = kind.geometry();
            long sums = kind.count() * geometry.partialSumWords();
            weights += kind.count() * geometry.weightWords();
            inputs += kind.count() * geometry.inputWords();
            sumsIn += geometry.takesPartialSums() ? sums : 0;
            sumsOut += sums;
            hops += sums * geometry.chainRows();
        }
        return new Sent(weights, inputs, sumsIn, sumsOut, hops);
    }

    private ArrayActivity.Moved moved(PassSequence passes, long inputWords) {
        LoopNest nest = passes.nest();
        return new ArrayActivity.Moved(inputWords, (long) (inputWords * words.inputBits() * packing.input()), (long)
                (nest.outputWords() / nest.n() * words.outputBits() * packing.output()));
    }

    /** Where windows leave gaps between them, narrow tiles skip what wide ones fetch for nothing. */
    private static long leastInputWordsOfImage(PassSequence passes) {
        LoopNest nest = passes.nest();
        long words = ArrayActivity.inputWordsOfImage(passes);
        long withoutGaps = (long) nest.q() * nest.spanWidth();
        return withoutGaps < nest.inputColumns() ? words / nest.inputColumns() * withoutGaps : words;
    }

    /** Exposed transfers add; the others run beside the array. */
    private long withTransfers(long compute, long weights, ArrayActivity.Moved moved, PassSequence passes) {
        int images = passes.nest().n();
        long outputTiles = passes.outputTiles();
        long inputTiles = outputTiles * passes.channelGroups().count();
        long inputs = link.cycles(moved.inputBits() * images, inputTiles);
        long outputs = link.cycles(moved.outputBits() * images, outputTiles);
        long overlapped = overlapped(Operand.WEIGHT, weights)
                + overlapped(Operand.INPUT, inputs)
                + overlapped(Operand.OUTPUT, outputs);
        return Math.max(compute, overlapped) + weights + inputs + outputs - overlapped;
    }

    /** As of a layout, but of the family's ideal, which need not be one. */
    public ArrayEstimate ofIdeal(PassSequence ideal, GatedMacs gated) {
        return estimate(ideal, moved(ideal, leastInputWordsOfImage(ideal)), gated);
    }

    /** Counts of the layouts of a row-stationary family, by its ideal. */
    public LayoutCounts layoutsOf(PassSequence ideal, GatedMacs gated) {
        return new LayoutCounts(machine, words, link, ideal, gated, moved(ideal, leastInputWordsOfImage(ideal)));
    }

    private long overlapped(Operand operand, long cycles) {
        return overlaps.contains(operand) ? cycles : 0;
    }

    private static long weightLoadCycles(PassGeometry geometry, Buses buses) {
        return ceilDiv(
                geometry.weightWords(),
                Math.min(buses.weightWordsPerCycle(), geometry.blocks() * geometry.chainRows()));
    }

    /** The rest of a pass in closed form. */
    private static long cyclesAfterLoad(PassGeometry geometry, Buses buses, GatedMacs gated) {
        long p = geometry.filtersOf(0);
        long skippable = p * (geometry.channelsOf(0) * geometry.filterColumns() - 1);
        long macs = (long) Math.ceil(skippable * gated.workedShare()) + p;
        long rowWords = (long) geometry.channels() * geometry.neededRowCount();
        long input = ceilDiv(rowWords * geometry.freshColumns(), buses.inputWordsPerCycle());
        long sums = (long) geometry.filters() * geometry.outputRows();
        long in = geometry.takesPartialSums() ? ceilDiv(sums, buses.partialSumInWordsPerCycle()) : 0;
        long out = ceilDiv(sums, buses.partialSumOutWordsPerCycle());
        long step = Math.max(Math.max(macs, input), Math.max(in, out));
        long fill = ceilDiv(rowWords * geometry.spanWidth(), buses.inputWordsPerCycle());
        // Each image begins with a whole window.
        long inputs = ceilDiv(geometry.inputWords(), buses.inputWordsPerCycle());
        return Math.max(fill + geometry.steps() * step, inputs) + geometry.chainRows() * p + out;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
