package io.picojoule.timing.array;

import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.Cause;
import java.util.Arrays;

/**
 * The processing elements of a pass, as a structure of arrays: element {@code column * rows + row}. Each repeats, step by step: wait for the
 * window; multiply all its words but the last, without waiting; wait for the partial sums from below, then for room above; multiply the
 * last word, in each cycle adding a partial sum from below and sending one up.
 *
 * <p>The MACs of a window word, one a cycle, cannot be held up. So an element is visited when something changes: in the last cycle of each
 * window word, in the first one too of the last word, and when a wait ends. That is the same as visiting it in every cycle.
 */
final class ProcessingElements {
    /** Cycles from the issue of the MAC that makes a partial sum to where the next element sees the sum: the pipeline (Eyeriss). */
    static final int PIPELINE_CYCLES = 3;

    private static final int WAITS_FOR_WINDOW = 0;
    private static final int MULTIPLIES = 1;
    private static final int WAITS_FOR_SUMS = 2;
    private static final int WAITS_FOR_ROOM = 3;
    private static final int SENDS = 4;

    private final int rows;
    private final int steps;
    private final int outputColumns;
    private final int windowColumns;
    private final int freshColumns;
    private final boolean takesPartialSums;
    private final boolean gates;
    private final Agenda agenda;
    private final Scratchpads scratchpads;
    private final InputStores inputs;
    private final PartialSumQueues sums;

    // Of each element, what does not change.
    private final int[] rowOf;
    private final int[] columnOf;
    private final int[] filtersOf;
    private final int[] channelsOf;
    private final WindowOrder[] windowOf;

    // Of each element, where it stands.
    private final int[] state;
    /** Since when it is in its state, if it waits. */
    private final int[] since;
    private final int[] step;
    private final int[] stepOfImage;
    /** Number of the window's first word in the input store. */
    private final int[] windowStart;
    /** Window word whose MACs are under way. */
    private final int[] word;
    private final ElementCounts counts;

    ProcessingElements(
            PassGeometry geometry,
            ZeroInputs zeroInputs,
            Agenda agenda,
            Scratchpads scratchpads,
            InputStores inputs,
            PartialSumQueues sums) {
        this.rows = geometry.chainRows();
        this.steps = geometry.steps();
        this.outputColumns = geometry.outputColumns();
        this.windowColumns = geometry.spanWidth();
        this.freshColumns = geometry.freshColumns();
        this.takesPartialSums = geometry.takesPartialSums();
        this.gates = zeroInputs == ZeroInputs.GATE;
        this.agenda = agenda;
        this.scratchpads = scratchpads;
        this.inputs = inputs;
        this.sums = sums;
        int elements = geometry.activeElements();
        this.rowOf = new int[elements];
        this.columnOf = new int[elements];
        this.filtersOf = new int[elements];
        this.channelsOf = new int[elements];
        this.windowOf = new WindowOrder[elements];
        for (int element = 0; element < elements; element++) {
            rowOf[element] = element % rows;
            columnOf[element] = element / rows;
            filtersOf[element] = geometry.filtersOf(columnOf[element] / geometry.outputRows());
            channelsOf[element] = geometry.channelsOf(rowOf[element] / geometry.filterRows());
            windowOf[element] = element < rows ? new WindowOrder(geometry, channelsOf[element]) : windowOf[rowOf[element]];
        }
        this.state = new int[elements];
        this.since = new int[elements];
        this.step = new int[elements];
        this.stepOfImage = new int[elements];
        this.windowStart = new int[elements];
        this.word = new int[elements];
        this.counts = new ElementCounts(elements);
    }

    /** The weights are loaded: the elements begin in cycle {@code now}. */
    void start(int now) {
        Arrays.fill(state, WAITS_FOR_WINDOW);
        Arrays.fill(since, now);
        Arrays.fill(step, 0);
        Arrays.fill(stepOfImage, 0);
        Arrays.fill(windowStart, 0);
        agenda.start(now);
        counts.startPass();
        counts.wait(Cause.WEIGHT_LOAD, (long) now * state.length);
    }

    /** A cycle of all elements. */
    void tick(int now) {
        while (agenda.isDue(now)) {
            int element = agenda.take(now);
            int next = tickElement(element, now);
            if (next != Agenda.NEVER) {
                agenda.add(element, next);
            }
        }
    }

