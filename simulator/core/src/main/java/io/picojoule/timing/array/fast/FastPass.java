package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.PassTiming.BusUse;
import io.picojoule.timing.Resource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * A pass as a recurrence over steps: every moment depends on moments of the same or an earlier step, so one loop over steps, columns and
 * rows gives them all. Equal, cycle by cycle and cause by cause, to the detailed engine. What the inputs are matters only in how many words
 * of each window take MACs.
 */
final class FastPass {
    /** A processing element's pipeline: a partial sum sent in cycle c can be used in c + 3. */
    static final int PIPELINE_CYCLES = 3;

    private final PassGeometry geometry;
    private final Windows windows;
    private final int[] workedUpTo;
    /** By element: the first and the last word of its window in {@link #workedUpTo}. */
    private final int[] firstWord;

    private final int[] lastWord;
    private final int rows;
    private final int columns;
    private final int elements;
    /** Columns of a block. */
    private final int width;

    private final int mostFilters;
    private final int[] blockOf;
    /** By block, the first ones having most. */
    private final int[] filters;

    /** By block. */
    private final QueueLag[] lags;

    private final long weightCycles;
    private final FastInputBus inputBus;
    private final BusClock partialSumInBus;
    private final BusClock partialSumOutBus;

    /** By step modulo {@code history}, then by element: first cycle of the tail. */
    private final long[] tails;

    private final int history;

    /** By step modulo {@code history}, filter and column: cycle in which the out bus took the partial sum. */
    private final long[] taken;

    /** By column: cycle in which the out bus took the last one. */
    private final long[] lastTaken;

    /** By column: arrival of the last partial sum of the current step from the buffer. */
    private final long[] arrived;

    private final long[] starts;
    private final long[] ends;

    /** Steps so far, but for skipped ones: they leave every ring as it was, only later. */
    private int ringStep;

    private final BusClock[] buses;
    private final long[] busyBefore;
    private final long[] countsBefore = new long[Cause.values().length];
    private final SteadyState steady;
    private final long[] elementCycles = new long[Cause.values().length];

    private FastPass(PassGeometry geometry, PassMachine machine, Windows windows) {
        this.geometry = geometry;
        this.windows = windows;
        this.workedUpTo = windows.workedUpTo();
        this.rows = geometry.chainRows();
        this.columns = geometry.chainColumns();
        this.elements = rows * columns;
        this.width = geometry.outputRows();
        this.mostFilters = geometry.filtersOf(0);
        this.filters = new int[geometry.blocks()];
        this.lags = new QueueLag[geometry.blocks()];
        for (int block = 0; block < filters.length; block++) {
            filters[block] = geometry.filtersOf(block);
            lags[block] = new QueueLag(filters[block], machine.partialSumQueueWords());
        }
        this.blockOf = new int[columns];
        for (int column = 0; column < columns; column++) {
            blockOf[column] = column / width;
        }
        this.firstWord = new int[elements];
        this.lastWord = new int[elements];
        for (int element = 0; element < elements; element++) {
            int row = element % rows;
            firstWord[element] = windows.firstWord(row, element / rows);
            lastWord[element] = firstWord[element]
                    + geometry.channelsOf(row / geometry.filterRows()) * geometry.filterColumns()
                    - 1;
        }
        this.weightCycles = WeightLoad.cycles(geometry, machine.buses().weightWordsPerCycle());
        this.inputBus = new FastInputBus(
                geometry, machine.buses().inputWordsPerCycle(), machine.inputStoreWords(), weightCycles);
        this.partialSumInBus = new BusClock(machine.buses().partialSumInWordsPerCycle(), 0);
        this.partialSumOutBus = new BusClock(machine.buses().partialSumOutWordsPerCycle(), 0);
        this.history = Integer.highestOneBit(lags[lags.length - 1].steps[0]) * 2;
        this.tails = new long[elements * history];
        this.taken = new long[history * mostFilters * columns];
        this.lastTaken = new long[columns];
        Arrays.fill(lastTaken, -1);
        this.arrived = new long[columns];
        this.ends = new long[elements];
        this.starts = new long[elements];
        this.buses = geometry.takesPartialSums()
                ? new BusClock[] {partialSumOutBus, inputBus.clock(), partialSumInBus}
                : new BusClock[] {partialSumOutBus, inputBus.clock()};
        this.busyBefore = new long[buses.length];
        long[][] moments = geometry.takesPartialSums()
                ? new long[][] {ends, starts, lastTaken, inputBus.moments(), arrived}
                : new long[][] {ends, starts, lastTaken, inputBus.moments()};
        this.steady = new SteadyState(1 + Math.max(history, inputBus.lookback()), moments, buses);
    }

