package io.picojoule.simulation;

import io.picojoule.energy.EnergyModel;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.search.MappingSearch;
import io.picojoule.search.SearchResult;
import io.picojoule.search.WeighedMapping;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Mappings for the layers of a network: those that are given, and the best for the others. Layers that are alike are searched once. A
 * search ranks by estimates; the few best of them are simulated, and ranked by that.
 */
final class LayerMappings {
    /** How many: the estimate is a few per cent off, and so many are closer together than that. */
    private static final int SIMULATED = 16;

    /** A bound is a sum in another order than the cost it stays below. */
    private static final double ROUNDING = 1 + 1e-9;

    private final RunRequest request;
    private final SpatialArray machine;
    private final ArraySimulator array;
    private final int mostOfEach;
    private final RunProgress progress;
    private final SearchTime time;
    private int searches;
    private final Optional<Hashed<EnergyTable>> table;
    private final Map<LayerProblem, SearchResult> found = new HashMap<>();

    /** @param mostOfEach how many of the best mappings of a layer are wanted */
    LayerMappings(RunRequest request, ArraySimulator array, int mostOfEach, RunProgress progress, SearchTime time) {
        this.request = request;
        this.machine = request.array();
        this.array = array.fast();
        this.mostOfEach = Math.max(mostOfEach, SIMULATED);
        this.progress = progress;
        this.time = time;
        this.table = array.shared().map(shared -> new Hashed<>(request.energyTable()));
    }

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
        Map<PreparedLayer, LayerProblem> problems = layers.stream()
                .filter(layer -> given(layer).isEmpty())
                .collect(Collectors.toMap(
                        layer -> layer,
                        layer -> LayerProblem.of(layer, machine),
                        (one, other) -> one,
                        LinkedHashMap::new));
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

    private MappingChoice searched(PreparedLayer layer, LayerProblem problem, Dataflow dataflow) {
        ArrayWork work = layer.work();
        SearchResult result = found.get(problem);
        if (result == null) {
            progress.searching(layer.name(), found.size(), searches);
            result = array.shared().isPresent()
                    ? searchedOnce(layer, problem, dataflow, array.shared().get())
                    : simulated(layer, search(layer, dataflow));
            found.put(problem, result);
        }
        return MappingChoice.searched(result, dataflow, machine, work);
    }

    private SearchResult searchedOnce(
            PreparedLayer layer, LayerProblem problem, Dataflow dataflow, SharedResults shared) {
        SearchKey key = new SearchKey(array.timed(), table.orElseThrow(), request.objective(), problem);
        SearchResult known = shared.searches().find(key);
        if (known != null) {
            return known;
        }
        SearchResult result = bestOfSimulated(layer, search(layer, dataflow)).ofTheFirst();
        // One that ran out of time is not the last word.
        if (result.isProven()) {
            shared.searches().put(key, result);
        }
        return result;
    }

    private SearchResult search(PreparedLayer layer, Dataflow dataflow) {
        ArrayWork work = layer.work();
        EnergyModel slots = new EnergyModel(
                request.energyTable(), machine, layer.words(), work.subwords().macsPerSlot());
        MappingSearch search = new MappingSearch(
                machine,
                work.words(),
                slots,
                request.objective(),
                work.data(),
                work.facts().gated(),
                array.shared().isEmpty());
        return search.search(work.nest(), dataflow, mostOfEach, time.next(searches - found.size()));
    }

    /** The best first, as the others are of no use: those that cannot be it are not simulated. Of equals the first is it. */
    private SearchResult bestOfSimulated(PreparedLayer layer, SearchResult estimated) {
        EnergyModel energy = new EnergyModel(request.energyTable(), machine, layer.words());
        Map<WeighedMapping, Double> costs = new HashMap<>();
        estimated
                .best()
                .forEach(candidate -> costs.put(
                        candidate, array.costAtLeast(layer, candidate.mapping(), request.objective(), energy)));
        List<WeighedMapping> likeliest = estimated.best().stream()
                .sorted(Comparator.comparingDouble(costs::get))
                .toList();
        double best = Double.POSITIVE_INFINITY;
        for (WeighedMapping candidate : likeliest) {
            double cost = Double.POSITIVE_INFINITY;
            if (Objects.requireNonNull(costs.get(candidate)) <= best * ROUNDING) {
                cost = simulatedCost(layer, candidate);
                best = Math.min(best, cost);
            }
            costs.put(candidate, cost);
        }
        return estimated.reordered(costs);
    }

    private double simulatedCost(PreparedLayer layer, WeighedMapping candidate) {
        return array.run(layer, candidate.mapping(), "searched", Optional.empty())
                .cost(request.objective());
    }

    private SearchResult simulated(PreparedLayer layer, SearchResult estimated) {
        Map<WeighedMapping, Double> costs = estimated.best().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        candidate -> candidate, candidate -> simulatedCost(layer, candidate)));
        return estimated.reordered(costs);
    }
}
