package io.picojoule.mapping;

import io.picojoule.hardware.LayerTiling;
import io.picojoule.workload.LoopNest;
import java.util.List;
import java.util.function.Consumer;

/**
 * Mappings that lay the same extents side by side.
 *
 * @param tiling how the machine cuts layers
 * @param tighter extents of families that have less of one axis side by side
 */
record StreamFamily(
        StreamRule rule,
        LoopNest nest,
        SpatialExtents spatial,
        StreamLimits limits,
        StreamTraits traits,
        LayerTiling tiling,
        List<SpatialExtents> tighter)
        implements MappingFamily {

    boolean cutsLayers() {
        return tiling != LayerTiling.NONE;
    }

    @Override
    public long size() {
        return cutsLayers() ? TileOrder.values().length * StreamLayout.tilings(nest) : 1;
    }

    @Override
    public int mostElements() {
        return ideal().mostElements();
    }

    @Override
    public StreamSequence ideal() {
        return sequence(TileGrid.whole(nest), TileOrder.PIXELS_FILTERS_CHANNELS);
    }

    StreamSequence sequence(TileGrid grid, TileOrder order) {
        return new StreamSequence(rule, spatial, grid, order, traits);
    }

    @Override
    public void layouts(Consumer<Layout> consumer) {
        for (TileOrder order : TileOrder.values()) {
            consumer.accept(new StreamLayout(this, order));
            if (!cutsLayers()) {
                return;
            }
        }
    }
}
