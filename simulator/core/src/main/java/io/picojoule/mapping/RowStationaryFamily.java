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
                    consumer.accept(new RowStationaryLayout(limits, nest, untiled(p, t)));
                }
            }
        }
    }

    @Override
    public void layouts(LayoutTest test, Consumer<Layout> consumer) {
        int mostFilters = mostFilters();
        for (int number = 1; number <= mostFilters; number++) {
            int p = test.largestFirst() ? mostFilters + 1 - number : number;
            layouts(p, 1, mostBlocks(p), test, consumer);
        }
    }

    /** Halves what may be wanted until it is one, or is not wanted. */
    private void layouts(int p, int fewestBlocks, int mostBlocks, LayoutTest test, Consumer<Layout> consumer) {
        if (!test.wants(p, fewestBlocks, mostBlocks)) {
            return;
        }
        if (fewestBlocks < mostBlocks) {
            int middle = (fewestBlocks + mostBlocks) >>> 1;
            if (test.largestFirst()) {
                layouts(p, middle + 1, mostBlocks, test, consumer);
                layouts(p, fewestBlocks, middle, test, consumer);
            } else {
                layouts(p, fewestBlocks, middle, test, consumer);
                layouts(p, middle + 1, mostBlocks, test, consumer);
            }
        } else if (!RowStationaryParameters.isRepeated(p, mostBlocks, nest.m())) {
            consumer.accept(new RowStationaryLayout(limits, nest, untiled(p, mostBlocks)));
        }
    }

    /** Filters that a processing element can interleave. */
    private int mostFilters() {
        int most = 1;
        while (most < nest.m() && limits.fitsScratchpads(nest, untiled(most + 1, 1))) {
            most++;
        }
        return most;
    }

    private int mostBlocks(int p) {
        return Math.min(columns / start.e(), (nest.m() + p - 1) / p);
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
