package io.picojoule.simulation;

import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.search.MappingSearch;
import io.picojoule.search.SearchResult;
import io.picojoule.search.WeighedMapping;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Mappings for the layers of a network: those that are given, and the best for the others. Layers that are alike are searched once. A
 * search ranks by estimates; the few best of them are simulated, and ranked by that.
 */
final class LayerMappings {
    /** How many: the estimate is a few per cent off, and so many are closer together than that. */
    private static final int SIMULATED = 16;

    private static final BitSet NO_ZEROS = new BitSet();

    private final RunRequest request;
    private final SpatialArray machine;
    private final ArraySimulator array;
    private final int mostOfEach;
    private final RunProgress progress;
    private final SearchTime time;
    private int searches;
    private final Map<Problem, SearchResult> found = new HashMap<>();

    /** @param mostOfEach how many of the best mappings of a layer are wanted */
    LayerMappings(RunRequest request, ArraySimulator array, int mostOfEach, RunProgress progress, SearchTime time) {
        this.request = request;
        this.machine = request.array();
        this.array = array.fast();
        this.mostOfEach = Math.max(mostOfEach, SIMULATED);
        this.progress = progress;
        this.time = time;
    }

    /** All that a search depends on, beside the machine: of the tensors, where the zeros are. */
    private record Problem(
            LoopNest nest,
            WordWidths values,
            Subwords subwords,
            boolean readsNetworkInput,
            BitSet inputZeros,
            BitSet outputZeros) {}

    /** For each layer with MACs, by name, its mapping or why it has none. */
    Map<String, MappingChoice> choose(List<PreparedLayer> layers) {
        Map<String, MappingChoice> choices = new LinkedHashMap<>();
        Optional<String> unsupported = MappingChoice.unsupported(machine);
        if (unsupported.isPresent()) {
            MappingChoice none = new MappingChoice.None(unsupported.get());
            layers.forEach(layer -> choices.put(layer.name(), none));
            return choices;
        }
        Dataflow dataflow = Dataflows.named(machine.dataflow()).orElseThrow();
        Map<PreparedLayer, Problem> problems = layers.stream()
                .filter(layer -> given(layer).isEmpty())
                .collect(Collectors.toMap(layer -> layer, this::problem, (one, other) -> one, LinkedHashMap::new));
        searches = Math.toIntExact(problems.values().stream().distinct().count());
        for (PreparedLayer layer : layers) {
            choices.put(
                    layer.name(),
                    problems.containsKey(layer)
                            ? searched(layer, problems.get(layer), dataflow)
                            : MappingChoice.given(given(layer).orElseThrow(), dataflow, machine, layer.work()));
        }
        return choices;
    }

    private Optional<GivenMapping> given(PreparedLayer layer) {
        return request.mappings().of(layer.name());
    }

    private Problem problem(PreparedLayer layer) {
        ArrayWork work = layer.work();
        LayerData data = work.data();
        return new Problem(
                work.nest(),
                layer.words(),
                work.subwords(),
                data.readsNetworkInput(),
                looksAtNumbers() ? data.inputZeros() : NO_ZEROS,
                looksAtNumbers() ? data.outputZeros() : NO_ZEROS);
    }

    /** Whether anything depends on where the zeros are; if not, no tensor need be made. */
    private boolean looksAtNumbers() {
        Dram dram = machine.memory().dram();
        return machine.processingElement().zeroInputs() != ZeroInputs.COMPUTE
                || dram.packs(Operand.INPUT)
                || dram.packs(Operand.OUTPUT);
    }

    private MappingChoice searched(PreparedLayer layer, Problem problem, Dataflow dataflow) {
        ArrayWork work = layer.work();
        SearchResult result = found.get(problem);
        if (result == null) {
            progress.searching(layer.name(), found.size(), searches);
            EnergyModel slots = new EnergyModel(
                    request.energyTable(),
                    machine,
                    layer.words(),
                    work.subwords().macsPerSlot());
            MappingSearch search = new MappingSearch(machine, work.words(), slots, request.objective(), work.data());
            result = simulated(
                    layer, search.search(work.nest(), dataflow, mostOfEach, time.next(searches - found.size())));
            found.put(problem, result);
        }
        return MappingChoice.searched(result, dataflow, machine, work);
    }

    private SearchResult simulated(PreparedLayer layer, SearchResult estimated) {
        Map<WeighedMapping, Double> costs = estimated.best().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        candidate -> candidate,
                        candidate -> array.run(layer, candidate.mapping(), "searched", Optional.empty())
                                .cost(request.objective())));
        return estimated.reordered(costs);
    }
}
