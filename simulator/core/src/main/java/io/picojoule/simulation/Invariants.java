package io.picojoule.simulation;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;

/** What must hold after every simulation, whatever the machine: cheap enough to check always. */
final class Invariants {
    /** Room for the rounding of doubles. */
    private static final double ROUNDING = 1 + 1e-9;

    private Invariants() {}

    static void check(LayerResult result, RunRequest request, WordWidths words) {
        Activity activity = result.timing().activity();
        require(
                activity.macs() == result.macs(),
                "counted " + activity.macs() + " MACs where the layer has " + result.macs());
        require(
                result.roofline().achievedOperationsPerSecond()
                        <= result.roofline().roofOperationsPerSecond() * ROUNDING,
                "achieves " + result.roofline().achievedOperationsPerSecond() + " op/s above its roof of "
                        + result.roofline().roofOperationsPerSecond());
        withinBandwidth(result, request.machine());
        result.layer().loopNest(request.batch()).ifPresent(nest -> crossesDram(activity, nest, request, words));
    }

    private static void withinBandwidth(LayerResult result, SpatialArray machine) {
        double bytes = result.timing().activity().bits(Level.DRAM) / 8.0;
        double seconds = (double) result.timing().cycles() / machine.clockHertz();
        require(
                bytes <= machine.memory().dram().bytesPerSecond() * seconds * ROUNDING,
                "moves " + bytes + " bytes over DRAM in " + seconds + " s, above its bandwidth");
    }

    /** Every weight at least once, every input that is needed at least once, every output exactly once; packed ones are not compared. */
    private static void crossesDram(Activity activity, LoopNest nest, RunRequest request, WordWidths words) {
        long weights = activity.bits(Action.READ, Operand.WEIGHT, Level.DRAM);
        require(
                weights >= nest.weightWords() * words.weightBits(),
                "fetches " + weights + " bits of weights where there are " + nest.weightWords() * words.weightBits());
        if (!request.machine().memory().dram().packs(Operand.OUTPUT)) {
            long outputs = activity.bits(Action.WRITE, Operand.OUTPUT, Level.DRAM);
            require(
                    outputs == nest.outputWords() * words.outputBits(),
                    "stores " + outputs + " bits of outputs where there are "
                            + nest.outputWords() * words.outputBits());
        }
        if (!request.machine().memory().dram().packs(Operand.INPUT)) {
            long needed = (long) nest.n() * nest.g() * nest.c() * nest.inputRows(nest.p()) * nest.inputColumns();
            long inputs = activity.bits(Action.READ, Operand.INPUT, Level.DRAM);
            boolean strideSkips = nest.strideHeight() > nest.r();
            require(
                    inputs >= needed * words.inputBits() || strideSkips,
                    "fetches " + inputs + " bits of inputs where " + needed * words.inputBits() + " are needed");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvariantViolation(otherwise);
        }
    }
}
