package io.picojoule.timing.array.detailed;

import io.picojoule.timing.PassTiming.BusUse;

/** What a bus has moved: over all passes, and in the present one. */
final class BusMeter {
    private static final int NEVER = -1;

    private long words;
    private long busyCycles;
    private long wordsBefore;
    private long busyCyclesBefore;
    private int first;
    private int last;

    /** A new pass. */
    void start() {
        wordsBefore = words;
        busyCyclesBefore = busyCycles;
        first = NEVER;
    }

    /** The bus moved so many words in cycle {@code now}; none is no work. */
    void moved(int count, int now) {
        if (count == 0) {
            return;
        }
        words += count;
        busyCycles++;
        last = now;
        if (first == NEVER) {
            first = now;
        }
    }

    long words() {
        return words;
    }

    long busyCycles() {
        return busyCycles;
    }

    /** Whether the bus moved anything in this pass. */
    boolean wasUsed() {
        return first != NEVER;
    }

    /** What it did in this pass. */
    BusUse use() {
        return new BusUse(first, last + 1L, busyCycles - busyCyclesBefore, words - wordsBefore);
    }
}
