package io.picojoule.area;

/** What area is spent on. The keys are those of energy where they mean the same parts. */
public enum AreaComponent {
    /** Multipliers and adders, and a sparse engine's codebooks. */
    MAC("mac", false),
    /** Scratchpads of an array's elements; registers for activations and sums of a sparse engine's. */
    SCRATCHPAD("scratchpad", true),
    /** FIFOs at the ports of an array's elements; the rings in front of a sparse engine's. */
    QUEUE("queue", false),
    /** What of an element is neither arithmetic nor storage: control, its share of buses and clock, and the room between. */
    CONTROL("control", false),
    /** Of a sparse engine: the elements' SRAM for activations. */
    GLOBAL_BUFFER("global-buffer", true),
    /** Of a sparse engine: the elements' SRAM for the matrix. */
    WEIGHT_BUFFER("weight-buffer", true),
    ACCUMULATORS("accumulators", true),
    /** A sparse engine's pointers. */
    POINTER_BUFFER("pointer-buffer", true),
    VECTOR_UNIT("vector-unit", false),
    /** All of a processor, as stated. */
    DIE("die", false);

    private final String key;
    private final boolean storage;

    AreaComponent(String key, boolean storage) {
        this.key = key;
        this.storage = storage;
    }

    public String key() {
        return key;
    }

    /** Whether it keeps operands: what Eq. 2 of the Eyeriss paper (ISCA 2016) holds equal between dataflows. */
    public boolean isStorage() {
        return storage;
    }
}
