package io.picojoule.simulation;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Mapping;
import io.picojoule.search.SearchResult;
import io.picojoule.timing.LayerTiming;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;
import java.util.Optional;

/** From a layer's timing to its result: the energy of its counts, its place under the roof, and the checks that must hold. */
final class LayerResults {
    private static final double OPERATIONS_PER_MAC = 2;
    private static final double BITS_PER_BYTE = 8;

    private LayerResults() {}

    /** @param words the widths of the layer's values */
    static LayerResult of(
            RunRequest request,
            NetworkLayer layer,
            long macs,
            LayerTiming timing,
            WordWidths words,
            Optional<Mapping> mapping,
            String origin,
            Optional<SearchResult> search) {
        EnergyBreakdown energy =
                new EnergyModel(request.energyTable(), request.machine(), words).price(timing.activity());
        int macsPerLaneCycle = request.machine().processingElement().macsPerLaneCycle(words);
        WordWidths onBuses = layer.loopNest(request.batch())
                .map(nest -> Subwords.of(nest, macsPerLaneCycle).pack(words))
                .orElse(words);
        Roofline roofline = roofline(request.machine(), macsPerLaneCycle, timing, onBuses);
        LayerResult result = new LayerResult(
                layer, macs, words, macsPerLaneCycle, timing, energy, roofline, mapping, origin, search);
        Invariants.check(result, request, words);
        return result;
    }

    private static Roofline roofline(SpatialArray machine, int macsPerLaneCycle, LayerTiming timing, WordWidths words) {
        double operations = OPERATIONS_PER_MAC * Roofline.macs(machine, timing.activity());
        double seconds = (double) timing.cycles() / machine.clockHertz();
        Buses buses = machine.buses();
        double bufferBitsPerCycle = (double) buses.inputWordsPerCycle() * words.inputBits()
                + (double) (buses.partialSumInWordsPerCycle() + buses.partialSumOutWordsPerCycle())
                        * words.partialSumBits();
        return new Roofline(
                OPERATIONS_PER_MAC * machine.macsPerCycle() * macsPerLaneCycle * machine.clockHertz(),
                timing.cycles() == 0 ? 0 : operations / seconds,
                intensity(operations, timing.activity().bits(Level.DRAM)),
                intensity(operations, arraySideBits(timing.activity())),
                machine.memory().dram().bytesPerSecond(),
                bufferBitsPerCycle / BITS_PER_BYTE * machine.clockHertz());
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
