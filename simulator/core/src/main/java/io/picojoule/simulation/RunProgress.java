package io.picojoule.simulation;

/**
 * Hears how far a run is. Called by the threads that work on layers, so from several at once and in no certain order; whatever it does
 * with that never changes the result.
 */
public interface RunProgress {
    /** Hears nothing. */
    RunProgress NONE = new RunProgress() {
        @Override
        public void searching(String layer, int done, int of) {}

        @Override
        public void layerDone(String layer, int done, int of) {}
    };

    /**
     * The search for the mappings of a layer, and of those like it, begins. All searches come before the first layer is done.
     *
     * @param done how many searches are over
     * @param of how many there are
     */
    void searching(String layer, int done, int of);

    /**
     * A layer with MACs has its result; the others take no time worth telling.
     *
     * @param done how many have theirs, this one included
     * @param of how many there are
     */
    void layerDone(String layer, int done, int of);
}
