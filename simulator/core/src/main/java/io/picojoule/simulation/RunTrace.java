package io.picojoule.simulation;

import io.picojoule.timing.LayerTrace;

/** Hears the course of a run: the layers that take time, one after another, and what happens in each. */
public interface RunTrace {
    /** A layer begins in this cycle of the run. */
    void begin(LayerResult layer, long startCycle);

    /** Who is to hear what happens in the layer from this cycle of the run on, which is called cycle 0 there. */
    LayerTrace course(long startCycle);

    /** The layer is over. */
    void end();
}
