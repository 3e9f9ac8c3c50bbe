package io.picojoule.hardware;

/** How a machine cuts a layer into the tiles that its buffers hold. */
public enum LayerTiling {
    /** Into tiles of any size that fits. */
    BUFFERS("buffers"),
    /**
     * Into tiles of what a pass works on, so that no input waits in the buffer for another pass; only of filters whose weights wait there a tile
     * has as many as fit. It is how the dataflows were defined that ISCA 2016 compares with row-stationary.
     */
    PASSES("passes"),
    /** Not at all: it runs as one, and what a buffer does not hold comes from DRAM as often as the array asks for it. SCALE-Sim's schedule. */
    NONE("none");

    private final String key;

    LayerTiling(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
