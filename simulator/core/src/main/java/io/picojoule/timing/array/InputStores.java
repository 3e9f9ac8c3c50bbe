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

    /** @param capacity words of each store */
    InputStores(int elements, int capacity) {
        this.capacity = capacity;
        this.shift = 32 - Integer.numberOfLeadingZeros(capacity - 1);
        this.mask = (1 << shift) - 1;
        this.values = new int[elements << shift];
        this.sent = new int[elements];
        this.freed = new int[elements];
        this.lastSent = new int[elements];
    }

    /** All empty: a new pass. */
    void reset() {
        Arrays.fill(sent, 0);
        Arrays.fill(freed, 0);
        Arrays.fill(lastSent, -1);
    }

    /** Whether a word can be sent in cycle {@code now}: one a cycle, into a slot that was freed before. */
    boolean hasRoom(int element, int now) {
        return sent[element] - freed[element] < capacity && lastSent[element] != now;
    }

    void send(int element, int value, int now) {
        values[slot(element, sent[element]++)] = value;
        lastSent[element] = now;
    }

    /** Whether all words before number {@code word} are visible in cycle {@code now}: sent in an earlier one. */
    boolean hasAllBefore(int element, int word, int now) {
        return sent[element] - (lastSent[element] == now ? 1 : 0) >= word;
    }

    int read(int element, int word) {
        return values[slot(element, word)];
    }

    /** Frees the slots of all words before number {@code word}. */
    void freeAllBefore(int element, int word) {
        freed[element] = word;
    }

    private int slot(int element, int word) {
        return (element << shift) + (word & mask);
    }
}
