package io.picojoule.report;

import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SparseLayer;
import io.picojoule.timing.sparse.SparseCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a sparse engine made of a layer, as tables show it. */
public record SparseFigures(String layer, SparseLayer sparse, long macs, long cycles, double clockHertz) {
    /**
     * A figure of each layer, in words.
     *
     * @param unit as {@link Si#format} takes it
     */
    public record Column(String title, String unit, ToDoubleFunction<SparseFigures> figure) {
        /** For people. */
        public String text(SparseFigures layer) {
            double value = figure.applyAsDouble(layer);
            return unit.equals(TIMES) ? Si.times(value) : Si.format(value, unit);
        }
    }

    private static final long BITS_PER_BYTE = 8;
    private static final String TIMES = "×";

    /** What tables show, in their order. */
    public static final List<Column> COLUMNS = List.of(
            new Column("stored", "B", SparseFigures::storedBytes),
            new Column("sent", "%", SparseFigures::sentFraction),
            new Column("entries", "", layer -> layer.counts().entries()),
            new Column("padding", "%", SparseFigures::paddingFraction),
            new Column("ideal", "s", SparseFigures::theoreticalSeconds),
            new Column("time", "s", SparseFigures::seconds),
            new Column("efficiency", "%", SparseFigures::efficiency),
            new Column("balance", "%", layer -> layer.counts().loadBalance()),
            new Column("over dense", TIMES, SparseFigures::overDense));

    /** @param layer of a sparse engine */
    public static SparseFigures of(LayerResult layer, RunResult run) {
        return new SparseFigures(
                layer.name(),
                layer.sparse().orElseThrow(),
                layer.macs(),
                layer.timing().cycles(),
                run.machine().clockHertz());
    }

    public SparseCounts counts() {
        return sparse.counts();
    }

    /** Bytes of the weights in other formats, by key. */
    public Map<String, Long> bytesByFormat() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        sparse.bitsByFormat().forEach((format, bits) -> bytes.put(format, bytes(bits)));
        return bytes;
    }

    /** Bytes of entries, pointers and codebooks. */
    public long storedBytes() {
        return bytes(counts().storedBits());
    }

    /** Whole ones. */
    private static long bytes(long bits) {
        return (bits + BITS_PER_BYTE - 1) / BITS_PER_BYTE;
    }

    /** Of the activations that a dense machine would use, those that were sent. */
    public double sentFraction() {
        return (double) counts().broadcasts() / counts().columns();
    }

    /** Of the entries worked on, those that only break long runs. */
    public double paddingFraction() {
        return counts().entries() == 0 ? 0 : (double) counts().paddingEntries() / counts().entries();
    }

    /** If all elements had equally much to do, and never waited. */
    public double theoreticalSeconds() {
        return counts().theoreticalCycles() / clockHertz;
    }

    public double seconds() {
        return cycles / clockHertz;
    }

    /** Theoretical over actual time: the rest is what imbalance, waiting and draining take; 1 if there was nothing to do. */
    public double efficiency() {
        return counts().efficiency(cycles);
    }

    /** Actual time of as many multipliers that are always busy and skip nothing, over this. */
    public double overDense() {
        return (double) macs / counts().elements() / cycles;
    }
}
