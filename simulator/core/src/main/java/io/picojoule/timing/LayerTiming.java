package io.picojoule.timing;

import io.picojoule.activity.Activity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * When a layer was done, and what everything did until then. The constructor checks the sums.
 *
 * @param cycles from the first to the last thing that happened, DRAM included
 * @param computeCycles with a memory that never lets the array wait
 * @param exposedDramCycles cycles in which the array stood still for transfers that the machine does not overlap
 * @param activeElements processing elements that the mapping uses
 * @param passes how often the array was filled and drained
 * @param elementCycles what the active elements did: sums to {@code cycles x activeElements}
 * @param busyCycles for each resource, the cycles it worked: never more than {@code cycles}. A bus that moves several words a cycle works
 *     in every cycle in which it moves one.
 */
public record LayerTiming(
        long cycles,
        long computeCycles,
        long exposedDramCycles,
        int activeElements,
        long passes,
        Map<Cause, Long> elementCycles,
        Map<Resource, Long> busyCycles,
        Activity activity) {
    public LayerTiming {
        elementCycles = withoutZeros(Cause.class, elementCycles);
        busyCycles = withoutZeros(Resource.class, busyCycles);
        long sum = elementCycles.values().stream().mapToLong(Long::longValue).sum();
        if (sum != Math.multiplyExact(cycles, (long) activeElements)) {
            throw new InvariantViolation("element cycles sum to " + sum + ", not to " + cycles + " cycles x "
                    + activeElements + " elements");
        }
        for (Map.Entry<Resource, Long> busy : busyCycles.entrySet()) {
            if (busy.getValue() > cycles) {
                throw new InvariantViolation(
                        "the " + busy.getKey().key() + " worked " + busy.getValue() + " of " + cycles + " cycles");
            }
        }
        if (computeCycles + exposedDramCycles > cycles) {
            throw new InvariantViolation("parts exceed the " + cycles + " cycles: compute " + computeCycles
                    + ", exposed DRAM " + exposedDramCycles);
        }
    }

    /** A layer that takes no time: applied on the way out of another, or nothing to do at inference. */
    public static LayerTiming nothing() {
        return new LayerTiming(0, 0, 0, 0, 0, Map.of(), Map.of(), Activity.NONE);
    }

    /** The same so often, one after another. */
    public LayerTiming times(int count) {
        return count == 1
                ? this
                : new LayerTiming(
                        Math.multiplyExact(cycles, (long) count),
                        computeCycles * count,
                        exposedDramCycles * count,
                        activeElements,
                        passes * count,
                        times(Cause.class, elementCycles, count),
                        times(Resource.class, busyCycles, count),
                        activity.times(count));
    }

    private static <K extends Enum<K>> Map<K, Long> times(Class<K> type, Map<K, Long> counts, int count) {
        EnumMap<K, Long> products = new EnumMap<>(type);
        counts.forEach((key, value) -> products.put(key, Math.multiplyExact(value, (long) count)));
        return products;
    }

    /** This timing with other counts. */
    public LayerTiming withActivity(Activity other) {
        return new LayerTiming(
                cycles, computeCycles, exposedDramCycles, activeElements, passes, elementCycles, busyCycles, other);
    }

    static <K extends Enum<K>> Map<K, Long> withoutZeros(Class<K> type, Map<K, Long> counts) {
        EnumMap<K, Long> kept = new EnumMap<>(type);
        kept.putAll(counts);
        kept.values().removeIf(count -> count == 0);
        return Collections.unmodifiableMap(kept);
    }

    /** Cycles without the DRAM transfers that the machine does not overlap: the papers' processing latency. */
    public long processingCycles() {
        return cycles - exposedDramCycles;
    }

    /** The resource that works in most cycles; of equals the first listed. */
    public Resource boundBy() {
        Resource bound = Resource.COMPUTE;
        for (Map.Entry<Resource, Long> busy : busyCycles.entrySet()) {
            if (busy.getValue() > busyCycles.getOrDefault(bound, 0L)) {
                bound = busy.getKey();
            }
        }
        return bound;
    }
}
