package io.picojoule.hardware;

/** How processing elements get their words. */
public enum Interconnect {
    /** Buses with destination tags: one word to many processing elements in a cycle (Eyeriss). */
    MULTICAST("multicast"),
    /** Neighbour to neighbour (TPU). */
    SYSTOLIC("systolic"),
    /** Broadcast in, a tree of adders out (Zhang, FPGA 2015). */
    ADDER_TREE("adder-tree");

    private final String key;

    Interconnect(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
