package io.picojoule.hardware;

import java.util.Optional;

/**
 * What only arrays have past which words stream.
 *
 * @param doubleBuffered whether the elements take the next pass's stationary words while they work with the present ones
 * @param tiling how layers are cut
 * @param custom the user's own dataflow, where the machine's is {@code custom}
 */
public record Streaming(boolean doubleBuffered, LayerTiling tiling, Optional<CustomLoops> custom) {
    /** Cuts layers, and does one thing after another. */
    public static final Streaming DEFAULT = new Streaming(false, LayerTiling.BUFFERS, Optional.empty());

    /** Whether a layer is cut into tiles that the buffers hold. */
    public boolean cutsLayers() {
        return tiling != LayerTiling.NONE;
    }
}
