package io.picojoule.timing.array;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * In which cycle to look at which processing element next: for each of the coming cycles, a list of elements in no particular order. An
 * element stands on it once at most; one that is not on it waits for a word or a slot, and whoever brings that puts it back.
 */
final class Agenda {
    /** The cycle of what will happen only when someone else has done something. */
    static final int NEVER = Integer.MAX_VALUE;

    private final int mask;
    private final @Nullable ClockedElement[] first;

    /** @param horizon how many cycles ahead an entry may lie */
    Agenda(int horizon) {
        int days = Integer.highestOneBit(horizon) * 2;
        this.mask = days - 1;
        this.first = new ClockedElement[days];
    }

    void clear() {
        Arrays.fill(first, null);
    }

    void add(ClockedElement element, int cycle) {
        int day = cycle & mask;
        element.nextOfDay = first[day];
        first[day] = element;
    }

    /** Takes one of those that are due in this cycle; null if none is left. */
    @Nullable
    ClockedElement take(int now) {
        int day = now & mask;
        ClockedElement element = first[day];
        if (element != null) {
            first[day] = element.nextOfDay;
        }
        return element;
    }
}
