package io.picojoule.timing.array.detailed;

import io.picojoule.timing.PassTiming.BusUse;
import io.picojoule.workload.Operand;
import java.util.ArrayDeque;
import java.util.Optional;

/** A bus between buffer and elements: some words a cycle, all of one step. What is moved in a cycle is seen in the next. */
final class StreamBus {
    private final Operand operand;
    private final int wordsPerCycle;
    private final StreamElements elements;
    /** Words still to load before the first step; those of the step that is being brought, or left. */
    private int left;

    private boolean isLoading;
    /** Steps whose words are all brought, and of each that is not used yet when. */
    private int brought;

    private final ArrayDeque<Long> since = new ArrayDeque<>();
    private boolean isBringing;
    private long start = -1;
    private long end;
    private long busy;
    private long words;

    StreamBus(Operand operand, int wordsPerCycle, StreamElements elements) {
        this.operand = operand;
        this.wordsPerCycle = wordsPerCycle;
        this.elements = elements;
        this.left = operand == Operand.OUTPUT ? 0 : elements.loadedWords(operand);
        this.isLoading = left > 0;
    }

    boolean isLoading() {
        return isLoading;
    }

    void load(long now) {
        if (isLoading) {
            move(now);
            isLoading = left > 0;
            if (!isLoading) {
                elements.load(operand);
            }
        }
    }

    /** Brings words of the next steps, up to before {@code until}. */
    void bring(long now, int until) {
        // Steps for which there is nothing to bring take no cycle.
        while (brought < until && !isBringing) {
            left = elements.wordsOfStep(operand, brought);
            if (left > 0) {
                isBringing = true;
            } else {
                done(now - 1);
            }
        }
        if (isBringing) {
            move(now);
            if (left == 0) {
                isBringing = false;
                done(now);
            }
        }
    }

    private void done(long when) {
        elements.bring(operand, brought);
        since.add(when);
        brought++;
    }

    private void move(long now) {
        int moved = Math.min(left, wordsPerCycle);
        left -= moved;
        elements.sent(operand, moved);
        if (start < 0) {
            start = now;
        }
        end = now + 1;
        busy++;
        words += moved;
    }

    /** Whether the words of a step were there before this cycle. */
    boolean has(int step, long now) {
        return brought > step && since.element() < now;
    }

    /** The words of the oldest step have been used. */
    void used(int step) {
        if (brought > step) {
            since.remove();
        }
    }

    /** Whether all steps are brought. */
    boolean isDone(int steps) {
        if (isLoading) {
            return false;
        }
        int next = brought;
        while (next < steps && !isBringing && elements.wordsOfStep(operand, next) == 0) {
            next++;
        }
        return next == steps;
    }

    /** Takes words out of the array; says when those of a step are all gone. */
    boolean take(long now, int count) {
        if (left == 0) {
            left = count;
        }
        move(now);
        return left == 0;
    }

    Optional<BusUse> use() {
        return words == 0 ? Optional.empty() : Optional.of(new BusUse(start, end, busy, words));
    }
}
