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
    /** Whether the next weights are on their way before the present ones have been sent. */
    private final boolean sendsAhead;

    StreamEstimator(SpatialArray machine, WordWidths words, ArrayEstimate.Packing packing) {
        this.machine = machine;
        this.words = words;
        this.packing = packing;
        this.link = new DramLink(machine);
        this.overlaps = machine.memory().dram().overlaps();
        this.limits = new StreamLimits(machine, words);
        this.sendsAhead = machine.isDoubleBuffered();
    }

    ArrayEstimate estimate(StreamSequence passes, GatedMacs gated) {
        return estimate(passes, passes.grid().inputWordsOfImage(), false, gated);
    }

    /** What no tiling of a family costs less than, whose passes with the layer as one tile these are. */
    ArrayEstimate atLeast(StreamSequence whole, GatedMacs gated) {
        LoopNest nest = whole.nest();
        long inputWords = whole.grid().inputWordsOfImage();
        long rows = Math.min(nest.inputRows(nest.p()), (long) nest.p() * nest.inputRows(1));
        long columns = Math.min(nest.inputColumns(), (long) nest.q() * nest.spanWidth());
        long withoutGaps = Math.min(inputWords, rows * columns * nest.g() * nest.c());
        return estimate(whole, withoutGaps, true, gated);
    }

    /** @param least whether it is to be below that of every tiling: then only elements that make a product have a clock */
    private ArrayEstimate estimate(StreamSequence passes, long inputWordsOfImage, boolean least, GatedMacs gated) {
        List<Kind> kinds = passes.kinds();
        Residence residence = limits.residence(passes);
        LoopNest nest = passes.nest();
        ArrayActivity.Moved once = new ArrayActivity.Moved(
                inputWordsOfImage, (long) (inputWordsOfImage * words.inputBits() * packing.input()), (long)
                        (nest.outputWords() / nest.n() * words.outputBits() * packing.output()));
        Activity.Builder counts = StreamActivity.of(machine, passes, words, residence, kinds, once, gated.all());
        Activity moved = counts.build();
        boolean overlapsWeights = overlaps.contains(Operand.WEIGHT);
        long compute = 0;
        long weightTransfers = 0;
        if (least) {
            long count = kinds.stream().mapToLong(Kind::count).sum();
            weightTransfers = residence.weights() ? 0 : link.cycles(bits(moved, Operand.WEIGHT), count);
            compute = leastPassCycles(kinds, overlapsWeights ? weightTransfers : 0);
        } else {
            for (Kind kind : kinds) {
                StreamGeometry geometry = kind.geometry();
                long transfer = residence.weights()
                        ? 0
                        : link.cycles(machine.memory()
                                .dram()
                                .weightBits(StreamLimits.distinctWeights(passes, geometry) * words.weightBits()));
                compute += kind.count() * passCycles(geometry, overlapsWeights ? transfer : 0);
                weightTransfers += kind.count() * transfer;
            }
        }
        if (residence.weights()) {
            weightTransfers = link.cycles(bits(moved, Operand.WEIGHT));
        }
        long cycles = withTransfers(compute, weightTransfers, moved);
        long clocked = least ? nest.macs() / Math.max(1, cycles) : passes.mostElements();
        return new ArrayEstimate(cycles, counts.cycles(cycles, clocked).build());
    }

    /**
     * What the passes of no tiling take less than, whose passes with the layer as one tile these are. Tiles may leave other parts over than the
     * layer does: only sums over all passes hold for every tiling, not what is rounded up, or the slowest of several, pass by pass.
     */
    private long leastPassCycles(List<Kind> kinds, long weightTransfers) {
        long passes = 0;
        long steps = 0;
        long chains = 0;
        long shifted = 0;
        long weightsLoaded = 0;
        long inputsLoaded = 0;
        long sumsLoaded = 0;
        long sumsDrained = 0;
        long weights = 0;
        long inputs = 0;
        long sumsIn = 0;
        long sumsOut = 0;
        for (Kind kind : kinds) {
            StreamGeometry geometry = kind.geometry();
            long count = kind.count();
            passes += count;
            steps += count * geometry.steps();
            chains += count * (machine.interconnect() == Interconnect.ADDER_TREE ? 1 : geometry.elementsOfSum());
            shifted += count * StreamPipeline.systolicLoadCycles(geometry, machine);
            if (geometry.keeps(Operand.WEIGHT)) {
                weightsLoaded += count * geometry.weightWords();
            } else {
                weights += count * geometry.weightsSent();
            }
            if (geometry.keeps(Operand.INPUT)) {
                inputsLoaded += count * geometry.inputWords();
            } else {
                inputs += count * geometry.inputsSent();
            }
            if (geometry.keepsSums()) {
                sumsLoaded += count * geometry.sumsIn();
                sumsDrained += count * geometry.sumWords();
            } else {
                sumsIn += count * geometry.sumsIn();
                sumsOut += count * geometry.sumsOut();
            }
        }
        if (machine.interconnect() == Interconnect.SYSTOLIC) {
            long streamed = shifted + steps + passes * StreamPipeline.systolicSkewCycles(machine);
            long sent = sendsAhead ? 0 : weightsLoaded > 0 ? shifted : shifted + steps;
            return Math.max(streamed, sent + weightTransfers);
        }
        Buses buses = machine.buses();
        long load = ceilDiv(weightsLoaded, buses.weightWordsPerCycle())
                + ceilDiv(inputsLoaded, buses.inputWordsPerCycle())
                + ceilDiv(sumsLoaded, buses.partialSumInWordsPerCycle());
        long busiest = Math.max(
                Math.max(steps, ceilDiv(weights, buses.weightWordsPerCycle())),
                Math.max(
                        ceilDiv(inputs, buses.inputWordsPerCycle()),
                        Math.max(
                                ceilDiv(sumsIn, buses.partialSumInWordsPerCycle()),
                                ceilDiv(sumsOut, buses.partialSumOutWordsPerCycle()))));
        long drain = chains + ceilDiv(sumsDrained, buses.partialSumOutWordsPerCycle()) + passes;
        long sent = weightsLoaded > 0 ? load : load + busiest;
        return Math.max(load + busiest + drain, sent + weightTransfers);
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

    /**
     * A pass. The next one's weights are fetched beside it once its own have all been sent.
     *
     * @param weightTransfer of the next pass, if it comes beside this one
     */
    private long passCycles(StreamGeometry geometry, long weightTransfer) {
        if (machine.interconnect() == Interconnect.SYSTOLIC) {
            long load = StreamPipeline.systolicLoadCycles(geometry, machine);
            long sent = geometry.keeps(Operand.WEIGHT) ? load : load + geometry.steps();
            long pass = load + geometry.steps() + StreamPipeline.systolicSkewCycles(machine);
            return Math.max(pass, sendsAhead ? weightTransfer : sent + weightTransfer);
        }
        long load = loadCycles(geometry);
        long busiest = busiestCycles(geometry);
        long sent = geometry.keeps(Operand.WEIGHT) ? load : load + busiest;
        return Math.max(load + busiest + drainCycles(geometry) + 1, sent + weightTransfer);
    }

    private long loadCycles(StreamGeometry geometry) {
        Buses buses = machine.buses();
        if (geometry.keeps(Operand.WEIGHT)) {
            return ceilDiv(geometry.weightWords(), buses.weightWordsPerCycle());
        }
        if (geometry.keeps(Operand.INPUT)) {
            return ceilDiv(geometry.inputWords(), buses.inputWordsPerCycle());
        }
        return geometry.keepsSums() && geometry.takesPartialSums()
                ? ceilDiv(geometry.sumWords(), buses.partialSumInWordsPerCycle())
                : 0;
    }

    /** The steps, or the bus that takes longest for them. */
    private long busiestCycles(StreamGeometry geometry) {
        Buses buses = machine.buses();
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
        if (!geometry.keepsSums()) {
            busiest = Math.max(busiest, steps * ceilDiv(geometry.sumWords(), buses.partialSumOutWordsPerCycle()));
            if (geometry.takesPartialSums()) {
                busiest = Math.max(busiest, steps * ceilDiv(geometry.sumWords(), buses.partialSumInWordsPerCycle()));
            }
        }
        return busiest;
    }

    private long drainCycles(StreamGeometry geometry) {
        long drain = StreamPipeline.sumCycles(geometry, machine);
        return geometry.keepsSums()
                ? drain + ceilDiv(geometry.sumWords(), machine.buses().partialSumOutWordsPerCycle())
                : drain;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
