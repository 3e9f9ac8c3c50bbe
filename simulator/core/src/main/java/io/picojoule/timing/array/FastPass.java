package io.picojoule.timing.array;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.Cause;

/**
 * A pass as a recurrence over steps: every moment depends on moments of the same or an earlier step, so one loop over steps, columns and
 * rows gives them all. Equal, cycle by cycle and cause by cause, to {@link DetailedPass}.
 */
final class FastPass {
    /** A processing element's pipeline: a partial sum sent in cycle c can be used in c + 3. */
    static final int PIPELINE_CYCLES = 3;

    private final PassGeometry geometry;
    private final int rows;
    private final int columns;
    private final int filterColumns;
    private final int queueWords;
    private final int[] filters;
    private final int[] channels;
    private final long weightCycles;
    private final FastInputBus inputBus;
    private final BusClock partialSumInBus;
    private final BusClock partialSumOutBus;

    /** By element, then by step modulo {@code history}: first cycle of the tail. */
    private final long[] tails;

    private final int history;

    /** By column, then by word modulo {@code queueWords}: cycle in which the out bus took it. */
    private final long[] taken;

    /** By column: arrival of the last partial sum of the current step from the buffer. */
    private final long[] arrived;

    private final long[] ends;
    private final long[] elementCycles = new long[Cause.values().length];

    private FastPass(PassGeometry geometry, SpatialArray machine) {
        this.geometry = geometry;
        this.rows = geometry.chainRows();
        this.columns = geometry.chainColumns();
        this.filterColumns = geometry.filterColumns();
        this.queueWords = machine.processingElement().partialSumQueueWords();
        this.filters = new int[columns];
        int fewest = Integer.MAX_VALUE;
        for (int column = 0; column < columns; column++) {
            filters[column] = geometry.filtersOf(column / geometry.outputRows());
            fewest = Math.min(fewest, filters[column]);
        }
        this.channels = new int[rows];
        for (int row = 0; row < rows; row++) {
            channels[row] = geometry.channelsOf(row / geometry.filterRows());
        }
        this.weightCycles = WeightLoad.cycles(geometry, machine.buses().weightWordsPerCycle());
        this.inputBus = new FastInputBus(
                geometry, machine.buses().inputWordsPerCycle(), machine.processingElement().inputStoreWords(), weightCycles);
        this.partialSumInBus = new BusClock(machine.buses().partialSumInWordsPerCycle(), 0);
        this.partialSumOutBus = new BusClock(machine.buses().partialSumOutWordsPerCycle(), 0);
        this.history = Integer.highestOneBit(queueWords / fewest + 2) * 2;
        this.tails = new long[rows * columns * history];
        this.taken = new long[columns * queueWords];
        this.arrived = new long[columns];
        this.ends = new long[rows * columns];
    }

    static PassTiming time(PassGeometry geometry, SpatialArray machine) {
        return new FastPass(geometry, machine).run();
    }

    private PassTiming run() {
        int steps = geometry.steps();
        long lastOut = 0;
        for (int step = 0; step < steps; step++) {
            if (geometry.takesPartialSums()) {
                takeIn(step);
            }
            int stepOfImage = step % geometry.outputColumns();
            boolean lastOfImage = stepOfImage == geometry.outputColumns() - 1;
            inputBus.sendWindow(stepOfImage == 0);
            for (int column = 0; column < columns; column++) {
                climb(step, column, stepOfImage == 0, lastOfImage);
            }
            inputBus.freed(lastOfImage);
            lastOut = takeOut(step);
        }
        long cycles = lastOut + 1;
        long drain = 0;
        for (long end : ends) {
            drain += cycles - end;
        }
        elementCycles[Cause.DRAIN.ordinal()] = drain;
        return new PassTiming(
                cycles,
                weightCycles,
                elementCycles,
                inputBus.busyCycles(),
                weightCycles,
                partialSumInBus.busyCycles(),
                partialSumOutBus.busyCycles());
    }

