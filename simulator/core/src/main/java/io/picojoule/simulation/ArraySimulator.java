package io.picojoule.simulation;

import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.search.MappingSearch;
import io.picojoule.timing.Engine;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.timing.array.fast.FastArray;
import io.picojoule.timing.array.Transfers;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Optional;

/** Layers with MACs on the array: choose a mapping, check it, time it. */
final class ArraySimulator {
    private final RunRequest request;
    private final SpatialArray machine;
    private final LayerTensors tensors;
    private final FastArray fastArray;

    ArraySimulator(RunRequest request) {
        this.request = request;
        this.machine = request.machine();
        this.tensors = new LayerTensors(request.network(), request.seed());
        this.fastArray = new FastArray(machine);
    }

    /** A result, or the reason why there is none. */
    record Outcome(Optional<LayerResult> result, Optional<SkippedLayer> skipped) {
        static Outcome of(LayerResult result) {
            return new Outcome(Optional.of(result), Optional.empty());
        }

        static Outcome infeasible(NetworkLayer layer, String reason) {
            return new Outcome(Optional.empty(), Optional.of(new SkippedLayer(layer, true, reason)));
        }
    }

    /** A mapping with where it came from. */
    private record Chosen(Mapping mapping, String origin) {}

    List<String> notes() {
        return tensors.notes();
    }

    Outcome run(NetworkLayer layer, LoopNest nest) {
        WordWidths words = machine.words().with(layer.layer().common().wordBits());
        LayerData data = tensors.of(layer, words);
        Optional<Dataflow> dataflow = Dataflows.named(machine.dataflow());
        if (dataflow.isEmpty() || machine.interconnect() != Interconnect.MULTICAST) {
            return Outcome.infeasible(
                    layer,
                    "the dataflow " + machine.dataflow() + " on a " + machine.interconnect().key()
                            + " interconnect is not in this version");
        }
        if (machine.processingElement().zeroInputs() == ZeroInputs.SKIP) {
            return Outcome.infeasible(layer, "row-stationary arrays that skip zero inputs are not in this version");
        }
        Optional<Chosen> chosen;
        try {
            chosen = given(layer, nest).or(() -> searched(nest, words, data, dataflow.get()));
        } catch (IllegalArgumentException loops) {
            return Outcome.infeasible(layer, "the given loops are no mapping of this layer: " + loops.getMessage());
        }
        if (chosen.isEmpty()) {
            Mapping smallest = RowStationary.mapping(nest, new RowStationaryParameters(1, 1, 1, 1, 1, 1, 1));
            return Outcome.infeasible(
                    layer, "no mapping fits; even the smallest does not: " + String.join("; ", dataflow.get().violations(smallest, machine, words)));
        }
        Mapping mapping = chosen.get().mapping();
        List<String> violations = dataflow.get().violations(mapping, machine, words);
        if (!violations.isEmpty()) {
            return Outcome.infeasible(layer, "the given mapping does not fit: " + String.join("; ", violations) + "; a searched one may");
        }
        LayerTiming timing = time(mapping, words, mapping.nest().equals(nest) ? data : data.flattened());
        return Outcome.of(LayerResults.of(
                request, layer, nest.macs(), timing, words, Optional.of(mapping), chosen.get().origin()));
    }

    private Optional<Chosen> given(NetworkLayer layer, LoopNest nest) {
        return request.mappings().of(layer.name()).map(given -> new Chosen(mapping(given, nest), "given"));
    }

    private static Mapping mapping(GivenMapping given, LoopNest nest) {
        if (given instanceof GivenMapping.Loops loops) {
            return RowStationary.mapping(nest, loops.loops());
        }
        GivenMapping.Parameters parameters = (GivenMapping.Parameters) given;
        boolean flatten = parameters.flattened() && nest.isFullyConnected();
        return RowStationary.mapping(flatten ? nest.flattened() : nest, parameters.parameters());
    }

    private Optional<Chosen> searched(LoopNest nest, WordWidths words, LayerData data, Dataflow dataflow) {
        MappingSearch search = new MappingSearch(
                machine,
                words,
                request.energyTable(),
                request.objective(),
                Transfers.packing(machine.memory().dram(), words, data));
        return search.best(nest, dataflow).map(mapping -> new Chosen(mapping, "searched"));
    }

    private LayerTiming time(Mapping mapping, WordWidths words, LayerData data) {
        PassSequence passes = new PassSequence(mapping);
        ArrayJob job = new ArrayJob(
                machine, passes, words, data, Transfers.of(passes, machine.memory().dram(), words, data));
        return switch (request.engine()) {
            case FAST -> fastArray.timeLayer(job);
            case DETAILED -> DetailedArray.run(job).timing();
        };
    }
}
