package io.picojoule.simulation;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Cache;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.timing.LayerTiming;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;

/** The roofs of each kind of machine. Operations are those that were performed: what is skipped is none. */
final class Rooflines {
    private static final double OPERATIONS_PER_MAC = 2;
    private static final double BITS_PER_BYTE = 8;

    private Rooflines() {}

    /** @param words the widths of the layer's values */
    static Roofline of(
            RunRequest request, NetworkLayer layer, LayerTiming timing, WordWidths words, int macsPerLaneCycle) {
        Machine machine = request.machine();
        Activity activity = timing.activity();
        double operations = OPERATIONS_PER_MAC * activity.performedMacs();
        double seconds = (double) timing.cycles() / machine.clockHertz();
        Buffer buffer = buffer(request, layer, activity, words, macsPerLaneCycle);
        return new Roofline(
                OPERATIONS_PER_MAC * machine.macsPerCycle() * macsPerLaneCycle * machine.clockHertz(),
                timing.cycles() == 0 ? 0 : operations / seconds,
                intensity(operations, activity.bits(Level.DRAM)),
                intensity(operations, buffer.bits()),
                machine.dram().map(dram -> (double) dram.bytesPerSecond()).orElse(Double.POSITIVE_INFINITY),
                buffer.bytesPerSecond());
    }

    /** What feeds the multipliers, beside DRAM: what crossed there, and what may. */
    private record Buffer(long bits, double bytesPerSecond) {}

    private static Buffer buffer(
            RunRequest request, NetworkLayer layer, Activity activity, WordWidths words, int macsPerLaneCycle) {
        Machine machine = request.machine();
        if (machine instanceof Processor processor) {
            Cache last = processor.memory().last();
            return new Buffer(readBits(activity, last), last.bytesPerSecond());
        }
        double bitsPerCycle = machine instanceof SpatialArray array
                ? busBitsPerCycle(array, request.batch(), layer, words, macsPerLaneCycle)
                : matrixBitsPerCycle((SparseEngine) machine);
        long bits = machine instanceof SpatialArray
                ? arraySideBits(activity)
                : activity.bits(Action.READ, Operand.WEIGHT, Level.WEIGHT_BUFFER);
        return new Buffer(bits, bitsPerCycle / BITS_PER_BYTE * machine.clockHertz());
    }

    private static long readBits(Activity activity, Cache cache) {
        Level level = Level.valueOf(cache.place().name());
        return activity.bits(Action.READ, Operand.INPUT, level) + activity.bits(Action.READ, Operand.WEIGHT, level);
    }

    private static double busBitsPerCycle(
            SpatialArray array, int batch, NetworkLayer layer, WordWidths words, int macsPerLaneCycle) {
        WordWidths onBuses = layer.loopNest(batch)
                .map(nest -> Subwords.of(nest, macsPerLaneCycle).pack(words))
                .orElse(words);
        Buses buses = array.buses();
        return (double) buses.inputWordsPerCycle() * onBuses.inputBits()
                + (double) (buses.partialSumInWordsPerCycle() + buses.partialSumOutWordsPerCycle())
                        * onBuses.partialSumBits();
    }

    /** A line a cycle in each element. */
    private static double matrixBitsPerCycle(SparseEngine engine) {
        return (double) engine.processingElements() * engine.matrixSram().widthBits();
    }

    /** What crosses the buses between the global buffer and the array; weights have a bus of their own. */
    private static long arraySideBits(Activity activity) {
        return activity.bits(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER)
                + activity.bits(Action.READ, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER)
                + activity.bits(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER);
    }

    private static double intensity(double operations, long bits) {
        return bits == 0 ? Double.POSITIVE_INFINITY : operations / (bits / BITS_PER_BYTE);
    }
}
