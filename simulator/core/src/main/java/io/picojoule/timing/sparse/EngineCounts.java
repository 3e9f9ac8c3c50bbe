package io.picojoule.timing.sparse;

import io.picojoule.timing.Cause;
import java.util.EnumMap;
import java.util.Map;

/** What an engine counts while it runs, by itself: sums over runs. Both engines fill one in, and they must be equal. Not thread safe. */
public final class EngineCounts {
    private long cycles;
    private long broadcasts;
    private long blockedCycles;
    private long pointerReads;
    private long matrixLineReads;
    private long performedMacs;
    private final long[] entriesOfElement;
    private final long[] elementCycles = new long[Cause.values().length];

    public EngineCounts(int elements) {
        this.entriesOfElement = new long[elements];
    }

    /** So many cycles went by, for all elements. */
    public void cycles(long count) {
        cycles += count;
    }

    /** Elements spent so many cycles with this, all together. */
    public void elementCycles(Cause cause, long count) {
        elementCycles[cause.ordinal()] += count;
    }

    /** Activations were sent. */
    public void broadcasts(long count) {
        broadcasts += count;
    }

    /** Nothing was sent because a queue was full. */
    public void blocked(long count) {
        blockedCycles += count;
    }

    public void pointerReads(long count) {
        pointerReads += count;
    }

    public void matrixLineReads(long count) {
        matrixLineReads += count;
    }

    /** Entries were worked on, padding included. */
    public void entries(int element, long count) {
        entriesOfElement[element] += count;
    }

    /** Products of an entry that is no padding and an activation. */
    public void performedMacs(long count) {
        performedMacs += count;
    }

    /** Adds all of another's. */
    public EngineCounts add(EngineCounts other) {
        cycles += other.cycles;
        broadcasts += other.broadcasts;
        blockedCycles += other.blockedCycles;
        pointerReads += other.pointerReads;
        matrixLineReads += other.matrixLineReads;
        performedMacs += other.performedMacs;
        for (int element = 0; element < entriesOfElement.length; element++) {
            entriesOfElement[element] += other.entriesOfElement[element];
        }
        for (int cause = 0; cause < elementCycles.length; cause++) {
            elementCycles[cause] += other.elementCycles[cause];
        }
        return this;
    }

    long cycles() {
        return cycles;
    }

    long broadcasts() {
        return broadcasts;
    }

    long blockedCycles() {
        return blockedCycles;
    }

    long pointerReads() {
        return pointerReads;
    }

    long matrixLineReads() {
        return matrixLineReads;
    }

    long performedMacs() {
        return performedMacs;
    }

    long entries() {
        long sum = 0;
        for (long entries : entriesOfElement) {
            sum += entries;
        }
        return sum;
    }

    long busiestElementEntries() {
        long most = 0;
        for (long entries : entriesOfElement) {
            most = Math.max(most, entries);
        }
        return most;
    }

    Map<Cause, Long> elementCycles() {
        EnumMap<Cause, Long> cycles = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            cycles.put(cause, elementCycles[cause.ordinal()]);
        }
        return cycles;
    }
}
