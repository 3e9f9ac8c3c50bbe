package io.picojoule.timing.array.fast;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.PassTiming.BusUse;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.workload.Operand;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The course of a pass on an array whose elements go step by step together, fed by buses: a recurrence over steps. Once the state relative to a
 * step has come back the steps in between are skipped.
 */
final class StreamPass {
    private static final int WEIGHTS = 0;
    private static final int INPUTS = 1;
    private static final int SUMS_IN = 2;
    private static final int SUMS_OUT = 3;
    private static final int BUSES = 4;
    private static final Resource[] RESOURCES = {
        Resource.WEIGHT_BUS, Resource.INPUT_BUS, Resource.PARTIAL_SUM_IN_BUS, Resource.PARTIAL_SUM_OUT_BUS
    };
    private static final Operand[] OPERANDS = {Operand.WEIGHT, Operand.INPUT, Operand.PARTIAL_SUM, Operand.PARTIAL_SUM};

    private final StreamGeometry geometry;
    private final int[] widths;
    private final int sumCycles;
    /** Of the last steps, when their sums had left; a slot is free again in the cycle of that number. */
    private final long[] slots;

    /** The slot that the next step takes. */
    private int slot;

    /** By bus, the cycle after its last word so far. */
    private final long[] ends = new long[BUSES];

    /** The same, of words that were really sent: a bus that is done falls behind. */
    private final long[] lastEnds = new long[BUSES];

    private final long[] busy = new long[BUSES];
    private final long[] starts = new long[BUSES];
    private final long[] words = new long[BUSES];
    private final Map<Cause, Long> waits = new EnumMap<>(Cause.class);
    private long begin = -1;
    private long beginBefore = -1;

    private StreamPass(StreamGeometry geometry, SpatialArray machine) {
        this.geometry = geometry;
        Buses buses = machine.buses();
        this.widths = new int[] {
            buses.weightWordsPerCycle(),
            buses.inputWordsPerCycle(),
            buses.partialSumInWordsPerCycle(),
            buses.partialSumOutWordsPerCycle()
        };
        this.sumCycles = StreamPipeline.sumCycles(geometry, machine);
        this.slots = new long[StreamPipeline.sumSlots(geometry, machine)];
        Arrays.fill(starts, -1);
    }

    static PassTiming time(StreamGeometry geometry, SpatialArray machine) {
        return new StreamPass(geometry, machine).time();
    }

    private PassTiming time() {
        long loaded = load();
        begin = loaded - 1;
        beginBefore = begin;
        Arrays.fill(ends, loaded);
        ends[SUMS_OUT] = 0;
        int period = geometry.slide().isPresent()
                ? geometry.slide().get().filterRows() * geometry.slide().get().filterColumns()
                : 1;
        new StreamSkip(geometry.steps(), period).run(this::step, this::state, this::advance);
        long last = begin;
        if (geometry.keepsSums()) {
            send(SUMS_OUT, last + sumCycles, geometry.sumsOut());
        }
        long cycles = ends[SUMS_OUT];
        wait(Cause.DRAIN, cycles - last - 1);
        return timing(cycles);
    }

    /** What waits in the elements comes first; the answer is the cycle in which they can begin. */
    private long load() {
        int count = geometry.loadedWords();
        if (count == 0) {
            return 0;
        }
        int bus = geometry.keeps(Operand.WEIGHT) ? WEIGHTS : geometry.keeps(Operand.INPUT) ? INPUTS : SUMS_IN;
        send(bus, 0, count);
        wait(SystolicPass.loadCause(geometry), ends[bus]);
        return ends[bus];
    }

    /** Words over a bus, from a cycle on; none of another step goes in the same cycle. */
    private void send(int bus, long from, long count) {
        if (count == 0) {
            return;
        }
        long cycles = (count + widths[bus] - 1) / widths[bus];
        long start = Math.max(ends[bus], from);
        if (starts[bus] < 0) {
            starts[bus] = start;
        }
        ends[bus] = start + cycles;
        lastEnds[bus] = ends[bus];
        busy[bus] += cycles;
        words[bus] += count;
    }

