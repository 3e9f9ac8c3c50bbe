package io.picojoule.simulation;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.sparse.SparseCounts;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.function.Supplier;

/** What must hold after every simulation, whatever the machine: cheap enough to check always. */
final class Invariants {
    /** Room for the rounding of doubles. */
    private static final double ROUNDING = 1 + 1e-9;

    private Invariants() {}

    static void check(LayerResult result, RunRequest request, WordWidths words) {
        Activity activity = result.timing().activity();
        require(
                activity.macs() == result.macs(),
                () -> "counted " + activity.macs() + " MACs where the layer has " + result.macs());
        require(
                activity.gatedMacs() >= 0
                        && activity.skippedMacs() >= 0
                        && activity.gatedMacs() <= activity.performedMacs(),
                () -> "gates " + activity.gatedMacs() + " and skips " + activity.skippedMacs() + " of "
                        + activity.macs() + " MACs");
        require(
                result.roofline().achievedOperationsPerSecond()
                        <= result.roofline().roofOperationsPerSecond() * ROUNDING,
                () -> "achieves " + result.roofline().achievedOperationsPerSecond() + " op/s above its roof of "
                        + result.roofline().roofOperationsPerSecond());
        request.machine().dram().ifPresent(dram -> withinBandwidth(result, request.machine(), dram));
        long repetitions = result.layer().repetitions(request.batch());
        if (request.machine() instanceof SpatialArray) {
            result.layer()
                    .loopNest(request.batch())
                    .ifPresent(nest -> crossesDram(activity, nest, repetitions, request, words));
        }
        result.sparse().map(SparseLayer::counts).ifPresent(Invariants::sparse);
    }

    private static void sparse(SparseCounts counts) {
        require(
                counts.paddingEntries() <= counts.entries() && counts.loadBalance() <= ROUNDING,
                () -> "has " + counts.paddingEntries() + " padding zeros among " + counts.entries()
                        + " entries, and a load balance of " + counts.loadBalance());
    }

    private static void withinBandwidth(LayerResult result, Machine machine, Dram dram) {
        double bytes = result.timing().activity().bits(Level.DRAM) / 8.0;
        double seconds = (double) result.timing().cycles() / machine.clockHertz();
        require(
                bytes <= dram.bytesPerSecond() * seconds * ROUNDING,
                () -> "moves " + bytes + " bytes over DRAM in " + seconds + " s, above its bandwidth");
    }

    /**
     * In each repetition every weight at least once, every input that is needed at least once, every output exactly once; packing makes
     * nothing larger.
     */
    private static void crossesDram(
            Activity activity, LoopNest nest, long repetitions, RunRequest request, WordWidths words) {
        Dram dram = request.array().memory().dram();
        long weights = activity.bits(Action.READ, Operand.WEIGHT, Level.DRAM);
        long wanted = repetitions * nest.weightWords() * words.weightBits();
        require(weights >= wanted, () -> "fetches " + weights + " bits of weights where there are " + wanted);
        long outputs = activity.bits(Action.WRITE, Operand.OUTPUT, Level.DRAM);
        long made = repetitions * nest.outputWords() * words.outputBits();
        require(
                crossesAsItShould(outputs, made, Operand.OUTPUT, dram),
                () -> "stores " + outputs + " bits of outputs where there are " + made);
        long inputs = activity.bits(Action.READ, Operand.INPUT, Level.DRAM);
        long filled = activity.bits(Action.WRITE, Operand.INPUT, Level.GLOBAL_BUFFER);
        require(
                crossesAsItShould(inputs, filled, Operand.INPUT, dram),
                () -> "fetches " + inputs + " bits of inputs and fills the buffer with " + filled);
        // Between patches, rows and columns may be left out that no window touches.
        boolean gaps = nest.strideHeight() > nest.inputRows(1) || nest.strideWidth() > nest.spanWidth();
        long needed = repetitions
                * nest.n()
                * nest.g()
                * nest.c()
                * nest.inputRows(nest.p())
                * nest.inputColumns()
                * words.inputBits();
        require(
                gaps || filled >= needed,
                () -> "fetches " + filled + " bits of inputs where " + needed + " are needed");
    }

    /** What stays on the chip does not cross; what is packed may be smaller. */
    private static boolean crossesAsItShould(long bits, long whole, Operand operand, Dram dram) {
        if (dram.resident().contains(operand)) {
            return bits == 0;
        }
        return dram.packs(operand) ? bits > 0 && bits <= whole : bits == whole;
    }

    /** @param otherwise made only if it does not hold: numbers take long to print */
    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new InvariantViolation(otherwise.get());
        }
    }
}
