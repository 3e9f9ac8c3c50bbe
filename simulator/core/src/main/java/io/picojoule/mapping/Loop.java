package io.picojoule.mapping;

import io.picojoule.workload.Dimension;

/** One loop: it covers {@code extent} indices of a dimension, {@code step} of them an iteration; the last may be ragged. */
public record Loop(Place place, Dimension dimension, int extent, int step) {
    public Loop {
        if (extent < 1 || step < 1) {
            throw new IllegalArgumentException("Loop: extent and step must be at least 1");
        }
    }

    public int iterations() {
        return (extent + step - 1) / step;
    }
}
