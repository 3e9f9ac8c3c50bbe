package io.picojoule.timing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The course of one pass, in cycles from its first.
 *
 * @param cycles from its first weight word to its last partial sum
 * @param elementCycles what the elements of the pass did: sums to {@code cycles x elements}
 * @param weightCycles until the last weight has come
 * @param buses those that moved a word
 */
public record PassTiming(long cycles, long weightCycles, Map<Cause, Long> elementCycles, Map<Resource, BusUse> buses) {
    public PassTiming {
        elementCycles = LayerTiming.withoutZeros(Cause.class, elementCycles);
        EnumMap<Resource, BusUse> copy = new EnumMap<>(Resource.class);
        copy.putAll(buses);
        buses = Collections.unmodifiableMap(copy);
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

    /** A pass whose weights come over their bus. */
    public PassTiming(long cycles, Map<Cause, Long> elementCycles, Map<Resource, BusUse> buses) {
        this(cycles, end(buses.get(Resource.WEIGHT_BUS)), elementCycles, buses);
    }

    private static long end(@Nullable BusUse use) {
        return use == null ? 0 : use.end();
    }
}
