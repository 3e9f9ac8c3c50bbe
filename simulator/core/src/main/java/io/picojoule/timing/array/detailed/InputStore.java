package io.picojoule.timing.array.detailed;

/**
 * The input store of a processing element: scratchpad and FIFO as one queue, out of which the window is read in place. Words are numbered by
 * arrival, over all images of the pass; word {@code n} takes the slot of word {@code n - capacity}.
 */
final class InputStore {
    private final int capacity;
    private final int[] values;
    private final int mask;
    private final int reader;
    private final Agenda agenda;
    private int sent;
    private int freed;
    private int lastSent;
    private int awaited;

    /** @param reader called when the words that it waits for are visible */
    InputStore(int capacity, int reader, Agenda agenda) {
        this.capacity = capacity;
        // A power of two of slots, so that a mask cuts a word's number to its slot; only `capacity` of them are ever
        // taken.
        this.values = new int[Integer.highestOneBit(2 * capacity - 1)];
        this.mask = values.length - 1;
        this.reader = reader;
        this.agenda = agenda;
    }

    /** Empty: a new pass. */
    void reset() {
        sent = 0;
        freed = 0;
        lastSent = -1;
        awaited = 0;
    }

    /** Whether a word can be sent in cycle {@code now}: one a cycle, into a slot that was freed before. */
    boolean hasRoom(int now) {
        return sent - freed < capacity && lastSent != now;
    }

    /** Sends a word; it is visible in the next cycle. */
    void send(int value, int now) {
        values[sent & mask] = value;
        sent++;
        lastSent = now;
        if (sent == awaited) {
            agenda.add(reader, now + 1);
        }
    }

    /**
     * The cycle from which all words before number {@code word} are visible, or an earlier one that is past too; {@link Agenda#NEVER} if some
     * are not even sent: then the reader will be called when they are visible.
     */
    int visibleFrom(int word) {
        if (sent < word) {
            awaited = word;
            return Agenda.NEVER;
        }
        return sent == word ? lastSent + 1 : 0;
    }

    int read(int word) {
        return values[word & mask];
    }

    /** Frees the slots of all words before number {@code word}, for words sent in later cycles. */
    void freeAllBefore(int word) {
        freed = word;
    }
}
