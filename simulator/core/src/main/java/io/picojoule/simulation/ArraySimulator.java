package io.picojoule.simulation;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.PassSequence;
import io.picojoule.search.SearchResult;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.timing.array.Transfers;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.timing.array.fast.FastArray;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.Optional;

/** Layers with MACs on the array: each is timed and priced under its mapping. Thread safe. */
final class ArraySimulator {
    private final RunRequest request;
    private final SpatialArray machine;
    private final FastArray fastArray;

    ArraySimulator(RunRequest request) {
        this.request = request;
        this.machine = request.machine();
        this.fastArray = new FastArray(machine);
    }

    Outcome run(PreparedLayer layer, MappingChoice choice) {
        if (choice instanceof MappingChoice.None none) {
            return new Outcome.Skipped(new SkippedLayer(layer.layer(), true, none.reason()));
        }
        MappingChoice.Chosen chosen = (MappingChoice.Chosen) choice;
        return new Outcome.Ran(run(layer, chosen.mapping(), chosen.origin(), chosen.search()));
    }

    /** The layer under this mapping, which fits. */
    LayerResult run(PreparedLayer layer, Mapping mapping, String origin, Optional<SearchResult> search) {
        LoopNest nest = layer.layer().loopNest(request.batch()).orElseThrow();
        LayerTiming timing = time(layer, mapping, LayerTrace.NONE);
        return LayerResults.of(
                request, layer.layer(), nest.macs(), timing, layer.words(), Optional.of(mapping), origin, search);
    }

    /** When the layer is done under this mapping, which fits. */
    LayerTiming time(PreparedLayer layer, Mapping mapping, LayerTrace trace) {
        LoopNest nest = layer.layer().loopNest(request.batch()).orElseThrow();
        LayerData data = layer.data().orElseThrow();
        return time(mapping, layer.words(), mapping.nest().equals(nest) ? data : data.flattened(), trace);
    }

    private LayerTiming time(Mapping mapping, WordWidths words, LayerData data, LayerTrace trace) {
        PassSequence passes = new PassSequence(mapping);
        ArrayJob job = new ArrayJob(
                machine,
                passes,
                words,
                data,
                Transfers.of(passes, machine.memory().dram(), words, data));
        return switch (request.engine()) {
            case FAST -> fastArray.timeLayer(job, trace);
            case DETAILED -> DetailedArray.run(job, trace).timing();
        };
    }
}
