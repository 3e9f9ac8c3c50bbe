package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import java.util.List;

/** Extents of a tile: how much of each dimension a part of a layer has. */
public record TileShape(int n, int m, int c, int p, int q, int r, int s) {
    public int extent(Dimension dimension) {
        return switch (dimension) {
            case N -> n;
            case G -> 1;
            case M -> m;
            case C -> c;
            case P -> p;
            case Q -> q;
            case R -> r;
            case S -> s;
        };
    }

    /** Indices of an axis; 1 if it has no dimension. */
    public int extent(Axis axis) {
        List<Dimension> dimensions = axis.dimensions();
        if (dimensions.size() == 1) {
            return extent(dimensions.get(0));
        }
        long extent = 1;
        for (int i = 0; i < dimensions.size(); i++) {
            extent = Math.multiplyExact(extent, (long) extent(dimensions.get(i)));
        }
        return Math.toIntExact(extent);
    }

    /** The index of a dimension at a place of an axis. */
    public int index(Axis axis, int place, Dimension dimension) {
        int rest = place;
        for (int i = axis.dimensions().size() - 1; i >= 0; i--) {
            Dimension inner = axis.dimensions().get(i);
            int extent = extent(inner);
            if (inner == dimension) {
                return rest % extent;
            }
            rest /= extent;
        }
        return 0;
    }
}
