package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import java.util.ArrayList;
import java.util.List;

/** Which geometries the passes of a sequence have, and how many have each: products of how often each size of each tiling occurs. */
public final class StreamKinds {
    private final StreamSequence passes;
    private final List<Kind> kinds = new ArrayList<>();

    StreamKinds(StreamSequence passes) {
        this.passes = passes;
    }

    /** Passes of one geometry. */
    public record Kind(StreamGeometry geometry, long count) {}

    List<Kind> list() {
        TileGrid grid = passes.grid();
        for (Part images : Part.of(grid.images())) {
            for (Part filters : Part.of(grid.filters())) {
                for (Part rows : Part.of(grid.strips())) {
                    for (Part columns : Part.of(grid.columns())) {
                        long count = grid.groups() * images.count() * filters.count() * rows.count() * columns.count();
                        boolean first = true;
                        for (Part channels : Part.of(grid.channels())) {
                            TileShape shape = passes.shape(
                                    images.size(), filters.size(), rows.size(), columns.size(), channels.size());
                            if (first) {
                                add(shape, count, false);
                            }
                            long others = channels.count() - (first ? 1 : 0);
                            if (others > 0) {
                                add(shape, count * others, true);
                            }
                            first = false;
                        }
                    }
                }
            }
        }
        return kinds;
    }

    private void add(TileShape shape, long visits, boolean takesSums) {
        StreamRule rule = passes.rule();
        long places = 1;
        long startingPlaces = 1;
        for (Dimension dimension : rule.passes().dimensions()) {
            places *= shape.extent(dimension);
            startingPlaces *= Axis.isReduced(dimension) ? 1 : shape.extent(dimension);
        }
        int[] used = new int[passes.axes().size()];
        spread(shape, 0, used, visits * places, takesSums ? 0 : visits * startingPlaces);
    }

    /**
     * @param count passes of what is chosen so far
     * @param starting those of them that start their sums
     */
    private void spread(TileShape shape, int axis, int[] used, long count, long starting) {
        if (axis == used.length) {
            if (starting > 0) {
                kinds.add(new Kind(passes.geometry(shape, used, false), starting));
            }
            if (count > starting) {
                kinds.add(new Kind(passes.geometry(shape, used, true), count - starting));
            }
            return;
        }
        Axis each = passes.axes().get(axis);
        int extent = shape.extent(each);
        boolean first = true;
        for (Part part :
                Part.of(new Tiling(extent, Math.min(extent, passes.spatial().of(axis))))) {
            used[axis] = part.size();
            // Sums start where the index of every reduced axis is 0, in its first part.
            long startingHere = !each.isReduced() ? starting * part.count() : first ? starting : 0;
            spread(shape, axis + 1, used, count * part.count(), startingHere);
            first = false;
        }
    }
}
