package io.picojoule.search;

/** What a search makes small. */
public enum Objective {
    ENERGY("energy"),
    LATENCY("latency"),
    /** Energy times delay. */
    EDP("edp"),
    DRAM("dram");

    private final String key;

    Objective(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
