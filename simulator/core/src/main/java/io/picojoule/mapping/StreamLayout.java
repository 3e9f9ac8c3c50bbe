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
        int unit = unit(Dimension.M);
        if (family.tiling() == LayerTiling.PASSES && !family.limits().holdsWeights()) {
            int ofPass = ofPass(Dimension.M);
            if (ofPass <= most) {
                propose(n, ofPass, p, q, c, consumer);
            }
            return;
        }
        if (most == 0) {
            return;
        }
        int whole = most >= unit ? most / unit * unit : most;
        int tiles = (nest.m() + whole - 1) / whole;
        int even = (nest.m() + tiles - 1) / tiles;
        int size = Math.min(nest.m(), Math.min(most, (even + unit - 1) / unit * unit));
        propose(n, size, p, q, c, consumer);
    }

    /** Tiles that are smaller than what is side by side are those of another family, but along the axis that takes what room is left. */
    private void propose(int n, int m, int p, int q, int c, Consumer<Passes> consumer) {
        LoopNest nest = family.nest();
        TileShape shape = new TileShape(n, m, c, p, q, nest.r(), nest.s());
        List<Axis> axes = family.rule().spatial();
        for (int axis = 0; axis < axes.size(); axis++) {
            if (!family.isLastOfSide(axis)
                    && shape.extent(axes.get(axis)) < family.spatial().of(axis)) {
                return;
            }
        }
        consumer.accept(family.sequence(TileGrid.of(nest, n, m, p, q, c), order));
    }

    /** How much of a dimension one pass works on. */
    private int ofPass(Dimension dimension) {
        if (family.rule().passes().has(dimension)) {
            return 1;
        }
        int axis = family.rule().spatial().indexOf(Axis.of(dimension));
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
        int axis = family.rule().spatial().indexOf(Axis.of(dimension));
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
