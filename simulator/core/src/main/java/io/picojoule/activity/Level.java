package io.picojoule.activity;

/** Where a word is read or written. */
public enum Level {
    /** Inside a processing element. */
    SCRATCHPAD("scratchpad"),
    /** Array buses and links: a write puts a word on, a read is one delivery of it. */
    NETWORK("network"),
    GLOBAL_BUFFER("global-buffer"),
    WEIGHT_BUFFER("weight-buffer"),
    /** Where a sparse engine keeps where the columns of its matrix begin. */
    POINTER_BUFFER("pointer-buffer"),
    /** Activations on their way to the elements of a sparse engine. */
    QUEUE("queue"),
    /** What the threads of a processor's core share. */
    SHARED("shared"),
    L1("l1"),
    L2("l2"),
    L3("l3"),
    DRAM("dram");

    private final String key;

    Level(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
