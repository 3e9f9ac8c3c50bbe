package io.picojoule.timing.array;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.DramLink;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Set;

/**
 * Estimates mappings of a layer without timing a single step: counts as exact as the engines' but for packing and gating, which depend on
 * data, and cycles in closed form (the slowest of MACs, inputs and partial sums a step, fill and drain a pass).
 */
public final class ArrayEstimator {
    private final SpatialArray machine;
    private final WordWidths words;
    private final ArrayEstimate.Packing packing;
    private final DramLink link;
    private final Set<Operand> overlaps;

    /** @param words the widths of the layer's words on this machine */
    public ArrayEstimator(SpatialArray machine, WordWidths words, ArrayEstimate.Packing packing) {
        this.machine = machine;
        this.words = words;
        this.packing = packing;
        this.link = new DramLink(machine);
        this.overlaps = machine.memory().dram().overlaps();
    }

    public ArrayEstimate estimate(PassSequence passes) {
        List<PassSequence.Kind> kinds = passes.kinds();
        boolean overlapsWeights = overlaps.contains(Operand.WEIGHT);
        long compute = 0;
        long weightTransfers = 0;
        for (PassSequence.Kind kind : kinds) {
            PassGeometry geometry = kind.geometry();
            long load = weightLoadCycles(geometry, machine.buses());
            long pass = load + cyclesAfterLoad(geometry, machine.buses());
            long transfer = link.cycles(geometry.weightWords() * words.weightBits());
            // The next pass's weights are fetched once this one's are in the scratchpads.
            compute += kind.count() * (overlapsWeights ? Math.max(pass, load + transfer) : pass);
            weightTransfers += kind.count() * transfer;
        }
        long inputBits = inputBitsOfImage(passes);
        long outputBits = outputBitsOfImage(passes.nest());
        long cycles = withTransfers(compute, weightTransfers, inputBits, outputBits, passes);
        Activity activity = ArrayActivity.of(machine, passes, words, kinds, inputBits, outputBits)
                .cycles(cycles, passes.mostElements())
                .build();
        return new ArrayEstimate(cycles, activity);
    }

    /**
     * What the estimate cannot be below, at a fraction of its price: the MACs spread over all elements, and of the counts only MACs, the
     * reads of their operands, and DRAM. Whatever is left out is not negative.
     */
    public ArrayEstimate atLeast(PassSequence passes) {
        LoopNest nest = passes.nest();
        long macs = nest.macs();
        long inputBits = inputBitsOfImage(passes);
        long outputBits = outputBitsOfImage(nest);
        long weightBits = nest.weightWords() * passes.images().count() * passes.patches() * words.weightBits();
        long weightTransfers = link.cycles(weightBits, passes.passes());
        long cycles =
                withTransfers(ceilDiv(macs, passes.mostElements()), weightTransfers, inputBits, outputBits, passes);
        Activity activity = new Activity.Builder()
                .macs(macs, 0)
                .words(Action.READ, Operand.INPUT, Level.SCRATCHPAD, macs, words.inputBits())
                .words(Action.READ, Operand.WEIGHT, Level.SCRATCHPAD, macs, words.weightBits())
                .bits(Action.READ, Operand.WEIGHT, Level.DRAM, weightBits)
                .bits(Action.READ, Operand.INPUT, Level.DRAM, inputBits * nest.n())
                .bits(Action.WRITE, Operand.OUTPUT, Level.DRAM, outputBits * nest.n())
                .cycles(cycles, passes.mostElements())
                .build();
        return new ArrayEstimate(cycles, activity);
    }

    private long inputBitsOfImage(PassSequence passes) {
        return (long) (ArrayActivity.inputWordsOfImage(passes) * words.inputBits() * packing.input());
    }

    private long outputBitsOfImage(LoopNest nest) {
        return (long) (nest.outputWords() / nest.n() * words.outputBits() * packing.output());
    }

    /** Exposed transfers add; the others run beside the array. */
    private long withTransfers(
            long compute, long weights, long inputBitsOfImage, long outputBitsOfImage, PassSequence passes) {
        int images = passes.nest().n();
        long outputTiles = passes.outputTiles();
        long inputTiles = outputTiles * passes.channelGroups().count();
        long inputs = link.cycles(inputBitsOfImage * images, inputTiles);
        long outputs = link.cycles(outputBitsOfImage * images, outputTiles);
        long overlapped = overlapped(Operand.WEIGHT, weights)
                + overlapped(Operand.INPUT, inputs)
                + overlapped(Operand.OUTPUT, outputs);
        return Math.max(compute, overlapped) + weights + inputs + outputs - overlapped;
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
    private static long cyclesAfterLoad(PassGeometry geometry, Buses buses) {
        long p = geometry.filtersOf(0);
        long macs = p * geometry.channelsOf(0) * geometry.filterColumns();
        long rowWords = (long) geometry.channels() * geometry.neededRowCount();
        long input = ceilDiv(rowWords * geometry.freshColumns(), buses.inputWordsPerCycle());
        long sums = (long) geometry.filters() * geometry.outputRows();
        long in = geometry.takesPartialSums() ? ceilDiv(sums, buses.partialSumInWordsPerCycle()) : 0;
        long out = ceilDiv(sums, buses.partialSumOutWordsPerCycle());
        long step = Math.max(Math.max(macs, input), Math.max(in, out));
        long fill = ceilDiv(rowWords * geometry.spanWidth(), buses.inputWordsPerCycle());
        return fill + geometry.steps() * step + geometry.chainRows() * p + out;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
