package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The passes of a mapping under a {@link StreamRule}, in the order in which they run:
 *
 * <pre>
 * for each group, tile of images, filters, output rows and columns, channels       a visit; in the order of the tiles
 *   for each index of the pass axis
 *     for each part of the column axes, the last changing fastest
 *       for each part of the row axes, likewise                                     a pass
 * </pre>
 */
public final class StreamSequence implements Passes {
    private final StreamRule rule;
    private final List<Axis> axes;
    private final int rowAxes;
    private final SpatialExtents spatial;
    private final TileGrid grid;
    private final TileOrder order;
    private final boolean shares;
    private final boolean refetchesInputs;

    /** @param spatial indices of each spatial axis that are side by side */
    StreamSequence(StreamRule rule, SpatialExtents spatial, TileGrid grid, TileOrder order, StreamTraits traits) {
        this.rule = rule;
        this.axes = rule.spatial();
        this.rowAxes = rule.rows().size();
        this.spatial = spatial;
        this.grid = grid;
        this.order = order;
        this.shares = traits.sharesInputs() && rule.slides();
        this.refetchesInputs = traits.refetchesInputs();
    }

    @Override
    public LoopNest nest() {
        return grid.nest();
    }

    public StreamRule rule() {
        return rule;
    }

    /** The spatial axes of the rule: those of the rows, then those of the columns. */
    List<Axis> axes() {
        return axes;
    }

    public TileGrid grid() {
        return grid;
    }

    public TileOrder order() {
        return order;
    }

    public SpatialExtents spatial() {
        return spatial;
    }

    @Override
    public Mapping mapping() {
        return StreamLoops.mapping(this);
    }

    /** The visits, in order. */
    public Iterable<TileVisit> visits() {
        return Visits::new;
    }

    public long visitCount() {
        long count = grid.groups();
        for (Dimension dimension : order.dimensions()) {
            count *= tiling(dimension).count();
        }
        return count;
    }

    Tiling tiling(Dimension dimension) {
        return switch (dimension) {
            case N -> grid.images();
            case M -> grid.filters();
            case P -> grid.strips();
            case Q -> grid.columns();
            case C -> grid.channels();
            default -> throw new IllegalArgumentException("StreamSequence: " + dimension + " is not tiled");
        };
    }

    /** How often a tensor crosses the DRAM link if its tiles wait on the chip: once for each turn of a loop around those that change them. */
    public long turns(Operand operand) {
        List<Dimension> dimensions = order.dimensions();
        long turns = 1;
        long pending = 1;
        if (operand == Operand.INPUT && refetchesInputs) {
            return grid.filters().count();
        }
        for (Dimension dimension : dimensions) {
            if (operand.isIndexedBy(dimension)) {
                if (tiling(dimension).count() > 1) {
                    turns = pending;
                }
            } else {
                pending *= tiling(dimension).count();
            }
        }
        return turns;
    }

    /** Extents of the tiles of a visit. */
    public TileShape shape(TileVisit visit) {
        return shape(
                grid.images().size(visit.imageTile()),
                grid.filters().size(visit.filterTile()),
                grid.strips().size(grid.stripOf(visit.patch())),
                grid.columns().size(grid.columnTileOf(visit.patch())),
                grid.channels().size(visit.channelTile()));
    }

    TileShape shape(int images, int filters, int rows, int columns, int channels) {
        return new TileShape(images, filters, channels, rows, columns, nest().r(), nest().s());
    }

    /** Extents of the first tiles; none are larger. */
    public TileShape largestShape() {
        return shape(
                grid.images().size(),
                grid.filters().size(),
                grid.strips().size(),
                grid.columns().size(),
                grid.channels().size());
    }

    /** Passes of a visit at tiles of these extents. */
    public StreamPasses passesOf(TileShape shape, boolean takesSums) {
        return new StreamPasses(this, shape, takesSums);
    }

