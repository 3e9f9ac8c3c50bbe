package io.picojoule.report.trace;

import io.picojoule.timing.Resource;

/** What has a lane of its own in a trace, from top to bottom. No two events of one lane overlap. */
enum Lane {
    LAYERS("layers", "layer"),
    ARRAY("array", "array"),
    WEIGHT_BUS("weight bus", "bus"),
    INPUT_BUS("input bus", "bus"),
    PARTIAL_SUM_IN_BUS("partial-sum-in bus", "bus"),
    PARTIAL_SUM_OUT_BUS("partial-sum-out bus", "bus"),
    DRAM("DRAM", "dram"),
    VECTOR_UNIT("vector unit", "vector-unit");

    private final String words;
    private final String category;

    Lane(String words, String category) {
        this.words = words;
        this.category = category;
    }

    static Lane of(Resource resource) {
        return switch (resource) {
            case COMPUTE, CACHE, LAUNCH, BROADCAST -> ARRAY;
            case WEIGHT_BUS -> WEIGHT_BUS;
            case INPUT_BUS -> INPUT_BUS;
            case PARTIAL_SUM_IN_BUS -> PARTIAL_SUM_IN_BUS;
            case PARTIAL_SUM_OUT_BUS -> PARTIAL_SUM_OUT_BUS;
            case DRAM -> DRAM;
            case VECTOR_UNIT -> VECTOR_UNIT;
        };
    }

    String words() {
        return words;
    }

    /** What its events are called together. */
    String category() {
        return category;
    }

    /** The number of its thread. */
    int thread() {
        return ordinal() + 1;
    }
}
