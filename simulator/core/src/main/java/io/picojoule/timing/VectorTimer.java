package io.picojoule.timing;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.VectorUnit;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Shape;
import io.picojoule.workload.VectorWork;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Layers without MACs on a vector unit: {@code lanes} element operations a cycle, inputs from DRAM, each in one
 * transfer, outputs to it; the whole for each repetition of the layer. On a machine without DRAM they are at hand.
 */
public final class VectorTimer {
    private VectorTimer() {}

    public static LayerTiming time(NetworkLayer layer, int batch, Machine machine, VectorUnit unit, WordWidths words) {
        return timeOnce(layer, batch, machine, unit, words, LayerTrace.NONE).times(layer.repetitions(batch));
    }

    /** One of the repetitions, telling of its operations and every transfer. */
    public static LayerTiming timeOnce(
            NetworkLayer layer, int batch, Machine machine, VectorUnit unit, WordWidths words, LayerTrace trace) {
        int repetitions = layer.repetitions(batch);
        VectorWork work = layer.vectorWork().times(batch);
        boolean looksUp = unit.lookUpTableEntries().isPresent();
        long operations = (looksUp ? work.operationsWithTable() : work.operations()) / repetitions;
        Optional<Dram> dram = machine.dram();
        List<Transfer> transfers = new ArrayList<>();
        if (dram.isPresent()) {
            DramLink link = new DramLink(machine.clockHertz(), dram.get());
            for (Shape shape : layer.inputs()) {
                transfer(
                        transfers,
                        Operand.INPUT,
                        bits(shape, batch, words.inputBits()) / repetitions,
                        link,
                        dram.get());
            }
            long outputBits = bits(layer.output(), batch, words.outputBits()) / repetitions;
            transfer(transfers, Operand.OUTPUT, outputBits, link, dram.get());
        }
        long compute = (operations + unit.lanes() - 1) / unit.lanes();
        long moving = sum(transfers, Transfer::cycles);
        long exposed = sum(transfers, transfer -> transfer.exposed() ? transfer.cycles() : 0);
        long cycles = Math.max(compute, moving - exposed) + exposed;
        tell(trace, transfers, compute, operations, cycles);
        Activity activity = new Activity.Builder()
                .vectorOperations(operations)
                .lookUps(looksUp ? work.functions() / repetitions : 0)
                .bits(Action.READ, Operand.INPUT, Level.DRAM, bits(transfers, Operand.INPUT))
                .bits(Action.WRITE, Operand.OUTPUT, Level.DRAM, bits(transfers, Operand.OUTPUT))
                .cycles(cycles, 0)
                .build();
        return new LayerTiming(
                cycles,
                compute,
                exposed,
                0,
                0,
                Map.of(),
                Map.of(Resource.VECTOR_UNIT, compute, Resource.DRAM, moving),
                activity);
    }

    /** What stays on the chip is a transfer of nothing. */
    private static void transfer(List<Transfer> before, Operand operand, long bits, DramLink link, Dram dram) {
        long crossing = dram.resident().contains(operand) ? 0 : bits;
        boolean exposed = !dram.overlaps().contains(operand);
        before.add(new Transfer(before.size() + 1L, operand, crossing, link.cycles(crossing), exposed));
    }

    private static long bits(List<Transfer> transfers, Operand operand) {
        return sum(transfers, transfer -> transfer.operand() == operand ? transfer.bits() : 0);
    }

    private static long sum(List<Transfer> transfers, ToLongFunction<Transfer> part) {
        return transfers.stream().mapToLong(part).reduce(0, Math::addExact);
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
