package io.picojoule.timing.array.detailed;

import java.util.Arrays;

/**
 * In which cycle to look at which processing element next: for each of the coming cycles, a list of elements in no particular order. An
 * element stands on it once at most; one that is not on it waits for a word or a slot, and whoever brings that puts it back.
 */
final class Agenda {
    /** The cycle of what will happen only when someone else has done something. */
    static final int NEVER = Integer.MAX_VALUE;

    /** What {@link #take} answers when no one is left. */
    static final int NO_ONE = -1;

    private final int mask;
    private final int[] first;
    private final int[] next;

    /** @param horizon how many cycles ahead an entry may lie */
    Agenda(int elements, int horizon) {
        int days = Integer.highestOneBit(horizon) * 2;
        this.mask = days - 1;
        this.first = new int[days];
        this.next = new int[elements];
    }

    void clear() {
        Arrays.fill(first, NO_ONE);
    }

    void add(int element, int cycle) {
        int day = cycle & mask;
        next[element] = first[day];
        first[day] = element;
    }

    /** Takes one of those that are due in this cycle. */
    int take(int now) {
        int day = now & mask;
        int element = first[day];
        if (element != NO_ONE) {
            first[day] = next[element];
        }
        return element;
    }
}
