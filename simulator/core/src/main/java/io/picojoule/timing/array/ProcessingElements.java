package io.picojoule.timing.array;

import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.Cause;
import java.util.Arrays;

/**
 * The processing elements of a pass, as a structure of arrays: element {@code column * rows + row}. Each repeats, step by step: wait for the
 * window; multiply all its words but the last, without waiting; wait for the partial sums from below and for room above; multiply the
 * last word, adding and sending a partial sum each cycle.
 *
 * <p>An element is visited in the last cycle of a window word, whose MACs, one a cycle, cannot be held up; and in every cycle in which it
 * waits or sends. That is the same as visiting it in every cycle.
 */
final class ProcessingElements {
    /** Cycles from the issue of the MAC that makes a partial sum to where the next element sees the sum: the pipeline (Eyeriss). */
    static final int PIPELINE_CYCLES = 3;

    private static final int WAITS_FOR_WINDOW = 0;
    private static final int MULTIPLIES = 1;
    private static final int WAITS_FOR_SUMS = 2;
    private static final int SENDS = 3;
    private static final int DONE = 4;

    private final int rows;
    private final int columns;
    private final int steps;
    private final int outputColumns;
    private final int windowColumns;
    private final int freshColumns;
    private final boolean takesPartialSums;
    private final boolean gates;
    private final int[] filtersOfColumn;
    private final int[] channelsOfRow;
    private final WindowOrder[] windowOfRow;
    private final Scratchpads scratchpads;
    private final InputStores inputs;
    private final PartialSumQueues sums;

    private final int[] state;
    private final int[] nextVisit;
    private final int[] nextVisitOfColumn;
    private final int[] step;
    private final int[] stepOfImage;
    private final int[] windowStart;
    private final int[] word;
    private final int[] filter;
    private final int[] doneFrom;
    private final ElementCounts counts;

    ProcessingElements(PassGeometry geometry, ZeroInputs zeroInputs, Scratchpads scratchpads, InputStores inputs, PartialSumQueues sums) {
        this.rows = geometry.chainRows();
        this.columns = geometry.chainColumns();
        this.steps = geometry.steps();
        this.outputColumns = geometry.outputColumns();
        this.windowColumns = geometry.spanWidth();
        this.freshColumns = geometry.freshColumns();
        this.takesPartialSums = geometry.takesPartialSums();
        this.gates = zeroInputs == ZeroInputs.GATE;
        this.scratchpads = scratchpads;
        this.inputs = inputs;
        this.sums = sums;
        this.filtersOfColumn = new int[columns];
        Arrays.setAll(filtersOfColumn, column -> geometry.filtersOf(column / geometry.outputRows()));
        this.channelsOfRow = new int[rows];
        Arrays.setAll(channelsOfRow, row -> geometry.channelsOf(row / geometry.filterRows()));
        this.windowOfRow = new WindowOrder[rows];
        Arrays.setAll(windowOfRow, row -> new WindowOrder(geometry, channelsOfRow[row]));
        int elements = rows * columns;
        this.state = new int[elements];
        this.nextVisit = new int[elements];
        this.nextVisitOfColumn = new int[columns];
        this.step = new int[elements];
        this.stepOfImage = new int[elements];
        this.windowStart = new int[elements];
        this.word = new int[elements];
        this.filter = new int[elements];
        this.doneFrom = new int[elements];
        this.counts = new ElementCounts(elements);
    }

    /** Before the first step of a new pass. */
    void reset() {
        Arrays.fill(state, WAITS_FOR_WINDOW);
        Arrays.fill(nextVisit, 0);
        Arrays.fill(nextVisitOfColumn, 0);
        Arrays.fill(step, 0);
        Arrays.fill(stepOfImage, 0);
        Arrays.fill(windowStart, 0);
        counts.startPass();
    }

    /** A cycle in which weights are still being loaded: everyone waits. */
    void tickWithoutWeights() {
        counts.wait(Cause.WEIGHT_LOAD, rows * columns);
    }

    /** A cycle of all chains. */
    void tick(int now) {
        for (int column = 0; column < columns; column++) {
            if (nextVisitOfColumn[column] <= now) {
                nextVisitOfColumn[column] = tickChain(column, now);
            }
        }
    }

    /** Bottom to top: whether there is room above is asked before the element above frees a slot in this same cycle. */
    private int tickChain(int column, int now) {
        int next = Integer.MAX_VALUE;
        int element = column * rows;
        for (int row = 0; row < rows; row++, element++) {
            if (nextVisit[element] <= now) {
                nextVisit[element] = tickElement(element, row, column, now);
            }
            next = Math.min(next, nextVisit[element]);
        }
        return next;
    }

