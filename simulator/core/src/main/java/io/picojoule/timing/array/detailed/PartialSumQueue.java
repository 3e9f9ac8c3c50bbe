package io.picojoule.timing.array.detailed;

/**
 * A queue through which partial sums go up a chain, from one processing element or bus to the next. A word takes its slot when it is sent
 * and is visible when its latency has passed; its slot is free in the cycle after it left. As words and slots carry these cycles, it does not
 * matter who is asked first in a cycle.
 */
final class PartialSumQueue {
    private final int capacity;
    private final int[] values;
    private final int[] visibleFrom;
    private final int mask;
    private final int writer;
    private final Agenda agenda;
    private int reader = Agenda.NO_ONE;
    private int pushed;
    private int popped;
    private int lastPop;
    private int awaitedPush;
    private int awaitedPop;

    /** @param writer called when there is the room that it waits for; no one if a bus fills the queue */
    PartialSumQueue(int capacity, int writer, Agenda agenda) {
        this.capacity = capacity;
        this.values = new int[Integer.highestOneBit(2 * capacity - 1)];
        this.visibleFrom = new int[values.length];
        this.mask = values.length - 1;
        this.writer = writer;
        this.agenda = agenda;
    }

    /** Names the element that reads the queue, to be called when the words that it waits for are visible. */
    void readBy(int element) {
        reader = element;
    }

    /** Empty: a new pass. */
    void reset() {
        pushed = 0;
        popped = 0;
        lastPop = -1;
        awaitedPush = 0;
        awaitedPop = 0;
    }

    /**
     * The cycle from which the first {@code words} of the queue are visible; {@link Agenda#NEVER} if some are not even sent: then the reader
     * will be called when they are visible.
     */
    int visibleFrom(int words) {
        int wanted = popped + words;
        if (pushed < wanted) {
            awaitedPush = wanted;
            return Agenda.NEVER;
        }
        return visibleFrom[(wanted - 1) & mask];
    }

    /** Whether a bus can take a word in this cycle: one a cycle. */
    boolean hasVisibleWord(int now) {
        return pushed > popped && visibleFrom[popped & mask] <= now && lastPop != now;
    }

    /**
     * The cycle from which {@code words} more can be sent, or an earlier one that is past too; {@link Agenda#NEVER} if that is not yet known:
     * then the writer will be called when they can.
     */
    int roomFrom(int words) {
        int wanted = pushed + words - capacity;
        if (popped < wanted) {
            awaitedPop = wanted;
            return Agenda.NEVER;
        }
        return freedIn(wanted) + 1;
    }

    /** Whether a bus can send a word in this cycle, into a slot that was freed before. */
    boolean hasRoom(int now) {
        int leaving = Math.max(0, lastPop + 1 - now);
        return pushed - popped + leaving < capacity;
    }

    /** A bus sends a word. */
    void push(int value, int visible) {
        values[pushed & mask] = value;
        visibleFrom[pushed & mask] = visible;
        pushed++;
        callReader(1);
    }

    /** An element sends a word a cycle, the first of which is visible from cycle {@code firstVisible}. */
    void push(int[] sums, int firstVisible) {
        for (int i = 0; i < sums.length; i++) {
            int slot = (pushed + i) & mask;
            values[slot] = sums[i];
            visibleFrom[slot] = firstVisible + i;
        }
        pushed += sums.length;
        callReader(sums.length);
    }

    private void callReader(int words) {
        if (pushed >= awaitedPush && pushed - words < awaitedPush) {
            agenda.add(reader, visibleFrom[(awaitedPush - 1) & mask]);
        }
    }

    /** A bus takes a word. */
    int pop(int now) {
        int value = values[popped & mask];
        popped++;
        lastPop = now;
        callWriter(1);
        return value;
    }

    /** An element takes a word a cycle, beginning with this one, and adds each to one of its sums. */
    void popOnto(int[] sums, int now) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[(popped + i) & mask];
        }
        popped += sums.length;
        lastPop = now + sums.length - 1;
        callWriter(sums.length);
    }

    private void callWriter(int words) {
        if (popped >= awaitedPop && popped - words < awaitedPop) {
            agenda.add(writer, freedIn(awaitedPop) + 1);
        }
    }

    /** The cycle in which the first {@code words} words have left; of words that left one a cycle until the last, exactly. */
    private int freedIn(int words) {
        return lastPop - (popped - words);
    }
}
