package io.picojoule.simulation;

/**
 * Hears how far a run is. Called by the threads that work on layers, so from several at once and in no certain order; whatever it does
 * with that never changes the result.
 */
public interface RunProgress {
    /** Hears nothing. */
    RunProgress NONE = (layer, done, of) -> {};

    /**
     * A layer with MACs has its result; the others take no time worth telling.
     *
     * @param done how many have theirs, this one included
     * @param of how many there are
     */
    void layerDone(String layer, int done, int of);
}
