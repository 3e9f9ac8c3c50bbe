package io.picojoule.timing;

/** Something that can bind a layer. The keys are those of the causes, as the two answer the same question. */
public enum Resource {
    /** The multipliers. */
    COMPUTE("busy"),
    INPUT_BUS("input-bus"),
    WEIGHT_BUS("weight-bus"),
    PARTIAL_SUM_IN_BUS("partial-sum-in-bus"),
    PARTIAL_SUM_OUT_BUS("partial-sum-out-bus"),
    /** The cache that the cores of a processor share. */
    CACHE("buffer"),
    DRAM("dram"),
    /** What starts the kernels of a processor. */
    LAUNCH("launch"),
    /** Of a sparse engine, which sends one activation a cycle. */
    BROADCAST("queue-empty"),
    VECTOR_UNIT("pipeline");

    private final String key;

    Resource(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Whether it moves words instead of computing. */
    public boolean isBandwidth() {
        return this != COMPUTE && this != VECTOR_UNIT && this != BROADCAST && this != LAUNCH;
    }
}
