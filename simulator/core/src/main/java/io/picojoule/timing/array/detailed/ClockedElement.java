package io.picojoule.timing.array.detailed;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.Cause;

/**
 * A processing element. Step by step, it waits for its window; multiplies all words of it but the last, without waiting; waits for the partial
 * sums from below, then for room above; multiplies the last word, in each cycle adding a partial sum from below and sending one up.
 *
 * <p>MACs, one a cycle, cannot be held up once their word has begun. So an element is visited when something changes that others can see: in
 * the last cycle of a window word that leaves the input store, in the first cycle of the last word, and when a wait ends. That is the same as
 * visiting it in every cycle.
 */
final class ClockedElement {
    /** Cycles from the issue of the MAC that makes a partial sum to where the next element sees the sum: the pipeline (Eyeriss). */
    static final int PIPELINE_CYCLES = 3;

    private static final int WAITS_FOR_WINDOW = 0;
    private static final int MULTIPLIES = 1;
    private static final int WAITS_FOR_SUMS = 2;
    private static final int WAITS_FOR_ROOM = 3;
    private static final int SENDS = 4;

    private final int filters;
    private final int steps;
    private final int outputColumns;
    private final int lastWord;
    private final boolean takesSums;
    private final boolean isTop;
    private final boolean gates;
    private final Cause sumsCause;
    private final Cause roomCause;
    private final WindowOrder window;
    private final TensorWords tensors;
    private final int[] weights;
    private final int[] sums;
    private final InputStore inputs;
    private final PartialSumQueue below;
    private final PartialSumQueue above;
    private final ElementCounts counts;

    private int state;
    /** Since when it is in its state, if it waits. */
    private int since;

    private int step;
    private int stepOfImage;
    /** Number of the window's first word in the input store. */
    private int windowStart;
    /** Window word whose MACs are under way. */
    private int word;
    /** Words of the window, from its first, that the next step does not need; after an image's last step, all. */
    private int leaving;

    private int macsOfPass;

    /**
     * @param number of the element: chain by chain, bottom to top
     * @param inputWords capacity of the input store
     * @param sumWords capacity of the queue to the next element, or to the out bus
     * @param below the queue from the element below, or from the in bus
     */
    ClockedElement(
            PassGeometry geometry,
            int number,
            WindowOrder window,
            TensorWords tensors,
            int inputWords,
            int sumWords,
            boolean gates,
            PartialSumQueue below,
            Agenda agenda,
            ElementCounts counts) {
        int row = number % geometry.chainRows();
        this.filters = geometry.filtersOf(number / geometry.chainRows() / geometry.outputRows());
        this.steps = Math.toIntExact(geometry.steps());
        this.outputColumns = geometry.outputColumns();
        this.lastWord = window.places().length - 1;
        this.takesSums = row > 0 || geometry.takesPartialSums();
        this.isTop = row == geometry.chainRows() - 1;
        this.gates = gates;
        this.sumsCause = row == 0 ? Cause.PARTIAL_SUM_IN_BUS : Cause.ACCUMULATE;
        this.roomCause = isTop ? Cause.PARTIAL_SUM_OUT_BUS : Cause.ACCUMULATE;
        this.window = window;
        this.tensors = tensors;
        this.weights = new int[filters * (lastWord + 1)];
        this.sums = new int[filters];
        this.inputs = new InputStore(inputWords, number, agenda);
        this.below = below;
        this.above = new PartialSumQueue(sumWords, number, agenda);
        this.counts = counts;
        below.readBy(number);
    }

    InputStore inputs() {
        return inputs;
    }

    PartialSumQueue above() {
        return above;
    }

    /** @param number of the MAC of a step that uses it */
    void putWeight(int number, int value) {
        weights[number] = value;
    }

    /** A new pass: it has its weights and begins in cycle {@code now}. */
    void start(int now) {
        state = WAITS_FOR_WINDOW;
        since = now;
        step = 0;
        stepOfImage = 0;
        windowStart = 0;
        macsOfPass = 0;
        counts.wait(Cause.WEIGHT_LOAD, now);
    }

