package io.picojoule.simulation;

import io.picojoule.hardware.ZeroInputs;
import io.picojoule.search.SearchResult;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** On a spatial array every layer has a mapping, given or searched. */
final class ArrayLayers implements MacLayers {
    private final RunRequest request;
    private final LayerTensors tensors;
    private final ArraySimulator array;
    private final Map<String, PreparedLayer> prepared = new LinkedHashMap<>();
    private Map<String, MappingChoice> mappings = Map.of();

    ArrayLayers(RunRequest request, LayerTensors tensors, Optional<SharedResults> shared) {
        this.request = request;
        this.tensors = tensors;
        this.array = new ArraySimulator(request, shared);
    }

    @Override
    public void prepare(NetworkLayer layer) {
        prepared.put(layer.name(), PreparedLayer.of(layer, request, tensors));
    }

    /** One search after another, each on all cores, unless there are many runs. */
    @Override
    public void decide(RunProgress progress, SearchTime time) {
        mappings = new LayerMappings(request, array, 1, progress, time).choose(List.copyOf(prepared.values()));
    }

    @Override
    public Outcome run(NetworkLayer layer) {
        return array.run(prepared(layer), Objects.requireNonNull(mappings.get(layer.name())));
    }

    @Override
    public LayerTiming retime(LayerResult layer, LayerTrace trace) {
        return array.time(prepared(layer.layer()), layer.mapping().orElseThrow(), trace);
    }

    private PreparedLayer prepared(NetworkLayer layer) {
        return Objects.requireNonNull(prepared.get(layer.name()));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        mappings.forEach((layer, choice) -> choice.chosen()
                .filter(chosen -> !chosen.note().isEmpty())
                .ifPresent(chosen -> notes.add("layer '" + layer + "': " + chosen.note())));
        List<SearchResult> searches = mappings.values().stream()
                .flatMap(choice -> choice.chosen().stream())
                .flatMap(chosen -> chosen.search().stream())
                .toList();
        if (!searches.isEmpty() && request.array().processingElement().zeroInputs() == ZeroInputs.SKIP) {
            notes.add("mappings were searched, and proven, as if zeros that are skipped were spread evenly");
        }
        long stopped = searches.stream().filter(search -> !search.isProven()).count();
        double gap = searches.stream().mapToDouble(SearchResult::gap).max().orElse(0);
        if (stopped > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "time was up before the mappings of %d of %d searched layers were proven; up to %.0f %% may be left",
                    stopped,
                    searches.size(),
                    Math.ceil(gap * 100)));
        }
        return notes;
    }
}
