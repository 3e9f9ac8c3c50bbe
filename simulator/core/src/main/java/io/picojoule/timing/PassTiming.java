package io.picojoule.timing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The course of one pass, in cycles from its first.
 *
 * @param cycles from its first weight word to its last partial sum
 * @param elementCycles what the elements of the pass did: sums to {@code cycles x elements}
 * @param buses those that moved a word
 */
public record PassTiming(long cycles, Map<Cause, Long> elementCycles, Map<Resource, BusUse> buses) {
    public PassTiming {
        elementCycles = LayerTiming.withoutZeros(Cause.class, elementCycles);
        buses = Collections.unmodifiableMap(new EnumMap<>(buses));
    }

    /**
     * What a bus did.
     *
     * @param start cycle of its first word
     * @param end cycle after that of its last word
     * @param busyCycles in which it moved a word
     */
    public record BusUse(long start, long end, long busyCycles, long words) {}

    public long elementCycles(Cause cause) {
        return elementCycles.getOrDefault(cause, 0L);
    }

    /** Cycles until the weights are in the scratchpads. */
    public long weightCycles() {
        BusUse weights = buses.get(Resource.WEIGHT_BUS);
        return weights == null ? 0 : weights.end();
    }
}
