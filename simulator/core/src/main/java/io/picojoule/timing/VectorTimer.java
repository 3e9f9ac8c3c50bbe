package io.picojoule.timing;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.VectorUnit;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Shape;
import io.picojoule.workload.VectorWork;
import io.picojoule.workload.WordWidths;
import java.util.Map;

/**
 * Layers without MACs on a vector unit: {@code lanes} element operations a cycle, inputs from DRAM, each in one
 * transfer, outputs to it; the whole for each repetition of the layer.
 */
public final class VectorTimer {
    private VectorTimer() {}

    public static LayerTiming time(
            NetworkLayer layer, int batch, SpatialArray machine, VectorUnit unit, WordWidths words) {
        int repetitions = layer.repetitions(batch);
        VectorWork work = layer.vectorWork().times(batch);
        boolean looksUp = unit.lookUpTableEntries().isPresent();
        long operations = (looksUp ? work.operationsWithTable() : work.operations()) / repetitions;
        DramLink link = new DramLink(machine);
        long inputBits = 0;
        long input = 0;
        for (Shape shape : layer.inputs()) {
            long bits = bits(shape, batch, words.inputBits()) / repetitions;
            inputBits = Math.addExact(inputBits, bits);
            input += link.cycles(bits);
        }
        long outputBits = bits(layer.output(), batch, words.outputBits()) / repetitions;
        long output = link.cycles(outputBits);
        long compute = (operations + unit.lanes() - 1) / unit.lanes();
        Dram dram = machine.memory().dram();
        long exposed = (dram.overlaps().contains(Operand.INPUT) ? 0 : input)
                + (dram.overlaps().contains(Operand.OUTPUT) ? 0 : output);
        long cycles = Math.max(compute, input + output - exposed) + exposed;
        Activity activity = new Activity.Builder()
                .vectorOperations(operations)
                .lookUps(looksUp ? work.functions() / repetitions : 0)
                .bits(Action.READ, Operand.INPUT, Level.DRAM, inputBits)
                .bits(Action.WRITE, Operand.OUTPUT, Level.DRAM, outputBits)
                .cycles(cycles, 0)
                .build();
        return new LayerTiming(
                        cycles,
                        compute,
                        exposed,
                        0,
                        0,
                        Map.of(),
                        Map.of(Resource.VECTOR_UNIT, compute, Resource.DRAM, input + output),
                        activity)
                .times(repetitions);
    }

    private static long bits(Shape shape, int batch, int wordBits) {
        return Math.multiplyExact(shape.elements(), (long) batch * wordBits);
    }
}
