package io.picojoule.hardware;

import java.util.List;

/**
 * What is between the multipliers of a processor and its DRAM.
 *
 * @param caches nearest first; the last is shared by all cores, the others are a core's own
 * @param readEfficiency the share of the bandwidth that a stream of reads gets
 * @param writeEfficiency the share that a stream of writes gets, the turning round of the bus included
 * @param coreBytesPerSecond what one core alone can draw from DRAM: its outstanding misses over their latency
 */
public record ProcessorMemory(
        List<Cache> caches, Dram dram, double readEfficiency, double writeEfficiency, long coreBytesPerSecond) {
    public ProcessorMemory {
        caches = List.copyOf(caches);
        if (caches.isEmpty()) {
            throw new IllegalArgumentException("ProcessorMemory: at least one cache, which all cores share");
        }
        requireShare(readEfficiency);
        requireShare(writeEfficiency);
        if (coreBytesPerSecond < 1) {
            throw new IllegalArgumentException("ProcessorMemory: a core must draw at least 1 B/s");
        }
    }

    private static void requireShare(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("ProcessorMemory: an efficiency is above 0 and at most 1, not " + share);
        }
    }

    /** The one that feeds the multipliers. */
    public Cache nearest() {
        return caches.get(0);
    }

    /** The one that all cores share. */
    public Cache last() {
        return caches.get(caches.size() - 1);
    }
}