    /** A cycle of one element; the answer is the cycle in which to look at it again. */
    private int tickElement(int element, int now) {
        int filters = filtersOf[element];
        int lastWord = windowOf[element].words() - 1;
        if (state[element] == WAITS_FOR_WINDOW) {
            int ready = inputs.visibleFrom(element, windowStart[element] + windowColumns * channelsOf[element]);
            if (ready > now) {
                return ready;
            }
            endWait(element, stepOfImage[element] == 0 ? Cause.INPUT_FILL : Cause.INPUT_BUS, now);
            word[element] = 0;
            state[element] = lastWord > 0 ? MULTIPLIES : WAITS_FOR_SUMS;
            if (lastWord > 0 && filters > 1) {
                return now + filters - 1;
            }
        }
        if (state[element] == MULTIPLIES) {
            multiplyWord(element, filters);
            if (++word[element] < lastWord) {
                return now + filters;
            }
            state[element] = WAITS_FOR_SUMS;
            since[element] = now + 1;
            return now + 1;
        }
        if (state[element] == WAITS_FOR_SUMS) {
            int ready = takesSums(element) ? sums.visibleFrom(queueBelow(element), filters) : now;
            if (ready > now) {
                return ready;
            }
            endWait(element, rowOf[element] == 0 ? Cause.PARTIAL_SUM_IN_BUS : Cause.ACCUMULATE, now);
            state[element] = WAITS_FOR_ROOM;
        }
        if (state[element] == WAITS_FOR_ROOM) {
            int ready = sums.roomFrom(queueAbove(element), filters);
            if (ready > now) {
                return ready;
            }
            endWait(element, isTop(element) ? Cause.PARTIAL_SUM_OUT_BUS : Cause.ACCUMULATE, now);
            send(element, filters, now);
            state[element] = SENDS;
            if (filters > 1) {
                return now + filters - 1;
            }
        }
        return endStep(element, now);
    }

    private boolean takesSums(int element) {
        return rowOf[element] > 0 || takesPartialSums;
    }

    private boolean isTop(int element) {
        return rowOf[element] == rows - 1;
    }

    private int queueBelow(int element) {
        return sums.queue(columnOf[element], rowOf[element]);
    }

    private int queueAbove(int element) {
        return sums.queue(columnOf[element], rowOf[element] + 1);
    }

    /** What was waited for is there. */
    private void endWait(int element, Cause cause, int now) {
        counts.wait(cause, now - since[element]);
        since[element] = now;
    }

    /** The MACs of one window word, of which the last is issued in this cycle. */
    private void multiplyWord(int element, int filters) {
        boolean gated = multiply(element, filters);
        counts.multiply(element, filters, gated, word[element] > 0, true);
        free(element);
    }

    /** Multiplies an input with the weights of all filters; the answer is whether that was switched off, as the input is zero. */
    private boolean multiply(int element, int filters) {
        int current = word[element];
        int input = inputs.read(element, windowStart[element] + windowOf[element].place(current));
        boolean gated = gates && input == 0;
        if (current == 0) {
            scratchpads.multiply(element, filters, input);
        } else if (!gated) {
            scratchpads.multiplyAdd(element, current, filters, input);
        }
        return gated;
    }

    /**
     * The MACs of the last window word, of which the first is issued in this cycle: each sum is added to one from below and sent up. The
     * words leave the queue below, and become visible above, one a cycle.
     */
    private void send(int element, int filters, int now) {
        boolean gated = multiply(element, filters);
        counts.multiply(element, filters, gated, word[element] > 0, false);
        boolean takes = takesSums(element);
        int below = queueBelow(element);
        int above = queueAbove(element);
        for (int filter = 0; filter < filters; filter++) {
            int cycle = now + filter;
            int sum = scratchpads.sum(element, filter) + (takes ? sums.pop(below, cycle) : 0);
            sums.push(above, sum, cycle + PIPELINE_CYCLES);
        }
        if (!isTop(element)) {
            counts.sendToNeighbour(filters);
        }
    }

    private int endStep(int element, int now) {
        free(element);
        boolean endsImage = ++stepOfImage[element] == outputColumns;
        windowStart[element] += (endsImage ? windowColumns : freshColumns) * channelsOf[element];
        if (endsImage) {
            stepOfImage[element] = 0;
        }
        state[element] = WAITS_FOR_WINDOW;
        since[element] = now + 1;
        return ++step[element] < steps ? now + 1 : Agenda.NEVER;
    }

    /** A window word is done: frees what the next step does not need again; after an image's last step, everything. */
    private void free(int element) {
        int leaving = stepOfImage[element] == outputColumns - 1 ? windowColumns : freshColumns;
        int done = Math.min(windowOf[element].doneBefore(word[element]), leaving * channelsOf[element]);
        inputs.freeAllBefore(element, windowStart[element] + done);
    }

    /** The pass lasted {@code cycles}: from their last step on, elements waited for its end. */
    void endPass(int cycles) {
        for (int from : since) {
            counts.wait(Cause.DRAIN, cycles - from);
        }
        counts.endPass();
    }

    ElementCounts counts() {
        return counts;
    }
}