    /** @param windows of this geometry, before their first step */
    static TimedPass time(PassGeometry geometry, PassMachine machine, Windows windows) {
        return new FastPass(geometry, machine, windows).run();
    }

    private TimedPass run() {
        int steps = geometry.outputColumns();
        long firstOut = 0;
        long lastOut = 0;
        for (int image = 0; image < geometry.images(); image++) {
            steady.restart();
            for (int step = 0; step < steps; step++) {
                keepCounts();
                windows.moveTo(step);
                if (geometry.takesPartialSums()) {
                    takeIn();
                }
                inputBus.sendWindow(step == 0);
                for (int column = 0; column < columns; column++) {
                    climb(column, step == 0, step == steps - 1);
                }
                inputBus.freed(step == steps - 1);
                lastOut = takeOut();
                if (ringStep == 0) {
                    firstOut = taken[0];
                }
                ringStep++;
                // The last step of an image frees more than the others: it is never skipped.
                if (windows.areAlike() && steady.reached() && step < steps - 2) {
                    skip(steps - 2 - step);
                    step = steps - 2;
                }
            }
        }
        long cycles = lastOut + 1;
        long drain = 0;
        for (long end : ends) {
            drain += cycles - end;
        }
        elementCycles[Cause.DRAIN.ordinal()] = drain;
        long most = 0;
        long busy = 0;
        for (int element = 0; element < elements; element++) {
            int column = element / rows;
            long macs = filters[blockOf[column]] * windows.worked(element % rows, column);
            busy += macs;
            most = Math.max(most, macs);
        }
        elementCycles[Cause.BUSY.ordinal()] = busy;
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            causes.put(cause, elementCycles[cause.ordinal()]);
        }
        return new TimedPass(new PassTiming(cycles, causes, buses(firstOut, cycles)), most);
    }

    /** What the buses did: the input bus starts when the weights are there, partial sums come in from the first cycle. */
    private Map<Resource, BusUse> buses(long firstOut, long cycles) {
        Map<Resource, BusUse> uses = new EnumMap<>(Resource.class);
        uses.put(Resource.WEIGHT_BUS, new BusUse(0, weightCycles, weightCycles, geometry.weightWords()));
        uses.put(Resource.INPUT_BUS, use(weightCycles, inputBus.clock(), geometry.inputWords()));
        if (geometry.takesPartialSums()) {
            uses.put(Resource.PARTIAL_SUM_IN_BUS, use(0, partialSumInBus, geometry.partialSumWords()));
        }
        uses.put(
                Resource.PARTIAL_SUM_OUT_BUS,
                new BusUse(firstOut, cycles, partialSumOutBus.busyCycles(), geometry.partialSumWords()));
        return uses;
    }

    private static BusUse use(long start, BusClock bus, long words) {
        return new BusUse(start, bus.cycle() + 1, bus.busyCycles(), words);
    }

    private void keepCounts() {
        System.arraycopy(elementCycles, 0, countsBefore, 0, countsBefore.length);
        for (int i = 0; i < buses.length; i++) {
            busyBefore[i] = buses[i].busyCycles();
        }
    }

    /** So many more steps like the one just done. */
    private void skip(int steps) {
        long cycles = steps * steady.period();
        for (int i = 0; i < elementCycles.length; i++) {
            elementCycles[i] += steps * (elementCycles[i] - countsBefore[i]);
        }
        for (int i = 0; i < buses.length; i++) {
            buses[i].skip(cycles, steps * (buses[i].busyCycles() - busyBefore[i]));
        }
        for (long[] moments : new long[][] {tails, taken, lastTaken, arrived, ends}) {
            SteadyState.shift(moments, cycles);
        }
        inputBus.skip(cycles);
    }

    /** One step of a chain, bottom to top. */
    private void climb(int column, boolean firstOfImage, boolean lastOfImage) {
        int block = blockOf[column];
        int p = filters[block];
        QueueLag lag = lags[block];
        int hops = p - 1 + PIPELINE_CYCLES;
        boolean mayBeFull = ringStep >= lag.steps[p - 1];
        int lagSlot = ringStep - lag.steps[p - 1] & history - 1;
        int takenBefore = (lagSlot * mostFilters + lag.offset[p - 1]) * columns;
        int first = column * rows;
        int tail = (ringStep & history - 1) * elements + first;
        int above = lagSlot * elements + first + 1;
        Cause noWindow = firstOfImage ? Cause.INPUT_FILL : Cause.INPUT_BUS;
        long below = 0;
        for (int row = 0; row < rows; row++, tail++, above++) {
            int element = first + row;
            boolean top = row == rows - 1;
            // 1. A step starts once the weights and its window are there.
            long time = waitFor(weightCycles, ends[element], Cause.WEIGHT_LOAD);
            time = waitFor(inputBus.windowArrival(element), time, noWindow);
            starts[element] = time;
            // 2. The words before the tail never wait.
            time += p * (long) (workedUpTo[lastWord[element]] - 1);
            // 3. The tail starts once the partial sums from below are there, and room for its own above.
            time = row == 0
                    ? waitFor(arrived[column], time, Cause.PARTIAL_SUM_IN_BUS)
                    : waitFor(below + hops, time, Cause.ACCUMULATE);
            if (mayBeFull) {
                long left = top ? taken[takenBefore + column] : tails[above] + lag.offset[p - 1];
                time = waitFor(left + 1, time, top ? Cause.PARTIAL_SUM_OUT_BUS : Cause.ACCUMULATE);
            }
            tails[tail] = time;
            ends[element] = time + p;
            inputBus.free(element, row, starts[element], time, p, workedUpTo, firstWord[element], lastOfImage);
            below = time;
        }
    }

    /** The later of two moments; the wait, if there is one, has a cause. */
    private long waitFor(long ready, long time, Cause cause) {
        if (ready <= time) {
            return time;
        }
        elementCycles[cause.ordinal()] += ready - time;
        return ready;
    }

    /** The partial sums of a step on their way in: filter outer, column inner. */
    private void takeIn() {
        for (int filter = 0; filter < mostFilters; filter++) {
            for (int block = 0; block < filters.length && filter < filters[block]; block++) {
                int before = ringStep - lags[block].steps[filter];
                int bottoms = (before & history - 1) * elements;
                int offset = lags[block].offset[filter] + 1;
                for (int column = block * width; column < (block + 1) * width; column++) {
                    long room = before < 0 ? 0 : tails[bottoms + column * rows] + offset;
                    // A queue takes one word a cycle.
                    arrived[column] = partialSumInBus.send(Math.max(room, arrived[column])) + 1;
                }
            }
        }
    }

    /** The partial sums of a step on their way out, in the same order; the cycle of the last. */
    private long takeOut() {
        int slot = ringStep & history - 1;
        int tops = slot * elements + rows - 1;
        long sent = 0;
        for (int filter = 0; filter < mostFilters; filter++) {
            int takenOfFilter = (slot * mostFilters + filter) * columns;
            for (int block = 0; block < filters.length && filter < filters[block]; block++) {
                for (int column = block * width; column < (block + 1) * width; column++) {
                    long visible = tails[tops + column * rows] + filter + PIPELINE_CYCLES;
                    // A queue gives one word a cycle.
                    sent = partialSumOutBus.send(Math.max(lastTaken[column] + 1, visible));
                    lastTaken[column] = sent;
                    taken[takenOfFilter + column] = sent;
                }
            }
        }
        return sent;
    }
}
