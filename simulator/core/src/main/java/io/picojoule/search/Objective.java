package io.picojoule.search;

/** What a search makes small. */
public enum Objective {
    ENERGY("energy"),
    LATENCY("latency"),
    /** Energy times delay. */
    EDP("edp"),
    DRAM("dram");

    /** What is made small unless something else is asked for: energy alone would leave most of the array idle, latency alone wastes joules. */
    public static final Objective DEFAULT = EDP;

    private final String key;

    Objective(String key) {
        this.key = key;
    }

    /** The cost of something that takes so much, in the unit of what is made small. */
    public double cost(double energy, long cycles, long dramBits) {
        return switch (this) {
            case ENERGY -> energy;
            case LATENCY -> cycles;
            case EDP -> energy * cycles;
            case DRAM -> dramBits;
        };
    }

    /** What tells equal costs apart: the other one of energy and cycles, as a mapping may be slower for nothing. */
    double second(double energy, long cycles) {
        return this == LATENCY ? energy : cycles;
    }

    /** Whether costs are whole numbers, so that a bound may be equal to what it stands for. */
    boolean isCounted() {
        return this == LATENCY || this == DRAM;
    }

    public String key() {
        return key;
    }
}
