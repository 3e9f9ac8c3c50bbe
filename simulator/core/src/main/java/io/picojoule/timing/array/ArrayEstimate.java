package io.picojoule.timing.array;

import io.picojoule.activity.Activity;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.DramLink;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;

/**
 * What a mapping will take, without timing a single step: counts as exact as the engines' but for packing and gating, which depend on
 * data, and cycles in closed form (the slowest of MACs, inputs and partial sums a step, fill and drain a pass). For ranking candidates.
 *
 * @param activity with the estimated cycles
 */
public record ArrayEstimate(long cycles, Activity activity) {

    /** What share of its raw size an operand takes on the DRAM link. */
    public record Packing(double input, double output) {
        public static final Packing NONE = new Packing(1, 1);
    }

    public static ArrayEstimate of(SpatialArray machine, PassSequence passes, WordWidths words, Packing packing) {
        List<PassSequence.Kind> kinds = passes.kinds();
        DramLink link = new DramLink(machine);
        Dram dram = machine.memory().dram();
        int images = passes.nest().n();
        long inputBits = (long) (ArrayActivity.inputWordsOfImage(passes) * words.inputBits() * packing.input());
        long outputBits = (long) (passes.nest().outputWords() / images * words.outputBits() * packing.output());
        boolean overlapsWeights = dram.overlaps().contains(Operand.WEIGHT);
        long compute = 0;
        long weightTransfers = 0;
        int activeElements = 0;
        for (PassSequence.Kind kind : kinds) {
            PassGeometry geometry = kind.geometry();
            long load = weightLoadCycles(geometry, machine.buses());
            long pass = load + cyclesAfterLoad(geometry, machine.buses());
            long transfer = link.cycles(geometry.weightWords() * words.weightBits());
            // The next pass's weights are fetched once this one's are in the scratchpads.
            compute += kind.count() * (overlapsWeights ? Math.max(pass, load + transfer) : pass);
            weightTransfers += kind.count() * transfer;
            activeElements = Math.max(activeElements, kind.geometry().activeElements());
        }
        long exposed = 0;
        long overlapped = 0;
        long outputTiles = passes.outputTiles();
        long inputTiles = outputTiles * passes.channelGroups().count();
        long[] transfers = {
            weightTransfers, link.cycles(inputBits * images, inputTiles), link.cycles(outputBits * images, outputTiles)
        };
        Operand[] operands = {Operand.WEIGHT, Operand.INPUT, Operand.OUTPUT};
        for (int i = 0; i < operands.length; i++) {
            if (dram.overlaps().contains(operands[i])) {
                overlapped += transfers[i];
            } else {
                exposed += transfers[i];
            }
        }
        long cycles = Math.max(compute, overlapped) + exposed;
        Activity activity = ArrayActivity.of(machine, passes, words, kinds, inputBits, outputBits)
                .cycles(cycles, activeElements)
                .build();
        return new ArrayEstimate(cycles, activity);
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
