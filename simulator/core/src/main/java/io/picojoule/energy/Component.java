package io.picojoule.energy;

/** What energy is spent in. */
public enum Component {
    MAC("mac"),
    SCRATCHPAD("scratchpad"),
    NETWORK("network"),
    GLOBAL_BUFFER("global-buffer"),
    WEIGHT_BUFFER("weight-buffer"),
    POINTER_BUFFER("pointer-buffer"),
    QUEUE("queue"),
    SHARED("shared"),
    L1("l1"),
    L2("l2"),
    L3("l3"),
    DRAM("dram"),
    VECTOR_UNIT("vector-unit"),
    /** The clock of processing elements that are not gated off. */
    CLOCK("clock"),
    /** What flows whatever happens. */
    STATIC("static");

    private final String key;

    Component(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
