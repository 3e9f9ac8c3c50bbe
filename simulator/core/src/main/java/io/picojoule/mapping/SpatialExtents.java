package io.picojoule.mapping;

import java.util.List;

/** How many indices of each spatial axis are side by side: rows first, then columns, in the order of the rule. */
public record SpatialExtents(List<Integer> extents) {
    public SpatialExtents {
        extents = List.copyOf(extents);
    }

    int of(int axis) {
        return extents.get(axis);
    }
}
