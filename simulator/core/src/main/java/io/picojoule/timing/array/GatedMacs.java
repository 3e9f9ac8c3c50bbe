package io.picojoule.timing.array;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.Passes;
import io.picojoule.mapping.Tiling;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.ZeroUses;

/**
 * MACs of a layer that are switched off by a zero input, gated or skipped: all, and those at the first and the last word of a window. They
 * depend on the layer's data, and of the mapping only on how channels are dealt to sets and a filter is folded.
 *
 * @param skippable MACs that take no cycle if their input is zero: where zeros are skipped, all but those of the last words of windows
 */
public record GatedMacs(long all, long firstWord, long lastWord, long skippable) {
    /** No MAC is switched off. */
    public static final GatedMacs NONE = new GatedMacs(0, 0, 0, 0);

    /** Those that take no cycle. */
    public long skipped() {
        return skippable == 0 ? 0 : all - lastWord;
    }

    /** What share of the MACs that could be skipped is not. */
    double workedShare() {
        return skippable == 0 ? 1 : 1 - (double) skipped() / skippable;
    }

    /** All MACs that the layer's zeros switch off; none on a machine that computes zeros as other words. */
    static long ofLayer(SpatialArray machine, LoopNest nest, LayerData data) {
        if (machine.processingElement().zeroInputs() == ZeroInputs.COMPUTE) {
            return 0;
        }
        long all = 0;
        for (long ofChannel : data.zeroUses().ofAllColumns()) {
            all += ofChannel;
        }
        return Math.multiplyExact(all, (long) nest.n() * nest.m());
    }

    /**
     * Those of a mapping; none on a machine that computes zeros as other words.
     *
     * @param data of the nest of {@code passes}
     */
    public static GatedMacs of(SpatialArray machine, Passes passes, LayerData data) {
        return passes instanceof PassSequence rows
                ? of(machine, rows, data)
                : new GatedMacs(ofLayer(machine, passes.nest(), data), 0, 0, 0);
    }

    private static GatedMacs of(SpatialArray machine, PassSequence passes, LayerData data) {
        if (machine.processingElement().zeroInputs() == ZeroInputs.COMPUTE) {
            return NONE;
        }
        LoopNest nest = passes.nest();
        ZeroUses zeros = data.zeroUses();
        long all = 0;
        for (long ofChannel : zeros.ofAllColumns()) {
            all += ofChannel;
        }
        long first = 0;
        long last = 0;
        Tiling folds = passes.columnFolds();
        for (int fold = 0; fold < folds.count(); fold++) {
            int column = folds.start(fold);
            first += atEdge(passes, zeros.ofColumn(column), false);
            last += atEdge(passes, zeros.ofColumn(column + folds.size(fold) - 1), true);
        }
        long imagesAndFilters = (long) nest.n() * nest.m();
        return new GatedMacs(
                Math.multiplyExact(all, imagesAndFilters),
                Math.multiplyExact(first, imagesAndFilters),
                Math.multiplyExact(last, imagesAndFilters),
                machine.processingElement().zeroInputs() == ZeroInputs.SKIP ? skippable(passes) : 0);
    }

    /** All but the MACs of last words: each window of a processing element has one. */
    private static long skippable(PassSequence passes) {
        LoopNest nest = passes.nest();
        Tiling channelGroups = passes.channelGroups();
        long windows = 0;
        for (int tile = 0; tile < channelGroups.count(); tile++) {
            windows += passes.geometry(0, 0, tile, 0, 1).sets();
        }
        windows *= (long) passes.columnFolds().count() * nest.r();
        return nest.macs() - windows * (nest.macs() / ((long) nest.c() * nest.r() * nest.s()));
    }

    /** Zeros of the first, or of the last, channel of each set. */
    private static long atEdge(PassSequence passes, long[] zerosOfChannel, boolean ofLast) {
        LoopNest nest = passes.nest();
        Tiling channelGroups = passes.channelGroups();
        long sum = 0;
        for (int tile = 0; tile < channelGroups.count(); tile++) {
            PassGeometry geometry = passes.geometry(0, 0, tile, 0, 1);
            for (int set = 0; set < geometry.sets(); set++) {
                int channel = channelGroups.start(tile)
                        + geometry.firstChannelOf(set)
                        + (ofLast ? geometry.channelsOf(set) - 1 : 0);
                for (int group = 0; group < nest.g(); group++) {
                    sum += zerosOfChannel[group * nest.c() + channel];
                }
            }
        }
        return sum;
    }
}
