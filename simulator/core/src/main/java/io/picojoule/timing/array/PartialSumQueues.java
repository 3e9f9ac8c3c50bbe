package io.picojoule.timing.array;

import java.util.Arrays;

/**
 * The queues of a pass through which partial sums go up the chains. Queue {@code level} of a chain is read by its row {@code level}; the one
 * above the top row is read by the partial-sum out bus. A word takes its slot when it is sent and is visible when its latency has
 * passed; its slot is free in the cycle after it left. As words and slots carry these cycles, it does not matter who is asked first in a
 * cycle.
 */
final class PartialSumQueues {
    private final int rows;
    private final int capacity;
    private final int shift;
    private final int mask;
    private final int[] values;
    private final int[] visibleFrom;
    private final int[] pushed;
    private final int[] popped;
    private final int[] lastPop;
    private final int[] awaitedPush;
    private final int[] awaitedPop;
    private final Agenda agenda;

    /** @param capacity words of each queue */
    PartialSumQueues(int columns, int rows, int capacity, Agenda agenda) {
        this.rows = rows;
        this.capacity = capacity;
        this.shift = 32 - Integer.numberOfLeadingZeros(capacity - 1);
        this.mask = (1 << shift) - 1;
        int queues = columns * (rows + 1);
        this.values = new int[queues << shift];
        this.visibleFrom = new int[queues << shift];
        this.pushed = new int[queues];
        this.popped = new int[queues];
        this.lastPop = new int[queues];
        this.awaitedPush = new int[queues];
        this.awaitedPop = new int[queues];
        this.agenda = agenda;
    }

    /** All empty: a new pass. */
    void reset() {
        Arrays.fill(pushed, 0);
        Arrays.fill(popped, 0);
        Arrays.fill(lastPop, -1);
        Arrays.fill(awaitedPush, 0);
        Arrays.fill(awaitedPop, 0);
    }

    /** The queue out of which row {@code level} of a chain reads, or, above the last row, the out bus. */
    int queue(int column, int level) {
        return column * (rows + 1) + level;
    }

    /**
     * The cycle from which the first {@code words} of the queue are visible; {@link Agenda#NEVER} if some are not even sent: then the element
     * that reads the queue will be called when they are visible.
     */
    int visibleFrom(int queue, int words) {
        int wanted = popped[queue] + words;
        if (pushed[queue] < wanted) {
            awaitedPush[queue] = wanted;
            return Agenda.NEVER;
        }
        return visibleFrom[slot(queue, wanted - 1)];
    }

    /** Whether the out bus can take a word in this cycle. */
    boolean hasVisibleWord(int queue, int now) {
        return pushed[queue] > popped[queue] && visibleFrom[slot(queue, popped[queue])] <= now;
    }

    /**
     * The cycle from which {@code words} more can be sent, or an earlier one that is past too; {@link Agenda#NEVER} if that is not yet known:
     * then the element that fills the queue will be called when they can.
     */
    int roomFrom(int queue, int words) {
        int wanted = pushed[queue] + words - capacity;
        if (popped[queue] < wanted) {
            awaitedPop[queue] = wanted;
            return Agenda.NEVER;
        }
        // Words on their way out leave one a cycle until the last.
        return lastPop[queue] - (popped[queue] - wanted) + 1;
    }

    /** Whether the in bus can send a word in this cycle. */
    boolean hasRoom(int queue, int now) {
        int leaving = Math.max(0, lastPop[queue] + 1 - now);
        return pushed[queue] - popped[queue] + leaving < capacity;
    }

    void push(int queue, int value, int visible) {
        int slot = slot(queue, pushed[queue]++);
        values[slot] = value;
        visibleFrom[slot] = visible;
        if (pushed[queue] == awaitedPush[queue]) {
            agenda.add(queue - queue / (rows + 1), visible);
        }
    }

    /**
     * Takes a word out.
     *
     * @param cycle in which it leaves its slot: this one or, one a cycle without a gap, a coming one
     */
    int pop(int queue, int cycle) {
        lastPop[queue] = cycle;
        int value = values[slot(queue, popped[queue]++)];
        if (popped[queue] == awaitedPop[queue]) {
            agenda.add(queue - queue / (rows + 1) - 1, cycle + 1);
        }
        return value;
    }

    private int slot(int queue, int word) {
        return (queue << shift) + (word & mask);
    }
}
