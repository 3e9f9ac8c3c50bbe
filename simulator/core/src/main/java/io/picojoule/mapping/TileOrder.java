package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import java.util.List;

/** In which order tiles follow one another; the last of these changes fastest. Output pixels are images, rows and columns, in this order. */
public enum TileOrder {
    FILTERS_PIXELS_CHANNELS(Dimension.M, Dimension.N, Dimension.P, Dimension.Q, Dimension.C),
    PIXELS_FILTERS_CHANNELS(Dimension.N, Dimension.P, Dimension.Q, Dimension.M, Dimension.C),
    FILTERS_CHANNELS_PIXELS(Dimension.M, Dimension.C, Dimension.N, Dimension.P, Dimension.Q),
    PIXELS_CHANNELS_FILTERS(Dimension.N, Dimension.P, Dimension.Q, Dimension.C, Dimension.M),
    CHANNELS_FILTERS_PIXELS(Dimension.C, Dimension.M, Dimension.N, Dimension.P, Dimension.Q),
    CHANNELS_PIXELS_FILTERS(Dimension.C, Dimension.N, Dimension.P, Dimension.Q, Dimension.M);

    private final List<Dimension> dimensions;

    TileOrder(Dimension... dimensions) {
        this.dimensions = List.of(dimensions);
    }

    /** The outermost first. */
    List<Dimension> dimensions() {
        return dimensions;
    }
}
