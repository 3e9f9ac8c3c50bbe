package io.picojoule.activity;

/** Where a word is read or written. */
public enum Level {
    /** Inside a processing element. */
    SCRATCHPAD("scratchpad"),
    /** Array buses and links: a write puts a word on, a read is one delivery of it. */
    NETWORK("network"),
    GLOBAL_BUFFER("global-buffer"),
    WEIGHT_BUFFER("weight-buffer"),
    DRAM("dram");

    private final String key;

    Level(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