    /** A cycle; the answer is the cycle in which to look again. */
    int tick(int now) {
        if (state == WAITS_FOR_WINDOW) {
            int ready = inputs.visibleFrom(windowStart + window.words());
            if (ready > now) {
                return ready;
            }
            endWait(stepOfImage == 0 ? Cause.INPUT_FILL : Cause.INPUT_BUS, now);
            word = 0;
            leaving = stepOfImage == outputColumns - 1 ? window.words() : window.freshWords();
            state = lastWord > 0 ? MULTIPLIES : WAITS_FOR_SUMS;
            if (lastWord > 0 && filters > 1) {
                return now + filters - 1;
            }
        }
        if (state == MULTIPLIES) {
            multiply(true);
            free();
            word++;
            return word < lastWord && leaves(word) ? now + filters : multiplyRest(now + 1);
        }
        if (state == WAITS_FOR_SUMS) {
            int ready = takesSums ? below.visibleFrom(filters) : now;
            if (ready > now) {
                return ready;
            }
            endWait(sumsCause, now);
            state = WAITS_FOR_ROOM;
        }
        if (state == WAITS_FOR_ROOM) {
            int ready = above.roomFrom(filters);
            if (ready > now) {
                return ready;
            }
            endWait(roomCause, now);
            multiply(false);
            send(now);
            state = SENDS;
            int end = now + filters - 1;
            return end > now && leaves(lastWord) ? end : endStep(end);
        }
        return endStep(now);
    }

    /** What was waited for is there. */
    private void endWait(Cause cause, int now) {
        counts.wait(cause, now - since);
        since = now;
    }

    /** Whether the slot of a window word becomes free when its MACs are done. */
    private boolean leaves(int windowWord) {
        return window.places()[windowWord] < leaving;
    }

    /** A window word is done: frees what the next step does not need again. */
    private void free() {
        inputs.freeAllBefore(windowStart + Math.min(window.doneBefore()[word], leaving));
    }

    /** The words before the last that stay in the store: their MACs begin in cycle {@code begin}, and no one sees any of it. */
    private int multiplyRest(int begin) {
        int end = begin + (lastWord - word) * filters;
        for (; word < lastWord; word++) {
            multiply(true);
        }
        state = WAITS_FOR_SUMS;
        since = end;
        return end;
    }

    /**
     * Multiplies a window word with the weights of all filters, a MAC a cycle.
     *
     * @param keepsSums whether the sums go back to the scratchpad
     */
    private void multiply(boolean keepsSums) {
        int input = inputs.read(windowStart + window.places()[word]);
        boolean gated = gates && input == 0;
        if (word == 0) {
            tensors.start(sums, weights, input);
        } else if (!gated) {
            tensors.add(sums, weights, word * sums.length, input);
        }
        macsOfPass += filters;
        counts.multiply(filters, gated, word > 0, keepsSums);
    }

    /**
     * Each sum is added to one from below and sent up, one a cycle from this one on. The words carry the cycles in which they leave the queue
     * below and become visible above.
     */
    private void send(int now) {
        if (takesSums) {
            below.popOnto(sums, now);
        }
        above.push(sums, now + PIPELINE_CYCLES);
        if (!isTop) {
            counts.sendToNeighbour(filters);
        }
    }

    /** The step's last MAC is issued in cycle {@code last}; if that is to come, no slot is freed by it. */
    private int endStep(int last) {
        free();
        stepOfImage = (stepOfImage + 1) % outputColumns;
        windowStart += leaving;
        state = WAITS_FOR_WINDOW;
        since = last + 1;
        step++;
        return step < steps ? last + 1 : Agenda.NEVER;
    }

    /** The pass lasted {@code cycles}: since its last step, the element waited for the end. */
    void end(int cycles) {
        counts.wait(Cause.DRAIN, cycles - since);
    }

    int macsOfPass() {
        return macsOfPass;
    }
}
