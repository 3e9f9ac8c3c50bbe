package io.picojoule.timing.array.detailed;

import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.Cause;
import java.util.Arrays;

/**
 * A processing element. Step by step, it waits for its window; multiplies all words of it but the last, without waiting; waits for the partial
 * sums from below, then for room above; multiplies the last word, in each cycle adding a partial sum from below and sending one up. If it
 * skips zeros, it passes over those before the last word on its way to the next word that is none.
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
    private final ZeroInputs zeroInputs;
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

    private int macCyclesOfPass;

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
            ZeroInputs zeroInputs,
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
        this.zeroInputs = zeroInputs;
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
        macCyclesOfPass = 0;
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
            leaving = stepOfImage == outputColumns - 1 ? window.words() : window.freshWords();
            Arrays.fill(sums, 0);
            moveTo(0);
            state = word < lastWord ? MULTIPLIES : WAITS_FOR_SUMS;
            if (word < lastWord && filters > 1) {
                return now + filters - 1;
            }
        }
        if (state == MULTIPLIES) {
            multiply(true);
            moveTo(word + 1);
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

    /** On to this window word, or over zeros to the next that is not skipped. All before it is done: frees what the next step does not need. */
    private void moveTo(int next) {
        word = next;
        passOverZeros();
        if (word > 0) {
            free(word - 1);
        }
    }

    /** The last word is never skipped: in its cycles the sums move on. */
    private void passOverZeros() {
        while (zeroInputs == ZeroInputs.SKIP && word < lastWord && input() == 0) {
            counts.skip(filters);
            word++;
        }
    }

    private int input() {
        return inputs.read(windowStart + window.places()[word]);
    }

    /** All up to this window word is done: frees what the next step does not need again. */
    private void free(int done) {
        inputs.freeAllBefore(windowStart + Math.min(window.doneBefore()[done], leaving));
    }

    /** The words before the last that stay in the store: their MACs begin in cycle {@code begin}, and no one sees any of it. */
    private int multiplyRest(int begin) {
        int end = begin;
        while (word < lastWord) {
            multiply(true);
            end += filters;
            word++;
            passOverZeros();
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
        int input = input();
        boolean gated = zeroInputs != ZeroInputs.COMPUTE && input == 0;
        if (!gated) {
            tensors.add(sums, weights, word * sums.length, input);
        }
        macCyclesOfPass += filters;
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
        free(lastWord);
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

    /** Cycles in which it multiplied, or would have if its input had not been zero. */
    int macCyclesOfPass() {
        return macCyclesOfPass;
    }
}