    /** A cycle of one element; the answer is the cycle in which to look at it again. */
    private int tickElement(int element, int row, int column, int now) {
        int filters = filtersOfColumn[column];
        WindowOrder window = windowOfRow[row];
        if (state[element] == WAITS_FOR_WINDOW) {
            if (!inputs.hasAllBefore(element, windowStart[element] + windowColumns * channelsOfRow[row], now)) {
                counts.wait(stepOfImage[element] == 0 ? Cause.INPUT_FILL : Cause.INPUT_BUS);
                return now + 1;
            }
            word[element] = 0;
            if (window.words() == 1) {
                state[element] = WAITS_FOR_SUMS;
            } else {
                state[element] = MULTIPLIES;
                if (filters > 1) {
                    return now + filters - 1;
                }
            }
        }
        if (state[element] == MULTIPLIES) {
            multiplyWord(element, row, filters, window);
            if (++word[element] < window.words() - 1) {
                return now + filters;
            }
            state[element] = WAITS_FOR_SUMS;
            return now + 1;
        }
        if (state[element] == WAITS_FOR_SUMS) {
            Cause cause = hindrance(row, column, filters, now);
            if (cause != Cause.BUSY) {
                counts.wait(cause);
                return now + 1;
            }
            state[element] = SENDS;
            filter[element] = 0;
        }
        send(element, row, column, window, now);
        if (++filter[element] < filters) {
            return now + 1;
        }
        return endStep(element, row, window, now);
    }

    /** The MACs of one window word, of which the last is issued in this cycle. */
    private void multiplyWord(int element, int row, int filters, WindowOrder window) {
        int current = word[element];
        int input = inputs.read(element, windowStart[element] + window.place(current));
        boolean gated = gates && input == 0;
        if (current == 0) {
            scratchpads.multiply(element, filters, input);
        } else if (!gated) {
            scratchpads.multiplyAdd(element, current, filters, input);
        }
        counts.multiply(element, filters, gated, current > 0, true);
        free(element, row, window, current);
    }

    /** Why the last window word cannot start; {@code BUSY} if it can. */
    private Cause hindrance(int row, int column, int filters, int now) {
        if ((row > 0 || takesPartialSums) && !sums.areVisible(sums.queue(column, row), filters, now)) {
            return row == 0 ? Cause.PARTIAL_SUM_IN_BUS : Cause.ACCUMULATE;
        }
        if (!sums.hasRoom(sums.queue(column, row + 1), filters)) {
            return row == rows - 1 ? Cause.PARTIAL_SUM_OUT_BUS : Cause.ACCUMULATE;
        }
        return Cause.BUSY;
    }

    /** One MAC of the last window word; its sum is added to one from below and sent up. */
    private void send(int element, int row, int column, WindowOrder window, int now) {
        int current = window.words() - 1;
        int input = inputs.read(element, windowStart[element] + window.place(current));
        boolean gated = gates && input == 0;
        int sum = current == 0 ? 0 : scratchpads.sum(element, filter[element]);
        if (!gated) {
            sum += input * scratchpads.weight(element, current * filtersOfColumn[column] + filter[element]);
        }
        if (row > 0 || takesPartialSums) {
            sum += sums.pop(sums.queue(column, row));
        }
        sums.push(sums.queue(column, row + 1), sum, now + PIPELINE_CYCLES);
        counts.multiply(element, 1, gated, current > 0, false);
        if (row < rows - 1) {
            counts.sendToNeighbour();
        }
    }

    private int endStep(int element, int row, WindowOrder window, int now) {
        free(element, row, window, window.words() - 1);
        boolean endsImage = ++stepOfImage[element] == outputColumns;
        windowStart[element] += (endsImage ? windowColumns : freshColumns) * channelsOfRow[row];
        if (endsImage) {
            stepOfImage[element] = 0;
        }
        if (++step[element] < steps) {
            state[element] = WAITS_FOR_WINDOW;
            return now + 1;
        }
        state[element] = DONE;
        doneFrom[element] = now + 1;
        return Integer.MAX_VALUE;
    }

    /** Window word {@code current} is done: frees what the next step does not need again; after an image's last step, everything. */
    private void free(int element, int row, WindowOrder window, int current) {
        int leaving = stepOfImage[element] == outputColumns - 1 ? windowColumns : freshColumns;
        int done = Math.min(window.doneBefore(current), leaving * channelsOfRow[row]);
        inputs.freeAllBefore(element, windowStart[element] + done);
    }

    /** The pass lasted {@code cycles}: from their last step on, elements waited for its end. */
    void endPass(int cycles) {
        for (int from : doneFrom) {
            counts.wait(Cause.DRAIN, cycles - from);
        }
        counts.endPass();
    }

    ElementCounts counts() {
        return counts;
    }
}