    /** The geometry of a pass at tiles of these extents that has so many indices of each spatial axis: rows first, then columns. */
    StreamGeometry geometry(TileShape shape, int[] used, boolean takesPartialSums) {
        int rows = 1;
        int columns = 1;
        int inputs = 1;
        int weights = 1;
        int sums = 1;
        int planes = 1;
        int pixelRows = 1;
        int pixelColumns = 1;
        for (int i = 0; i < used.length; i++) {
            Axis axis = axes.get(i);
            if (i < rowAxes) {
                rows *= used[i];
            } else {
                columns *= used[i];
            }
            weights *= axis.indexes(Operand.WEIGHT) ? used[i] : 1;
            sums *= axis.indexes(Operand.OUTPUT) ? used[i] : 1;
            if (axis.indexes(Operand.INPUT)) {
                inputs *= used[i];
                if (axis.isOnly(Dimension.P)) {
                    pixelRows = used[i];
                } else if (axis.isOnly(Dimension.Q)) {
                    pixelColumns = used[i];
                } else {
                    planes *= used[i];
                }
            }
        }
        LoopNest nest = nest();
        Optional<Slide> slide = shares
                ? Optional.of(new Slide(
                        pixelRows,
                        pixelColumns,
                        planes,
                        nest.r(),
                        nest.s(),
                        nest.strideHeight(),
                        nest.strideWidth(),
                        nest.dilation()))
                : Optional.empty();
        return new StreamGeometry(
                rule.stationary(),
                rows,
                columns,
                inputs,
                weights,
                sums,
                shape.extent(rule.stream()),
                slide,
                takesPartialSums);
    }

    @Override
    public int mostElements() {
        TileShape shape = largestShape();
        int elements = 1;
        int axis = 0;
        for (Axis each : axes) {
            elements *= Math.min(spatial.of(axis++), shape.extent(each));
        }
        return elements;
    }

    @Override
    public long passes() {
        return kinds().stream().mapToLong(StreamKinds.Kind::count).sum();
    }

    /** Every distinct geometry with the number of its passes, without walking the passes. In a fixed order. */
    public List<StreamKinds.Kind> kinds() {
        return new StreamKinds(this).list();
    }

    /** Counts through the tiles as an odometer does. */
    private final class Visits implements Iterator<TileVisit> {
        private final List<Dimension> dimensions = order.dimensions();
        private final int[] counts =
                dimensions.stream().mapToInt(each -> tiling(each).count()).toArray();
        private int[] place = new int[dimensions.size()];
        private int[] before = new int[0];
        private int group;
        private int groupBefore = -1;

        @Override
        public boolean hasNext() {
            return group < grid.groups();
        }

        @Override
        public TileVisit next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int[] here = place;
            int hereGroup = group;
            advance();
            boolean last = !hasNext();
            int channelTile = here[dimensions.indexOf(Dimension.C)];
            TileVisit visit = new TileVisit(
                    hereGroup,
                    here[dimensions.indexOf(Dimension.N)],
                    here[dimensions.indexOf(Dimension.P)] * grid.columns().count()
                            + here[dimensions.indexOf(Dimension.Q)],
                    here[dimensions.indexOf(Dimension.M)],
                    channelTile,
                    refetchesInputs || isOther(before, groupBefore, here, hereGroup, Operand.INPUT),
                    isOther(before, groupBefore, here, hereGroup, Operand.WEIGHT),
                    isOther(before, groupBefore, here, hereGroup, Operand.OUTPUT),
                    channelTile > 0,
                    channelTile == grid.channels().count() - 1,
                    last || isOther(here, hereGroup, place, group, Operand.OUTPUT));
            before = here;
            groupBefore = hereGroup;
            return visit;
        }

        private void advance() {
            place = Arrays.copyOf(place, place.length);
            for (int i = place.length - 1; i >= 0; i--) {
                if (++place[i] < counts[i]) {
                    return;
                }
                place[i] = 0;
            }
            group++;
        }

        private boolean isOther(int[] one, int oneGroup, int[] other, int otherGroup, Operand operand) {
            if (oneGroup != otherGroup) {
                return true;
            }
            for (int i = 0; i < other.length; i++) {
                if (one[i] != other[i] && operand.isIndexedBy(dimensions.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }
}
