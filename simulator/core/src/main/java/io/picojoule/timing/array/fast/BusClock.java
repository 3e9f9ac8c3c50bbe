package io.picojoule.timing.array.fast;

/** A bus that moves up to {@code width} words a cycle, strictly in order: when does the next word go? */
final class BusClock {
    private final int width;
    private long cycle;
    private int sent;
    private long busyCycles;

    /** A bus that may move its first word in {@code firstCycle}. */
    BusClock(int width, long firstCycle) {
        this.width = width;
        this.cycle = firstCycle;
    }

    /** Sends the next word, not before {@code earliest}, and says in which cycle. */
    long send(long earliest) {
        if (earliest > cycle) {
            cycle = earliest;
            sent = 1;
            busyCycles++;
        } else if (sent == 0 || sent == width) {
            cycle += sent == 0 ? 0 : 1;
            sent = 1;
            busyCycles++;
        } else {
            sent++;
        }
        return cycle;
    }

    long busyCycles() {
        return busyCycles;
    }

    /** The cycle of the last word. */
    long cycle() {
        return cycle;
    }

    /** Words sent in that cycle. */
    int sent() {
        return sent;
    }

    /** Goes on as if it had worked on for {@code cycles} cycles more, {@code busy} of them busy. */
    void skip(long cycles, long busy) {
        cycle += cycles;
        busyCycles += busy;
    }
}
