package io.picojoule.report;

import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.timing.Resource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What binds the network: the resource that binds the layers which take the largest part of the time. */
public record Binding(Resource resource, double timeFraction) {

    /** The binding resource of a run, if anything ran. */
    public static Optional<Binding> of(RunResult run) {
        Map<Resource, Long> cycles = new EnumMap<>(Resource.class);
        long all = 0;
        for (LayerResult layer : run.layers()) {
            cycles.merge(layer.timing().boundBy(), layer.timing().cycles(), Long::sum);
            all += layer.timing().cycles();
        }
        Resource most = null;
        for (Map.Entry<Resource, Long> entry : cycles.entrySet()) {
            if (most == null || entry.getValue() > cycles.getOrDefault(most, 0L)) {
                most = entry.getKey();
            }
        }
        return most == null || all == 0
                ? Optional.empty()
                : Optional.of(new Binding(most, (double) cycles.getOrDefault(most, 0L) / all));
    }

    /** What binds a layer; nothing if it takes no time. */
    public static Optional<Resource> of(LayerResult layer) {
        return layer.timing().cycles() == 0
                ? Optional.empty()
                : Optional.of(layer.timing().boundBy());
    }

    /** The words for a key of a resource, as results hold it. */
    public static String wordsOf(String key) {
        return Arrays.stream(Resource.values())
                .filter(resource -> resource.key().equals(key))
                .map(Binding::words)
                .findFirst()
                .orElse(key);
    }

    /** The resource in words, as tables show it. */
    public static String words(Resource resource) {
        return switch (resource) {
            case COMPUTE -> "compute";
            case INPUT_BUS -> "input bus";
            case WEIGHT_BUS -> "weight bus";
            case PARTIAL_SUM_IN_BUS -> "partial-sum-in bus";
            case PARTIAL_SUM_OUT_BUS -> "partial-sum-out bus";
            case CACHE -> "cache";
            case DRAM -> "DRAM";
            case LAUNCH -> "launches";
            case BROADCAST -> "broadcast";
            case VECTOR_UNIT -> "vector unit";
        };
    }
}
