package io.picojoule.simulation;

import io.picojoule.timing.LayerTrace;

/** Hears the course of a run: the layers that take time, one after another. */
public interface RunTrace {
    /** A layer begins in this cycle of the run. */
    Course begin(LayerResult layer, long startCycle);

    /** Hears the course of one layer. */
    interface Course {
        /** Who is to hear what happens in the layer from this cycle of the run on; to them it is cycle 0. */
        LayerTrace from(long startCycle);

        /** The layer is over. */
        void end();
    }
}
