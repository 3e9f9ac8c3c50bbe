package io.picojoule.simulation;

import io.picojoule.activity.Activity;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.timing.array.Transfers;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.timing.array.fast.FastArray;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;
import java.util.Optional;

/** Layers with MACs on the array: choose a mapping, time it, price it. Thread safe. */
final class ArraySimulator {
    private final RunRequest request;
    private final SpatialArray machine;
    private final FastArray fastArray;

    ArraySimulator(RunRequest request) {
        this.request = request;
        this.machine = request.machine();
        this.fastArray = new FastArray(machine);
    }

    Outcome run(NetworkLayer layer, LoopNest nest, WordWidths values, LayerData data) {
        Subwords subwords = Subwords.of(nest, machine.processingElement().macsPerLaneCycle(values));
        LoopNest packed = subwords.pack(nest);
        WordWidths words = subwords.pack(values);
        LayerData packedData = subwords.pack(data);
        EnergyModel slots = new EnergyModel(request.energyTable(), machine, values, subwords.macsPerSlot());
        MappingChoice choice =
                MappingChoice.of(request, request.mappings().of(layer.name()), packed, words, slots, packedData);
        if (choice instanceof MappingChoice.None none) {
            return new Outcome.Skipped(new SkippedLayer(layer, true, none.reason()));
        }
        MappingChoice.Chosen chosen = (MappingChoice.Chosen) choice;
        Mapping mapping = chosen.mapping();
        LayerTiming timing = time(mapping, words, mapping.nest().equals(packed) ? packedData : packedData.flattened());
        return new Outcome.Ran(LayerResults.of(
                request,
                layer,
                nest.macs(),
                inMacs(timing, subwords, packedData),
                values,
                Optional.of(mapping),
                chosen.origin()));
    }

    /** The array counts MAC slots; what they hold are the layer's MACs. */
    private LayerTiming inMacs(LayerTiming timing, Subwords subwords, LayerData data) {
        if (subwords.perWord() == 1) {
            return timing;
        }
        Activity slots = timing.activity();
        long gated = slots.gatedMacs() == 0 ? 0 : subwords.macsWithZeroWords(data, request.batch());
        return timing.withActivity(slots.withMacs(subwords.macs(slots.macs()), gated));
    }

    private LayerTiming time(Mapping mapping, WordWidths words, LayerData data) {
        PassSequence passes = new PassSequence(mapping);
        ArrayJob job = new ArrayJob(
                machine,
                passes,
                words,
                data,
                Transfers.of(passes, machine.memory().dram(), words, data));
        return switch (request.engine()) {
            case FAST -> fastArray.timeLayer(job);
            case DETAILED -> DetailedArray.run(job).timing();
        };
    }
}
