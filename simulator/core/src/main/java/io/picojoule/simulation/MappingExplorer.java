package io.picojoule.simulation;

import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.SearchResult;
import io.picojoule.search.WeighedMapping;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The best mappings of each layer of a network, not estimated only but simulated, and beside them the given ones. */
public final class MappingExplorer {
    private final RunRequest request;
    private final ArraySimulator array;
    private final List<PreparedLayer> layers;

    private MappingExplorer(RunRequest request) {
        this.request = request;
        this.array = new ArraySimulator(request, Optional.empty());
        LayerTensors tensors = new LayerTensors(request.seed());
        this.layers = request.network().layers().stream()
                .filter(layer -> hasMacs(layer))
                .map(layer -> PreparedLayer.of(layer, request, tensors))
                .toList();
    }

    /** Others are not mapped; files that they name are refused all the same. */
    private static boolean hasMacs(NetworkLayer layer) {
        boolean has = layer.loopNest(1).isPresent();
        if (!has) {
            LayerTensors.refuseFiles(layer);
        }
        return has;
    }

    /**
     * Layers with MACs, in their order; those that are alike stand together.
     *
     * @param most how many mappings of each
     */
    public static List<ExploredLayer> explore(RunRequest request, int most, RunProgress progress, SearchTime time) {
        return new MappingExplorer(request).explore(most, progress, time);
    }

    private List<ExploredLayer> explore(int most, RunProgress progress, SearchTime time) {
        Map<String, MappingChoice> choices =
                new LayerMappings(request.withMappings(GivenMappings.NONE), array, most, progress, time).choose(layers);
        List<List<PreparedLayer>> groups = new ArrayList<>();
        for (PreparedLayer layer : layers) {
            Optional<List<PreparedLayer>> known = groups.stream()
                    .filter(group -> isAlike(group.get(0), layer, choices))
                    .findFirst();
            known.ifPresentOrElse(group -> group.add(layer), () -> groups.add(new ArrayList<>(List.of(layer))));
        }
        return groups.parallelStream()
                .map(group -> explored(
                        group, Objects.requireNonNull(choices.get(group.get(0).name())), most))
                .toList();
    }

    /** Layers that are alike share one search, not only equal ones, and are done equally often. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isAlike(PreparedLayer one, PreparedLayer other, Map<String, MappingChoice> choices) {
        return choices.get(one.name()) instanceof MappingChoice.Chosen of
                && choices.get(other.name()) instanceof MappingChoice.Chosen ofOther
                && of.search().orElseThrow() == ofOther.search().orElseThrow()
                && one.layer().repetitions(request.batch()) == other.layer().repetitions(request.batch())
                && request.mappings().of(one.name()).equals(request.mappings().of(other.name()));
    }

    private ExploredLayer explored(List<PreparedLayer> group, MappingChoice choice, int most) {
        PreparedLayer layer = group.get(0);
        List<String> alike = group.stream().skip(1).map(PreparedLayer::name).toList();
        Optional<MappingChoice> choiceOfGiven = given(layer);
        Optional<LayerResult> given = choiceOfGiven
                .flatMap(MappingChoice::chosen)
                .map(chosen -> array.run(layer, chosen.mapping(), chosen.origin(), Optional.empty()));
        String givenReason = choiceOfGiven.orElse(null) instanceof MappingChoice.None none ? none.reason() : "";
        if (choice instanceof MappingChoice.None none) {
            return new ExploredLayer(
                    layer.layer(), alike, Optional.empty(), List.of(), given, givenReason, none.reason());
        }
        SearchResult search = ((MappingChoice.Chosen) choice).search().orElseThrow();
        List<LayerResult> best = search.best().stream()
                .limit(most)
                .map(WeighedMapping::mapping)
                .map(mapping -> array.run(layer, mapping, "searched", Optional.of(search)))
                .toList();
        return new ExploredLayer(layer.layer(), alike, Optional.of(search), best, given, givenReason, "");
    }

    private Optional<MappingChoice> given(PreparedLayer layer) {
        return MappingChoice.unsupported(request.array()).isPresent()
                ? Optional.empty()
                : request.mappings()
                        .of(layer.name())
                        .map(given -> MappingChoice.given(
                                given,
                                Dataflows.named(request.array().dataflow()).orElseThrow(),
                                request.array(),
                                layer.work()));
    }
}
