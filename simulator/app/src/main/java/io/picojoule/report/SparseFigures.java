package io.picojoule.report;

import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.timing.sparse.SparseCounts;

/** What a sparse engine made of a layer, as tables show it. */
public record SparseFigures(String layer, SparseCounts counts, long macs, long cycles, double clockHertz) {
    private static final long BITS_PER_BYTE = 8;

    /** @param layer of a sparse engine */
    public static SparseFigures of(LayerResult layer, RunResult run) {
        return new SparseFigures(
                layer.name(),
                layer.sparse().orElseThrow(),
                layer.macs(),
                layer.timing().cycles(),
                run.machine().clockHertz());
    }

    /** Bytes of entries, pointers and codebooks. */
    public long storedBytes() {
        return (counts.storedBits() + BITS_PER_BYTE - 1) / BITS_PER_BYTE;
    }

    /** Of the activations that a dense machine would use, those that were sent. */
    public double sentFraction() {
        return (double) counts.broadcasts() / counts.columns();
    }

    /** Of the entries worked on, those that only break long runs. */
    public double paddingFraction() {
        return counts.entries() == 0 ? 0 : (double) counts.paddingEntries() / counts.entries();
    }

    /** If all elements had equally much to do, and never waited. */
    public double theoreticalSeconds() {
        return counts.theoreticalCycles() / clockHertz;
    }

    public double seconds() {
        return cycles / clockHertz;
    }

    /** Theoretical over actual time: the rest is what imbalance, waiting and draining take; 1 if there was nothing to do. */
    public double efficiency() {
        return counts.efficiency(cycles);
    }

    /** Actual time of as many multipliers that are always busy and skip nothing, over this. */
    public double overDense() {
        return (double) macs / counts.elements() / cycles;
    }
}