    /** One step of a chain, bottom to top. */
    private void climb(int step, int column, boolean firstOfImage, boolean lastOfImage) {
        int p = filters[column];
        long waitInput = 0;
        long accumulate = 0;
        long busy = 0;
        long below = 0;
        for (int row = 0; row < rows; row++) {
            int element = column * rows + row;
            long time = ends[element];
            if (weightCycles > time) {
                elementCycles[Cause.WEIGHT_LOAD.ordinal()] += weightCycles - time;
                time = weightCycles;
            }
            long window = inputBus.windowArrival(element);
            if (window > time) {
                waitInput += window - time;
                time = window;
            }
            long start = time;
            int beforeTail = p * (channels[row] * filterColumns - 1);
            time += beforeTail;
            if (row > 0) {
                long ready = below + p - 1 + PIPELINE_CYCLES;
                if (ready > time) {
                    accumulate += ready - time;
                    time = ready;
                }
            } else if (geometry.takesPartialSums() && arrived[column] > time) {
                elementCycles[Cause.PARTIAL_SUM_IN_BUS.ordinal()] += arrived[column] - time;
                time = arrived[column];
            }
            long lastToLeave = (long) step * p + p - 1 - queueWords;
            if (lastToLeave >= 0) {
                boolean top = row == rows - 1;
                long room = 1 + (top ? taken[column * queueWords + (int) (lastToLeave % queueWords)] : popped(element + 1, lastToLeave, p));
                if (room > time) {
                    if (top) {
                        elementCycles[Cause.PARTIAL_SUM_OUT_BUS.ordinal()] += room - time;
                    } else {
                        accumulate += room - time;
                    }
                    time = room;
                }
            }
            tails[element * history + (step & (history - 1))] = time;
            below = time;
            ends[element] = time + p;
            busy += beforeTail + p;
            inputBus.free(element, row, start, time, p, lastOfImage);
        }
        elementCycles[(firstOfImage ? Cause.INPUT_FILL : Cause.INPUT_BUS).ordinal()] += waitInput;
        elementCycles[Cause.ACCUMULATE.ordinal()] += accumulate;
        elementCycles[Cause.BUSY.ordinal()] += busy;
    }

    /** The cycle in which an element's tail took word {@code number} from its queue. */
    private long popped(int element, long number, int p) {
        int step = (int) (number / p);
        return tails[element * history + (step & (history - 1))] + (number - (long) step * p);
    }

    /** The partial sums of a step on their way in: filter outer, column inner. */
    private void takeIn(int step) {
        int most = geometry.filtersOf(0);
        for (int filter = 0; filter < most; filter++) {
            for (int column = 0; column < columns; column++) {
                int p = filters[column];
                if (filter < p) {
                    long number = (long) step * p + filter - queueWords;
                    long room = number < 0 ? 0 : popped(column * rows, number, p) + 1;
                    // A queue takes one word a cycle.
                    arrived[column] = partialSumInBus.send(Math.max(room, arrived[column])) + 1;
                }
            }
        }
    }

    /** The partial sums of a step on their way out, in the same order; the cycle of the last. */
    private long takeOut(int step) {
        int most = geometry.filtersOf(0);
        long sent = 0;
        for (int filter = 0; filter < most; filter++) {
            for (int column = 0; column < columns; column++) {
                int p = filters[column];
                if (filter < p) {
                    long tail = tails[(column * rows + rows - 1) * history + (step & (history - 1))];
                    long number = (long) step * p + filter;
                    // A queue gives one word a cycle.
                    long next = number == 0 ? 0 : taken[column * queueWords + (int) ((number - 1) % queueWords)] + 1;
                    sent = partialSumOutBus.send(Math.max(next, tail + filter + PIPELINE_CYCLES));
                    taken[column * queueWords + (int) (number % queueWords)] = sent;
                }
            }
        }
        return sent;
    }
}