    private void step(long number) {
        // A port holds the words of two steps: those of one more come once the step before the last has begun.
        for (int bus = WEIGHTS; bus <= SUMS_IN; bus++) {
            if (bus != SUMS_IN || geometry.takesPartialSums()) {
                send(bus, beginBefore + 1, geometry.wordsOfStep(OPERANDS[bus], number));
            }
        }
        long now = begin + 1;
        now = until(ends[WEIGHTS], now, Cause.WEIGHT_BUS);
        now = until(ends[INPUTS], now, number == 0 ? Cause.INPUT_FILL : Cause.INPUT_BUS);
        now = until(ends[SUMS_IN], now, Cause.PARTIAL_SUM_IN_BUS);
        now = until(slots[slot], now, Cause.PARTIAL_SUM_OUT_BUS);
        beginBefore = begin;
        begin = now;
        if (!geometry.keepsSums()) {
            send(SUMS_OUT, now + sumCycles, geometry.wordsOfStep(Operand.PARTIAL_SUM, number));
            slots[slot] = ends[SUMS_OUT];
            slot = (slot + 1) % slots.length;
        }
    }

    private long until(long ready, long now, Cause cause) {
        if (ready <= now) {
            return now;
        }
        wait(cause, ready - now);
        return ready;
    }

    private void wait(Cause cause, long cycles) {
        waits.merge(cause, cycles, Long::sum);
    }

    /** All that later steps depend on, relative to the step that has just begun; slots in the order in which they will be taken. */
    private long[] state(long next) {
        long[] state = new long[BUSES + 1 + slots.length];
        for (int bus = 0; bus < SUMS_OUT; bus++) {
            state[bus] = Math.max(ends[bus], beginBefore + 1) - begin;
        }
        state[SUMS_OUT] = Math.max(ends[SUMS_OUT] - begin, sumCycles + 1);
        state[BUSES] = beginBefore - begin;
        for (int i = 0; i < slots.length; i++) {
            state[BUSES + 1 + i] = Math.max(slots[(slot + i) % slots.length] - begin, 0);
        }
        return state;
    }

    /** All sums that grow from step to step, to be compared, and multiplied. */
    private long[] advance(long repetitions, long[] before) {
        long[] now = sums();
        if (repetitions > 0) {
            long shift = (now[0] - before[0]) * repetitions;
            begin += shift;
            beginBefore += shift;
            for (int bus = 0; bus < BUSES; bus++) {
                ends[bus] += shift;
                lastEnds[bus] += now[1 + bus] > before[1 + bus] ? shift : 0;
                busy[bus] += (now[1 + bus] - before[1 + bus]) * repetitions;
                words[bus] += (now[1 + BUSES + bus] - before[1 + BUSES + bus]) * repetitions;
            }
            for (int i = 0; i < slots.length; i++) {
                slots[i] += shift;
            }
            for (Cause cause : Cause.values()) {
                int place = 1 + 2 * BUSES + cause.ordinal();
                wait(cause, (now[place] - before[place]) * repetitions);
            }
        }
        return now;
    }

    private long[] sums() {
        long[] sums = new long[1 + 2 * BUSES + Cause.values().length];
        sums[0] = begin;
        for (int bus = 0; bus < BUSES; bus++) {
            sums[1 + bus] = busy[bus];
            sums[1 + BUSES + bus] = words[bus];
        }
        waits.forEach((cause, cycles) -> sums[1 + 2 * BUSES + cause.ordinal()] = cycles);
        return sums;
    }

    private PassTiming timing(long cycles) {
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        waits.forEach((cause, each) -> causes.put(cause, each * geometry.activeElements()));
        causes.put(Cause.BUSY, geometry.macs());
        Map<Resource, BusUse> uses = new EnumMap<>(Resource.class);
        for (int bus = 0; bus < BUSES; bus++) {
            if (words[bus] > 0) {
                uses.put(RESOURCES[bus], new BusUse(starts[bus], lastEnds[bus], busy[bus], words[bus]));
            }
        }
        return new PassTiming(cycles, causes, uses);
    }
}
