package io.picojoule.hardware;

import java.util.Optional;

/**
 * What only arrays have past which words stream.
 *
 * @param doubleBuffered whether the elements take the next pass's stationary words while they work with the present ones
 * @param cutsLayers whether a layer is cut into tiles that the buffers hold; otherwise it runs as one, and what a buffer does not hold comes
 *     from DRAM as often as the array asks for it, which is how SCALE-Sim schedules
 * @param custom the user's own dataflow, where the machine's is {@code custom}
 */
public record Streaming(boolean doubleBuffered, boolean cutsLayers, Optional<CustomLoops> custom) {
    /** Cuts layers, and does one thing after another. */
    public static final Streaming DEFAULT = new Streaming(false, true, Optional.empty());
}
