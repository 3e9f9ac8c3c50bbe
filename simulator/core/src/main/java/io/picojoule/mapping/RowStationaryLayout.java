package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Row-stationary mappings that differ in n, f and m only. Of the values of n, or f, that make equally many tiles the smallest is
 * proposed: it cuts most evenly and takes least room. Of m, the largest that the buffer then holds, evened out: more filters in the
 * buffer mean fewer fetches of the inputs, and change nothing else.
 *
 * @param untiled with all images, filters and output columns in one tile
 */
record RowStationaryLayout(RowStationaryLimits limits, LoopNest nest, RowStationaryParameters untiled)
        implements MappingFamily.Layout {
    private static final int BITS_OF_BLOCKS = 28;

    @Override
    public long number() {
        return ((long) untiled.p() << BITS_OF_BLOCKS) + untiled.t();
    }

    @Override
    public long size() {
        return tilings(nest);
    }

    /** Ways to cut the images, times ways to cut the output columns. */
    static long tilings(LoopNest nest) {
        return sizes(nest.n()) * sizes(nest.q());
    }

    private static long sizes(int extent) {
        long sizes = 0;
        for (int size = extent; size > 0; size = Tiling.smaller(size, extent)) {
            sizes++;
        }
        return sizes;
    }

    @Override
    public PassSequence ideal() {
        return new PassSequence(nest, untiled);
    }

    /**
     * Smaller tiles of images or columns cost more passes: they are left out unless the buffer then holds more filters, or narrow tiles of
     * columns skip gaps between windows that wide ones fetch.
     */
    @Override
    public void tilings(Consumer<Passes> consumer) {
        if (!limits.fitsWeightBuffer(untiled)) {
            return;
        }
        boolean hasGaps = nest.strideWidth() > nest.spanWidth();
        // By tile of columns, the fewest tiles of filters that any larger tile of images allows.
        int[] fewestBefore = new int[Math.toIntExact(sizes(nest.q()))];
        Arrays.fill(fewestBefore, Integer.MAX_VALUE);
        for (int n = nest.n(); n > 0; n = Tiling.smaller(n, nest.n())) {
            int fewest = Integer.MAX_VALUE;
            int column = 0;
            for (int f = nest.q(); f > 0; f = Tiling.smaller(f, nest.q())) {
                fewest = Math.min(fewest, fewestBefore[column]);
                int passes = mostPassesOfTile(n, f);
                if (passes > 0 && (tiles(passes) < fewest || hasGaps)) {
                    fewest = Math.min(fewest, tiles(passes));
                    consumer.accept(new PassSequence(nest, tile(n, f, evenedOut(passes))));
                }
                fewestBefore[column++] = fewest;
                if (fewest == 1 && !hasGaps) {
                    Arrays.fill(fewestBefore, column, fewestBefore.length, 1);
                    break;
                }
            }
        }
    }

    private int passes() {
        return (nest.m() + untiled.filters() - 1) / untiled.filters();
    }

    private int tiles(int passesOfTile) {
        return (passes() + passesOfTile - 1) / passesOfTile;
    }

    private int evenedOut(int passesOfTile) {
        return (passes() + tiles(passesOfTile) - 1) / tiles(passesOfTile);
    }

    /** Passes over different filters that the buffer has room for. */
    private int mostPassesOfTile(int n, int f) {
        int low = 0;
        int high = passes();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (limits.fitsGlobalBuffer(nest, tile(n, f, middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private RowStationaryParameters tile(int n, int f, int passesOfTile) {
        return new RowStationaryParameters(
                (int) Math.min((long) passesOfTile * untiled.filters(), nest.m()),
                n,
                untiled.e(),
                untiled.p(),
                untiled.q(),
                untiled.r(),
                untiled.t(),
                f,
                untiled.filterRows(),
                untiled.filterColumns());
    }
}
