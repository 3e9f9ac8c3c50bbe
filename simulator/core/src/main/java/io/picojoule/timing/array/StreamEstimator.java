package io.picojoule.timing.array;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.mapping.StreamKinds.Kind;
import io.picojoule.mapping.StreamLimits;
import io.picojoule.mapping.StreamLimits.Residence;
import io.picojoule.mapping.StreamSequence;
import io.picojoule.timing.DramLink;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Set;

/**
 * Estimates mappings of a streaming dataflow without timing a step: counts as exact as the engines' but for the bits of packed transfers, and
 * cycles in closed form.
 */
final class StreamEstimator {
    private final SpatialArray machine;
    private final WordWidths words;
    private final ArrayEstimate.Packing packing;
    private final DramLink link;
    private final Set<Operand> overlaps;
    private final StreamLimits limits;

    StreamEstimator(SpatialArray machine, WordWidths words, ArrayEstimate.Packing packing) {
        this.machine = machine;
        this.words = words;
        this.packing = packing;
        this.link = new DramLink(machine);
        this.overlaps = machine.memory().dram().overlaps();
        this.limits = new StreamLimits(machine, words);
    }

    ArrayEstimate estimate(StreamSequence passes, GatedMacs gated) {
        return estimate(passes, passes.grid().inputWordsOfImage(), passes.mostElements(), gated);
    }

    /** What no tiling of a family costs less than, whose passes with the layer as one tile these are. */
    ArrayEstimate atLeast(StreamSequence whole, GatedMacs gated) {
        LoopNest nest = whole.nest();
        long inputWords = whole.grid().inputWordsOfImage();
        long rows = Math.min(nest.inputRows(nest.p()), (long) nest.p() * nest.inputRows(1));
        long columns = Math.min(nest.inputColumns(), (long) nest.q() * nest.spanWidth());
        long withoutGaps = Math.min(inputWords, rows * columns * nest.g() * nest.c());
        return estimate(whole, withoutGaps, 0, gated);
    }

    /** @param elements that have a clock; 0 if only those that make a product are to count */
    private ArrayEstimate estimate(StreamSequence passes, long inputWordsOfImage, int elements, GatedMacs gated) {
        List<Kind> kinds = passes.kinds();
        Residence residence = limits.residence(passes);
        LoopNest nest = passes.nest();
        ArrayActivity.Moved once = new ArrayActivity.Moved(
                inputWordsOfImage, (long) (inputWordsOfImage * words.inputBits() * packing.input()), (long)
                        (nest.outputWords() / nest.n() * words.outputBits() * packing.output()));
        Activity.Builder counts = StreamActivity.of(machine, passes, words, residence, kinds, once, gated.all());
        Activity moved = counts.build();
        long compute = 0;
        long weightTransfers = 0;
        for (Kind kind : kinds) {
            StreamGeometry geometry = kind.geometry();
            long transfer = residence.weights()
                    ? 0
                    : link.cycles(machine.memory()
                            .dram()
                            .weightBits(StreamLimits.distinctWeights(passes, geometry) * words.weightBits()));
            long pass = passCycles(geometry);
            compute += kind.count() * (overlaps.contains(Operand.WEIGHT) ? Math.max(pass, transfer) : pass);
            weightTransfers += kind.count() * transfer;
        }
        if (residence.weights()) {
            weightTransfers = link.cycles(bits(moved, Operand.WEIGHT));
        }
        long cycles = withTransfers(compute, weightTransfers, moved);
        long clocked = elements == 0 ? nest.macs() / Math.max(1, cycles) : elements;
        return new ArrayEstimate(cycles, counts.cycles(cycles, clocked).build());
    }

    private static long bits(Activity moved, Operand operand) {
        return moved.bits(Action.READ, operand, Level.DRAM) + moved.bits(Action.WRITE, operand, Level.DRAM);
    }

    private long withTransfers(long compute, long weights, Activity moved) {
        long inputs = link.cycles(bits(moved, Operand.INPUT));
        long sums = bits(moved, Operand.PARTIAL_SUM);
        long outputs = link.cycles(bits(moved, Operand.OUTPUT) + sums / 2);
        long back = link.cycles(sums / 2);
        long overlapped = (overlaps.contains(Operand.WEIGHT) ? weights : 0)
                + (overlaps.contains(Operand.INPUT) ? inputs : 0)
                + (overlaps.contains(Operand.OUTPUT) ? outputs : 0);
        return Math.max(compute, overlapped) + weights + inputs + outputs + back - overlapped;
    }

    private long passCycles(StreamGeometry geometry) {
        if (machine.interconnect() == Interconnect.SYSTOLIC) {
            return StreamPipeline.systolicLoadCycles(geometry, machine)
                    + geometry.steps()
                    + StreamPipeline.systolicSkewCycles(machine);
        }
        Buses buses = machine.buses();
        long load = 0;
        long drain = StreamPipeline.sumCycles(geometry, machine);
        if (geometry.keeps(Operand.WEIGHT)) {
            load = ceilDiv(geometry.weightWords(), buses.weightWordsPerCycle());
        } else if (geometry.keeps(Operand.INPUT)) {
            load = ceilDiv(geometry.inputWords(), buses.inputWordsPerCycle());
        } else if (geometry.keepsSums() && geometry.takesPartialSums()) {
            load = ceilDiv(geometry.sumWords(), buses.partialSumInWordsPerCycle());
        }
        long steps = geometry.steps();
        long busiest = steps;
        if (!geometry.keeps(Operand.WEIGHT)) {
            busiest = Math.max(busiest, steps * ceilDiv(geometry.weightWords(), buses.weightWordsPerCycle()));
        }
        if (!geometry.keeps(Operand.INPUT)) {
            busiest = Math.max(
                    busiest,
                    geometry.slide().isPresent()
                            ? ceilDiv(geometry.inputsSent(), buses.inputWordsPerCycle())
                            : steps * ceilDiv(geometry.inputWords(), buses.inputWordsPerCycle()));
        }
        if (geometry.keepsSums()) {
            drain += ceilDiv(geometry.sumWords(), buses.partialSumOutWordsPerCycle());
        } else {
            busiest = Math.max(busiest, steps * ceilDiv(geometry.sumWords(), buses.partialSumOutWordsPerCycle()));
            if (geometry.takesPartialSums()) {
                busiest = Math.max(busiest, steps * ceilDiv(geometry.sumWords(), buses.partialSumInWordsPerCycle()));
            }
        }
        return load + busiest + drain + 1;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
