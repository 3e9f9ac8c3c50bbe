package io.picojoule.mapping;

import io.picojoule.hardware.LayerTiling;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Mappings of one family whose tiles follow one another in one order. Of sizes that make equally many tiles the smallest is proposed, rounded
 * up to what is side by side; output columns are cut only where a tile has a single output row; of filters a tile has as many as the buffer
 * then holds, evened out, as more of them mean fewer fetches of the inputs and change nothing else.
 */
record StreamLayout(StreamFamily family, TileOrder order) implements MappingFamily.Layout {
    @Override
    public long number() {
        return order.ordinal();
    }

    @Override
    public long size() {
        return family.cutsLayers() ? tilings(family.nest()) : 1;
    }

    /** Ways to cut images, times output pixels, times channels. */
    static long tilings(LoopNest nest) {
        return count(nest.n()) * (count(nest.p()) + count(nest.q()) - 1) * count(nest.c());
    }

    private static long count(int extent) {
        long sizes = 0;
        for (int size = extent; size > 0; size = Tiling.smaller(size, extent)) {
            sizes++;
        }
        return sizes;
    }

    @Override
    public StreamSequence ideal() {
        return family.sequence(TileGrid.whole(family.nest()), order);
    }

    @Override
    public void tilings(Consumer<Passes> consumer) {
        // No tile has larger passes than the layer as one.
        if (family.limits().fitsElements(ideal())) {
            cut(consumer);
        } else {
            cut(passes -> {
                if (family.limits().fitsElements((StreamSequence) passes)) {
                    consumer.accept(passes);
                }
            });
        }
    }

    private void cut(Consumer<Passes> consumer) {
        LoopNest nest = family.nest();
        if (!family.cutsLayers()) {
            consumer.accept(ideal());
            return;
        }
        List<Integer> channels = sizes(Dimension.C);
        for (int n : sizes(Dimension.N)) {
            for (int p : sizes(Dimension.P)) {
                for (int q : columns(p)) {
                    for (int c : channels) {
                        filters(n, p, q, c, consumer);
                    }
                }
            }
        }
    }

    private void filters(int n, int p, int q, int c, Consumer<Passes> consumer) {
        LoopNest nest = family.nest();
        int most = mostFilters(n, p, q, c);
        if (family.tiling() == LayerTiling.PASSES && !family.limits().holdsWeights()) {
            int ofPass = ofPass(Dimension.M);
            if (ofPass <= most) {
                consumer.accept(family.sequence(TileGrid.of(nest, n, ofPass, p, q, c), order));
            }
            return;
        }
        if (most == 0) {
            return;
        }
        int size = evened(most, unit(Dimension.M));
        if (!isLeftToAnother(new TileShape(n, size, c, p, q, nest.r(), nest.s()), most)) {
            consumer.accept(family.sequence(TileGrid.of(nest, n, size, p, q, c), order));
        }
    }

    /** Filters of a tile that may have so many, in multiples of those side by side if it has that many. */
    private int evened(int most, int unit) {
        int filters = family.nest().m();
        int whole = most >= unit ? most / unit * unit : most;
        int tiles = (filters + whole - 1) / whole;
        int even = (filters + tiles - 1) / tiles;
        return Math.min(filters, Math.min(most, (even + unit - 1) / unit * unit));
    }

    /** Whether a tile is so small that a family with less side by side lays it out in the same way, and so proposes the same mapping. */
    private boolean isLeftToAnother(TileShape tile, int mostFilters) {
        List<Axis> axes = family.rule().spatial();
        for (SpatialExtents other : family.tighter()) {
            boolean same = true;
            for (int axis = 0; same && axis < axes.size(); axis++) {
                int extent = tile.extent(axes.get(axis));
                same = Math.min(family.spatial().of(axis), extent) == Math.min(other.of(axis), extent);
            }
            int filters = family.rule().spatialAxisOf(Dimension.M);
            if (same && (filters < 0 || evened(mostFilters, other.of(filters)) == tile.m())) {
                return true;
            }
        }
        return false;
    }

    /** How much of a dimension one pass works on. */
    private int ofPass(Dimension dimension) {
        if (family.rule().passes().has(dimension)) {
            return 1;
        }
        int axis = family.rule().spatialAxisOf(dimension);
        return axis < 0 ? family.nest().extent(dimension) : family.spatial().of(axis);
    }

    /** Filters of a tile that the buffer has room for. */
    private int mostFilters(int n, int p, int q, int c) {
        LoopNest nest = family.nest();
        int low = 0;
        int high = nest.m();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (family.limits()
                    .fitsGlobalBuffer(family.rule(), nest, new TileShape(n, middle, c, p, q, nest.r(), nest.s()))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How many of a dimension are side by side, if it is an axis of its own; tiles are multiples of that, so that none leaves a part over. */
    private int unit(Dimension dimension) {
        int axis = family.rule().spatialAxisOf(dimension);
        return axis < 0 ? 1 : family.spatial().of(axis);
    }

    /** Rows are whole where a tile has several of them, unless tiles are those of a pass. */
    private List<Integer> columns(int rows) {
        boolean whole = rows > 1 && family.tiling() != LayerTiling.PASSES;
        return whole ? List.of(family.nest().q()) : sizes(Dimension.Q);
    }

    private List<Integer> sizes(Dimension dimension) {
        if (family.tiling() == LayerTiling.PASSES) {
            return List.of(ofPass(dimension));
        }
        int extent = family.nest().extent(dimension);
        int unit = unit(dimension);
        List<Integer> sizes = new ArrayList<>();
        for (int size = extent; size > 0; size = Tiling.smaller(size, extent)) {
            int rounded = size < unit ? size : Math.min(extent, (size + unit - 1) / unit * unit);
            if (sizes.isEmpty() || sizes.get(sizes.size() - 1) != rounded) {
                sizes.add(rounded);
            }
        }
        return sizes;
    }
}
