package io.picojoule.mapping;

import io.picojoule.workload.Dimension;

/** One loop: it covers {@code extent} indices of an axis, {@code step} of them an iteration; the last may be ragged. */
public record Loop(Place place, Axis axis, int extent, int step) {
    public Loop {
        if (extent < 1 || step < 1) {
            throw new IllegalArgumentException("Loop: extent and step must be at least 1");
        }
    }

    /** A loop over one dimension. */
    public Loop(Place place, Dimension dimension, int extent, int step) {
        this(place, Axis.of(dimension), extent, step);
    }

    /** Whether it runs over this dimension alone. */
    boolean isOver(Dimension dimension) {
        return axis.dimensions().size() == 1 && axis.has(dimension);
    }

    public int iterations() {
        return (extent + step - 1) / step;
    }
}
