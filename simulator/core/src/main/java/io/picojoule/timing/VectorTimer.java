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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Layers without MACs on a vector unit: {@code lanes} element operations a cycle, inputs from DRAM, each in one
 * transfer, outputs to it; the whole for each repetition of the layer.
 */
public final class VectorTimer {
    private VectorTimer() {}

    public static LayerTiming time(
            NetworkLayer layer, int batch, SpatialArray machine, VectorUnit unit, WordWidths words) {
        return timeOnce(layer, batch, machine, unit, words, LayerTrace.NONE).times(layer.repetitions(batch));
    }

    /** One of the repetitions, telling of its operations and every transfer. */
    public static LayerTiming timeOnce(
            NetworkLayer layer, int batch, SpatialArray machine, VectorUnit unit, WordWidths words, LayerTrace trace) {
        int repetitions = layer.repetitions(batch);
        VectorWork work = layer.vectorWork().times(batch);
        boolean looksUp = unit.lookUpTableEntries().isPresent();
        long operations = (looksUp ? work.operationsWithTable() : work.operations()) / repetitions;
        DramLink link = new DramLink(machine);
        Dram dram = machine.memory().dram();
        List<Transfer> transfers = new ArrayList<>();
        long inputBits = 0;
        long input = 0;
        for (Shape shape : layer.inputs()) {
            long bits =
                    dram.resident().contains(Operand.INPUT) ? 0 : bits(shape, batch, words.inputBits()) / repetitions;
            inputBits = Math.addExact(inputBits, bits);
            input += link.cycles(bits);
            transfers.add(transfer(transfers, Operand.INPUT, bits, link, dram));
        }
        long outputBits = dram.resident().contains(Operand.OUTPUT)
                ? 0
                : bits(layer.output(), batch, words.outputBits()) / repetitions;
        long output = link.cycles(outputBits);
        transfers.add(transfer(transfers, Operand.OUTPUT, outputBits, link, dram));
        long compute = (operations + unit.lanes() - 1) / unit.lanes();
        long exposed = (dram.overlaps().contains(Operand.INPUT) ? 0 : input)
                + (dram.overlaps().contains(Operand.OUTPUT) ? 0 : output);
        long cycles = Math.max(compute, input + output - exposed) + exposed;
        tell(trace, transfers, compute, operations, cycles);
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
                activity);
    }

    private static Transfer transfer(List<Transfer> before, Operand operand, long bits, DramLink link, Dram dram) {
        boolean exposed = !dram.overlaps().contains(operand);
        return new Transfer(before.size() + 1L, operand, bits, link.cycles(bits), exposed);
    }

    /** The model has sums and no order; told is one that fits: exposed inputs, the operations with what overlaps them, an exposed output. */
    private static void tell(LayerTrace trace, List<Transfer> transfers, long compute, long operations, long cycles) {
        long now = 0;
        long firstOperation = 0;
        for (Transfer transfer : transfers) {
            boolean last = transfer.operand() == Operand.OUTPUT && transfer.exposed();
            long start = last ? cycles - transfer.cycles() : now;
            now = start + transfer.cycles();
            if (transfer.operand() == Operand.INPUT && transfer.exposed()) {
                firstOperation = now;
            }
            if (transfer.cycles() > 0) {
                trace.served(new LayerTrace.Service(transfer, start, now, 0));
            }
        }
        trace.operations(firstOperation, firstOperation + compute, operations);
    }

    private static long bits(Shape shape, int batch, int wordBits) {
        return Math.multiplyExact(shape.elements(), (long) batch * wordBits);
    }
}
