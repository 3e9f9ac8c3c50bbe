package io.picojoule.timing.array.fast;

import io.picojoule.hardware.Buses;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.Tiling;
import io.picojoule.timing.DramLink;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.workload.Operand;
import java.util.Set;

/**
 * What a row-stationary layer takes at least, in closed form and close to what it takes: an engine need not run a mapping that cannot be the
 * best. Where zeros are skipped it does not hold.
 */
public final class LeastCycles {
    private final ArrayJob job;
    private final PassSequence passes;
    private final DramLink link;
    private final Set<Operand> overlaps;

    private LeastCycles(ArrayJob job) {
        this.job = job;
        this.passes = job.passes();
        this.link = new DramLink(job.machine());
        this.overlaps = job.machine().memory().dram().overlaps();
    }

    /** No more cycles than an engine counts for the layer. */
    public static long of(ArrayJob job) {
        return new LeastCycles(job).ofLayer();
    }

    private long ofLayer() {
        long array = 0;
        long loads = 0;
        long transfers = 0;
        for (PassSequence.Kind kind : passes.kinds()) {
            PassGeometry geometry = kind.geometry();
            long load = weightLoad(geometry, job.machine().buses());
            array += kind.count() * (load + afterLoad(geometry, job.machine().buses()));
            loads += kind.count() * load;
            transfers += kind.count()
                    * link.cycles(geometry.weightWords() * job.words().weightBits());
        }
        // Weights of the next pass cross while neither those of this one are sent nor anything else crosses.
        long busy = overlaps.contains(Operand.WEIGHT) ? Math.max(array, loads + transfers) : array + transfers;
        return busy
                + (overlaps.contains(Operand.INPUT) ? 0 : inputs())
                + (overlaps.contains(Operand.OUTPUT) ? 0 : outputs());
    }

    /** Transfers of all input tiles. */
    private long inputs() {
        long sum = 0;
        for (int group = 0; group < passes.groups(); group++) {
            for (int patch = 0; patch < passes.patches(); patch++) {
                for (int tile = 0; tile < passes.channelGroups().count(); tile++) {
                    sum += ofImages(job.transfers().inputBits(group, patch, tile));
                }
            }
        }
        return sum * passes.filterTiles().count();
    }

    private long outputs() {
        long sum = 0;
        for (int group = 0; group < passes.groups(); group++) {
            for (int tile = 0; tile < passes.filterTiles().count(); tile++) {
                for (int patch = 0; patch < passes.patches(); patch++) {
                    sum += ofImages(job.transfers().outputBits(group, tile, patch));
                }
            }
        }
        return sum;
    }

    /** Of a tile of each tile of images. */
    private long ofImages(long bitsOfImage) {
        Tiling images = passes.images();
        int full = images.extent() / images.size();
        int rest = images.extent() % images.size();
        return full * link.cycles(images.size() * bitsOfImage) + link.cycles(rest * bitsOfImage);
    }

    private static long weightLoad(PassGeometry geometry, Buses buses) {
        long longest = (long) geometry.filtersOf(0) * geometry.channelsOf(0) * geometry.filterColumns();
        return Math.max(longest, ceilDiv(geometry.weightWords(), buses.weightWordsPerCycle()));
    }

    /** The rest of a pass: by the chains of the first block, whose elements work most, or by the bus that is busiest. */
    private static long afterLoad(PassGeometry geometry, Buses buses) {
        long window = (long) geometry.channelsOf(0) * geometry.filterColumns();
        long filters = geometry.filtersOf(0);
        int lastBlock = geometry.blocks() - 1;
        long fewestFilters = geometry.filtersOf(lastBlock);
        long fewest = fewestFilters * geometry.channelsOf(geometry.sets() - 1) * geometry.filterColumns();
        long rowWords = (long) geometry.channels() * geometry.neededRowCount();
        // Each element needs a word of the last column of a window.
        long fill = (geometry.spanWidth() - 1) * rowWords / buses.inputWordsPerCycle();
        long beforeLastStep = Math.max(
                fill + (geometry.steps() - 1) * filters * window,
                (geometry.inputWords() - rowWords) / buses.inputWordsPerCycle());
        // The last sums of chains with most filters: all leave after the first of them got to the top.
        long sums = filters * blocksLikeTheFirst(geometry) * geometry.outputRows();
        long byElements = beforeLastStep
                + toTheTop(filters, window, geometry)
                + Math.max(filters, ceilDiv(sums, buses.partialSumOutWordsPerCycle()))
                - 1;
        long byInputs = ceilDiv(geometry.inputWords(), buses.inputWordsPerCycle()) + fewest + FastPass.PIPELINE_CYCLES;
        long byOutputs = fill
                + toTheTop(fewestFilters, window, geometry)
                + ceilDiv(geometry.partialSumWords(), buses.partialSumOutWordsPerCycle())
                - 1;
        return Math.max(byElements, Math.max(byInputs, byOutputs));
    }

    /** From the start of a step at the bottom of a chain until its first partial sum has left the top. */
    private static long toTheTop(long filters, long window, PassGeometry geometry) {
        // Each element of the chain adds its last partial sums to those that come from below.
        long chain = (geometry.chainRows() - 1) * (filters - 1 + FastPass.PIPELINE_CYCLES);
        return filters * (window - 1) + chain + FastPass.PIPELINE_CYCLES + 1;
    }

    private static int blocksLikeTheFirst(PassGeometry geometry) {
        int blocks = geometry.blocks();
        while (geometry.filtersOf(blocks - 1) < geometry.filtersOf(0)) {
            blocks--;
        }
        return blocks;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
