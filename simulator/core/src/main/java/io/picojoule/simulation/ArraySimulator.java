package io.picojoule.simulation;

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

    Outcome run(NetworkLayer layer, LoopNest nest, WordWidths words, LayerData data) {
        MappingChoice choice = MappingChoice.of(request, request.mappings().of(layer.name()), nest, words, data);
        if (choice instanceof MappingChoice.None none) {
            return new Outcome.Skipped(new SkippedLayer(layer, true, none.reason()));
        }
        MappingChoice.Chosen chosen = (MappingChoice.Chosen) choice;
        Mapping mapping = chosen.mapping();
        LayerTiming timing = time(mapping, words, mapping.nest().equals(nest) ? data : data.flattened())
                .times(layer.repetitions(request.batch()));
        return new Outcome.Ran(LayerResults.of(
                request, layer, layer.macs(request.batch()), timing, words, Optional.of(mapping), chosen.origin()));
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
