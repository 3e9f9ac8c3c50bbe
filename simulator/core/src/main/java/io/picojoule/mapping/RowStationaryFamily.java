package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;
import java.util.function.Consumer;

/**
 * Row-stationary mappings with the same strip (e), channels of a processing element (q) and sets of a chain (r); the filter is folded no
 * more than it must be.
 *
 * @param start these three and the fold; one filter in one block
 * @param columns chains that the array has room for
 */
record RowStationaryFamily(RowStationaryLimits limits, LoopNest nest, RowStationaryParameters start, int columns)
        implements MappingFamily {

    @Override
    public long size() {
        long layouts = 0;
        int mostFilters = mostFilters();
        for (int p = 1; p <= mostFilters; p++) {
            int most = mostBlocks(p);
            layouts += most - (RowStationaryParameters.isRepeated(p, most, nest.m()) ? 1 : 0);
        }
        return layouts * RowStationaryLayout.tilings(nest);
    }

    @Override
    public int mostElements() {
        return start.r() * start.filterRows() * start.e() * mostBlocks(1);
    }

    /** The largest p and t together, though they may not go together. */
    @Override
    public PassSequence ideal() {
        return new PassSequence(nest, untiled(mostFilters(), mostBlocks(1)));
    }

    @Override
    public void layouts(Consumer<Layout> consumer) {
        int mostFilters = mostFilters();
        for (int p = 1; p <= mostFilters; p++) {
            int mostBlocks = mostBlocks(p);
            for (int t = 1; t <= mostBlocks; t++) {
                if (!RowStationaryParameters.isRepeated(p, t, nest.m())) {
                    consumer.accept(layout(p, t));
                }
            }
        }
    }

    @Override
    public void layouts(LayoutTest test, Consumer<Layout> consumer) {
        new LayoutRanges(this, limits.mostFiltersOfPass(nest, start), test, consumer).ofFilters(1, mostFilters());
    }

    /** Filters that a processing element can interleave. */
    private int mostFilters() {
        return limits.mostFilters(nest, start);
    }

    int mostBlocks(int p) {
        return Math.min(columns / start.e(), (nest.m() + p - 1) / p);
    }

    RowStationaryLayout layout(int p, int t) {
        return new RowStationaryLayout(limits, nest, untiled(p, t));
    }

    /** With all images, filters and output columns in one tile. */
    private RowStationaryParameters untiled(int p, int t) {
        return new RowStationaryParameters(
                nest.m(),
                nest.n(),
                start.e(),
                p,
                start.q(),
                start.r(),
                t,
                nest.q(),
                start.filterRows(),
                start.filterColumns());
    }
}
