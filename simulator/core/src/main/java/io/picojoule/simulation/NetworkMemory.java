package io.picojoule.simulation;

import io.picojoule.workload.LayerData;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What is the same in all runs of one network with one seed: its tensors, and its layers as arrays see them. Thread safe. */
final class NetworkMemory {
    private final Map<TensorKey, Tensors> tensors = new ConcurrentHashMap<>();
    private final Map<WorkKey, ArrayWork> works = new ConcurrentHashMap<>();

    private record TensorKey(String layer, Optional<WordWidths> words) {}

    private record WorkKey(String layer, WordWidths words, int macsPerLaneCycle, int batch) {}

    /** @param notes what the files that were read are to be known for */
    record Tensors(LayerData data, List<String> notes) {}

    /** @param words to which the tensors are rounded, if they come from files */
    Tensors tensors(NetworkLayer layer, Optional<WordWidths> words, Supplier<Tensors> otherwise) {
        return tensors.computeIfAbsent(new TensorKey(layer.name(), words), unseen -> otherwise.get());
    }

    ArrayWork work(
            NetworkLayer layer, WordWidths words, int macsPerLaneCycle, int batch, Supplier<ArrayWork> otherwise) {
        return works.computeIfAbsent(
                new WorkKey(layer.name(), words, macsPerLaneCycle, batch), unseen -> otherwise.get());
    }
}
