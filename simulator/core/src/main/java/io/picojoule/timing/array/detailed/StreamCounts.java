package io.picojoule.timing.array.detailed;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Optional;

/** Counts what happens in an array past which words stream, event by event. */
final class StreamCounts {
    private final boolean gates;
    /** Whether sums between passes wait in the buffer. */
    private final boolean sumsWait;

    private final Activity.Builder counts = new Activity.Builder();
    private final WordWidths words;
    private long macs;
    private long gated;
    private long weightsSent;

    StreamCounts(boolean gates, boolean sumsWait, WordWidths words) {
        this.sumsWait = sumsWait;
        this.gates = gates;
        this.words = words;
    }

    private void add(Action action, Operand operand, Level level, long count) {
        counts.words(action, operand, level, count, words.bits(operand));
    }

    /** Words leave the buffer for the array. */
    void sent(Operand operand, long count) {
        if (operand == Operand.WEIGHT) {
            weightsSent += count;
        } else if (operand != Operand.PARTIAL_SUM || sumsWait) {
            add(Action.READ, operand, Level.GLOBAL_BUFFER, count);
        }
        add(Action.WRITE, operand, Level.NETWORK, count);
        if (operand == Operand.PARTIAL_SUM) {
            add(Action.READ, operand, Level.NETWORK, count);
        }
    }

    /** A word comes to an element, from a bus or a neighbour. */
    void delivered(Operand operand) {
        add(Action.READ, operand, Level.NETWORK, 1);
    }

    /** A word comes to wait in an element. */
    void kept(Operand operand) {
        add(Action.WRITE, operand, Level.SCRATCHPAD, 1);
    }

    /** A sum leaves the array, having come past so many elements. */
    void left(long elements) {
        add(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, 1);
        add(Action.WRITE, Operand.PARTIAL_SUM, Level.NETWORK, 1);
        add(Action.READ, Operand.PARTIAL_SUM, Level.NETWORK, elements);
    }

    /** A sum that waited is read to leave. */
    void drained() {
        add(Action.READ, Operand.PARTIAL_SUM, Level.SCRATCHPAD, 1);
    }

    /**
     * An element multiplies.
     *
     * @param kept what waits in it; nothing if null
     */
    void mac(boolean zeroInput, Optional<Operand> kept) {
        boolean open = !(gates && zeroInput);
        macs++;
        gated += open ? 0 : 1;
        if (kept.isEmpty()) {
            return;
        }
        switch (kept.get()) {
            case INPUT -> add(Action.READ, Operand.INPUT, Level.SCRATCHPAD, 1);
            case WEIGHT -> add(Action.READ, Operand.WEIGHT, Level.SCRATCHPAD, open ? 1 : 0);
            case PARTIAL_SUM, OUTPUT -> {
                add(Action.READ, Operand.PARTIAL_SUM, Level.SCRATCHPAD, open ? 1 : 0);
                add(Action.WRITE, Operand.PARTIAL_SUM, Level.SCRATCHPAD, open ? 1 : 0);
            }
        }
    }

    /** Weight words sent so far. */
    long weightsSent() {
        return weightsSent;
    }

    void addTo(Activity.Builder activity) {
        counts.macs(macs, gated);
        activity.add(counts.build());
    }
}
