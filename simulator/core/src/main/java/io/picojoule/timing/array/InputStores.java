package io.picojoule.timing.array;

import java.util.Arrays;

/**
 * The input stores of all processing elements of a pass: scratchpad and FIFO as one queue, out of which the window is read in place. Words
 * are numbered by arrival, over all images of the pass; word {@code n} takes the slot of word {@code n - capacity}.
 */
final class InputStores {
    private final int capacity;
    private final int shift;
    private final int mask;
    private final int[] values;
    private final int[] sent;
    private final int[] freed;
    private final int[] lastSent;
    private final int[] awaited;
    private final Agenda agenda;

    /** @param capacity words of each store */
    InputStores(int elements, int capacity, Agenda agenda) {
        this.capacity = capacity;
        // The ring has a power of two of slots, so that a word number is cut to a slot by a mask; only `capacity` are ever taken.
        this.shift = 32 - Integer.numberOfLeadingZeros(capacity - 1);
        this.mask = (1 << shift) - 1;
        this.values = new int[elements << shift];
        this.sent = new int[elements];
        this.freed = new int[elements];
        this.lastSent = new int[elements];
        this.awaited = new int[elements];
        this.agenda = agenda;
    }

    /** All empty: a new pass. */
    void reset() {
        Arrays.fill(sent, 0);
        Arrays.fill(freed, 0);
        Arrays.fill(lastSent, -1);
        Arrays.fill(awaited, 0);
    }

    /** Whether a word can be sent in cycle {@code now}: one a cycle, into a slot that was freed before. */
    boolean hasRoom(int element, int now) {
        return sent[element] - freed[element] < capacity && lastSent[element] != now;
    }

    /** Sends a word; it is visible in the next cycle. */
    void send(int element, int value, int now) {
        values[slot(element, sent[element]++)] = value;
        lastSent[element] = now;
        if (sent[element] == awaited[element]) {
            agenda.add(element, now + 1);
        }
    }

    /**
     * The cycle from which all words before number {@code word} are visible, or an earlier one that is past too; {@link Agenda#NEVER} if some
     * are not even sent: then the element will be called when they are visible.
     */
    int visibleFrom(int element, int word) {
        if (sent[element] < word) {
            awaited[element] = word;
            return Agenda.NEVER;
        }
        return sent[element] == word ? lastSent[element] + 1 : 0;
    }

    int read(int element, int word) {
        return values[slot(element, word)];
    }

    /** Frees the slots of all words before number {@code word}, for words sent in later cycles. */
    void freeAllBefore(int element, int word) {
        freed[element] = word;
    }

    private int slot(int element, int word) {
        return (element << shift) + (word & mask);
    }
}
