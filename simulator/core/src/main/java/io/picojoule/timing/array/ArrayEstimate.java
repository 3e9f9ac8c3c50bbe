package io.picojoule.timing.array;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Dram;
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
 * What a mapping will take, without timing a single step: counts as exact as the engines' but for packing and gating, which depend on
 * data, and cycles in closed form (the slowest of MACs, inputs and partial sums a step, fill and drain a pass). For ranking candidates.
 *
 * @param activity with the estimated cycles
 */
public record ArrayEstimate(long cycles, Activity activity) {
    private static final List<Operand> TRANSFERRED = List.of(Operand.WEIGHT, Operand.INPUT, Operand.OUTPUT);

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
        long cycles = withTransfers(compute, weightTransfers, inputBits * images, outputBits * images, passes, machine);
        Activity activity = ArrayActivity.of(machine, passes, words, kinds, inputBits, outputBits)
                .cycles(cycles, activeElements)
                .build();
        return new ArrayEstimate(cycles, activity);
    }

    /**
     * What the estimate cannot be below, at a fraction of its price: the MACs spread over all elements, and of the counts only MACs, the
     * reads of their operands, and DRAM. Whatever is left out is not negative.
     */
    public static ArrayEstimate atLeast(SpatialArray machine, PassSequence passes, WordWidths words, Packing packing) {
        LoopNest nest = passes.nest();
        int images = nest.n();
        long inputBits = (long) (ArrayActivity.inputWordsOfImage(passes) * words.inputBits() * packing.input());
        long outputBits = (long) (nest.outputWords() / images * words.outputBits() * packing.output());
        long weightBits =
                nest.weightWords() * passes.images().count() * passes.strips().count() * words.weightBits();
        long macs = nest.macs();
        int activeElements = passes.mostElements();
        long weightTransfers = new DramLink(machine).cycles(weightBits, passes.passes());
        long cycles = withTransfers(
                ceilDiv(macs, activeElements),
                weightTransfers,
                inputBits * images,
                outputBits * images,
                passes,
                machine);
        Activity activity = new Activity.Builder()
                .macs(macs, 0)
                .words(Action.READ, Operand.INPUT, Level.SCRATCHPAD, macs, words.inputBits())
                .words(Action.READ, Operand.WEIGHT, Level.SCRATCHPAD, macs, words.weightBits())
                .bits(Action.READ, Operand.WEIGHT, Level.DRAM, weightBits)
                .bits(Action.READ, Operand.INPUT, Level.DRAM, inputBits * images)
                .bits(Action.WRITE, Operand.OUTPUT, Level.DRAM, outputBits * images)
                .cycles(cycles, activeElements)
                .build();
        return new ArrayEstimate(cycles, activity);
    }

    /** Exposed transfers add; the others run beside the array. */
    private static long withTransfers(
            long compute, long weights, long inputBits, long outputBits, PassSequence passes, SpatialArray machine) {
        DramLink link = new DramLink(machine);
        long outputTiles = passes.outputTiles();
        long inputTiles = outputTiles * passes.channelGroups().count();
        Set<Operand> overlaps = machine.memory().dram().overlaps();
        long all = 0;
        long overlapped = 0;
        for (Operand operand : TRANSFERRED) {
            long transfer = switch (operand) {
                case WEIGHT -> weights;
                case INPUT -> link.cycles(inputBits, inputTiles);
                default -> link.cycles(outputBits, outputTiles);
            };
            all += transfer;
            overlapped += overlaps.contains(operand) ? transfer : 0;
        }
        return Math.max(compute, overlapped) + all - overlapped;
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
