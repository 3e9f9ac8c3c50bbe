package io.picojoule.timing.array;

import java.util.Arrays;

/**
 * The queues of a pass through which partial sums go up the chains. Queue {@code level} of a chain is read by its row {@code level};
 * the one above the top row is read by the partial-sum out bus. A word takes its slot when it is sent and can be read when its latency
 * has passed.
 */
final class PartialSumQueues {
    private final int levels;
    private final int capacity;
    private final int shift;
    private final int mask;
    private final int[] values;
    private final int[] visibleFrom;
    private final int[] pushed;
    private final int[] popped;

    /** @param capacity words of each queue */
    PartialSumQueues(int columns, int rows, int capacity) {
        this.levels = rows + 1;
        this.capacity = capacity;
        // The ring has a power of two of slots, so that a word number is cut to a slot by a mask; only `capacity` are ever taken.
        this.shift = 32 - Integer.numberOfLeadingZeros(capacity - 1);
        this.mask = (1 << shift) - 1;
        int queues = columns * levels;
        this.values = new int[queues << shift];
        this.visibleFrom = new int[queues << shift];
        this.pushed = new int[queues];
        this.popped = new int[queues];
    }

    /** All empty: a new pass. */
    void reset() {
        Arrays.fill(pushed, 0);
        Arrays.fill(popped, 0);
    }

    /** The queue out of which row {@code level} of a chain reads, or, above the last row, the out bus. */
    int queue(int column, int level) {
        return column * levels + level;
    }

    /** Whether {@code words} more can be sent. */
    boolean hasRoom(int queue, int words) {
        return pushed[queue] - popped[queue] + words <= capacity;
    }

    /** Whether the first {@code words} of the queue can be read in cycle {@code now}. */
    boolean areVisible(int queue, int words, int now) {
        return pushed[queue] - popped[queue] >= words && visibleFrom[slot(queue, popped[queue] + words - 1)] <= now;
    }

    void push(int queue, int value, int visible) {
        int slot = slot(queue, pushed[queue]++);
        values[slot] = value;
        visibleFrom[slot] = visible;
    }

    int pop(int queue) {
        return values[slot(queue, popped[queue]++)];
    }

    private int slot(int queue, int word) {
        return (queue << shift) + (word & mask);
    }
}
