package io.picojoule.timing.array.detailed;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.timing.Cause;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.EnumMap;
import java.util.Map;

/** What the processing elements of a pass did, event by event, over all passes of one geometry. */
final class ElementCounts {
    private final long[] cycles = new long[Cause.values().length];
    /** Those of earlier passes. */
    private final long[] cyclesBefore = new long[cycles.length];

    private long mostMacCycles;
    private long macs;
    private long skippedMacs;
    private long gatedMacs;
    private long weightReads;
    private long sumReads;
    private long sumWrites;
    private long neighbourWords;

    void wait(Cause cause, long count) {
        cycles[cause.ordinal()] += count;
    }

    /**
     * {@code count} MACs, a cycle each.
     *
     * @param gated whether they were switched off, as the input was zero
     * @param readsSum whether they add to a sum in the scratchpad
     * @param writesSum whether the sum goes back there
     */
    void multiply(int count, boolean gated, boolean readsSum, boolean writesSum) {
        macs += count;
        if (gated) {
            gatedMacs += count;
            return;
        }
        weightReads += count;
        if (readsSum) {
            sumReads += count;
        }
        if (writesSum) {
            sumWrites += count;
        }
    }

    /** {@code count} MACs that take no cycle, as the input was zero. */
    void skip(int count) {
        macs += count;
        skippedMacs += count;
    }

    void sendToNeighbour(int words) {
        neighbourWords += words;
    }

    /** @param mostMacCyclesOfPass of an element */
    void endPass(int mostMacCyclesOfPass) {
        mostMacCycles += mostMacCyclesOfPass;
        cycles[Cause.BUSY.ordinal()] = macs - skippedMacs;
    }

    /** Of the pass that has just ended; asked for once. */
    Map<Cause, Long> cyclesOfPass() {
        Map<Cause, Long> ofPass = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            int index = cause.ordinal();
            ofPass.put(cause, cycles[index] - cyclesBefore[index]);
            cyclesBefore[index] = cycles[index];
        }
        return ofPass;
    }

    /** Cycles in which the busiest multiplier worked, summed over passes. */
    long mostMacCycles() {
        return mostMacCycles;
    }

    void addCycles(Map<Cause, Long> sums) {
        for (Cause cause : Cause.values()) {
            sums.merge(cause, cycles[cause.ordinal()], Long::sum);
        }
    }

    void addTo(Activity.Builder activity, WordWidths words) {
        activity.macs(macs, gatedMacs)
                .skipped(skippedMacs)
                .words(Action.READ, Operand.INPUT, Level.SCRATCHPAD, macs - skippedMacs, words.inputBits())
                .words(Action.READ, Operand.WEIGHT, Level.SCRATCHPAD, weightReads, words.weightBits())
                .words(Action.READ, Operand.PARTIAL_SUM, Level.SCRATCHPAD, sumReads, words.partialSumBits())
                .words(Action.WRITE, Operand.PARTIAL_SUM, Level.SCRATCHPAD, sumWrites, words.partialSumBits())
                .words(Action.READ, Operand.PARTIAL_SUM, Level.NETWORK, neighbourWords, words.partialSumBits());
    }
}
