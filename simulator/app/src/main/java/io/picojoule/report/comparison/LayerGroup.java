package io.picojoule.report.comparison;

import io.picojoule.workload.Convolution;
import io.picojoule.workload.DepthwiseConvolution;
import io.picojoule.workload.NetworkLayer;
import java.util.List;

/** Layers that are compared together. Convolutions and products reuse their operands so differently that one sum of both hides either. */
public enum LayerGroup {
    CONVOLUTIONS("conv", "CONV layers"),
    /** All other layers with MACs: fully-connected ones, matrix products, those of recurrences. */
    PRODUCTS("fully-connected", "FC layers"),
    /** Layers without MACs. */
    OTHER("other", "Other layers"),
    ALL("all", "All layers");

    /** Those of which each layer is in exactly one. */
    public static final List<LayerGroup> KINDS = List.of(CONVOLUTIONS, PRODUCTS, OTHER);

    private final String key;
    private final String title;

    LayerGroup(String key, String title) {
        this.key = key;
        this.title = title;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    boolean holds(NetworkLayer layer) {
        return switch (this) {
            case CONVOLUTIONS -> layer.macs() > 0 && isConvolution(layer);
            case PRODUCTS -> layer.macs() > 0 && !isConvolution(layer);
            case OTHER -> layer.macs() == 0;
            case ALL -> true;
        };
    }

    private static boolean isConvolution(NetworkLayer layer) {
        return layer.layer() instanceof Convolution || layer.layer() instanceof DepthwiseConvolution;
    }
}
