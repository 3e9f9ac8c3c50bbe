package io.picojoule.simulation;

import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.mapping.Loop;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.Place;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.search.MappingSearch;
import io.picojoule.timing.array.Transfers;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Optional;

/** Which mapping a layer gets: the given one, else the best that the search finds; or why none. */
sealed interface MappingChoice {
    /** {@code origin} is {@code given} or {@code searched}. */
    record Chosen(Mapping mapping, String origin) implements MappingChoice {}

    record None(String reason) implements MappingChoice {}

    /**
     * @param words widths of the layer's words on the array
     * @param energy prices MAC slots
     */
    static MappingChoice of(
            RunRequest request,
            Optional<GivenMapping> given,
            LoopNest nest,
            WordWidths words,
            EnergyModel energy,
            LayerData data) {
        SpatialArray machine = request.machine();
        Optional<Dataflow> dataflow = Dataflows.named(machine.dataflow());
        if (dataflow.isEmpty() || machine.interconnect() != Interconnect.MULTICAST) {
            return new None("the dataflow " + machine.dataflow() + " on a "
                    + machine.interconnect().key() + " interconnect is not in this version");
        }
        if (machine.processingElement().zeroInputs() == ZeroInputs.SKIP) {
            return new None("row-stationary arrays that skip zero inputs are not in this version");
        }
        return given.isPresent()
                ? given(given.get(), dataflow.get(), machine, nest, words)
                : searched(request, dataflow.get(), nest, words, energy, data);
    }

    private static MappingChoice given(
            GivenMapping given, Dataflow dataflow, SpatialArray machine, LoopNest nest, WordWidths words) {
        Mapping mapping;
        try {
            mapping = mapping(given, nest);
        } catch (IllegalArgumentException otherLoops) {
            return new None("the given loops are no mapping of this layer: " + otherLoops.getMessage());
        }
        List<String> violations = dataflow.violations(mapping, machine, words);
        return violations.isEmpty()
                ? new Chosen(mapping, "given")
                : new None("the given mapping does not fit: " + String.join("; ", violations) + "; a searched one may");
    }

    private static Mapping mapping(GivenMapping given, LoopNest nest) {
        if (given instanceof GivenMapping.Loops loops) {
            return RowStationary.mapping(isOfFlattened(loops.loops(), nest) ? nest.flattened() : nest, loops.loops());
        }
        GivenMapping.Parameters parameters = (GivenMapping.Parameters) given;
        boolean flatten = parameters.flattened() && nest.isFullyConnected();
        return RowStationary.mapping(flatten ? nest.flattened() : nest, parameters.parameters());
    }

    /** A flattened layer has every input word as a channel. */
    private static boolean isOfFlattened(List<Loop> loops, LoopNest nest) {
        return nest.isFullyConnected()
                && new Mapping("", nest, loops)
                                .loop(Place.GLOBAL_BUFFER, Dimension.C)
                                .extent()
                        == nest.flattened().c();
    }

    private static MappingChoice searched(
            RunRequest request,
            Dataflow dataflow,
            LoopNest nest,
            WordWidths words,
            EnergyModel energy,
            LayerData data) {
        SpatialArray machine = request.machine();
        MappingSearch search = new MappingSearch(
                machine,
                words,
                energy,
                request.objective(),
                Transfers.packing(machine.memory().dram(), words, data));
        Optional<Mapping> best = search.best(nest, dataflow);
        if (best.isPresent()) {
            return new Chosen(best.get(), "searched");
        }
        Mapping smallest = RowStationary.mapping(nest, new RowStationaryParameters(1, 1, 1, 1, 1, 1, 1));
        return new None("no mapping fits; even the smallest does not: "
                + String.join("; ", dataflow.violations(smallest, machine, words)));
    }
}
