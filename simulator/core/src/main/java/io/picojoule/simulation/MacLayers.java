package io.picojoule.simulation;

import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.workload.NetworkLayer;
import java.util.List;
import java.util.Optional;

/** The layers with MACs, on a machine of one kind; those without, where it does them in the same way. */
interface MacLayers {
    /**
     * Hears of each layer, in order, before any runs; reads its files.
     *
     * @throws io.picojoule.workload.TensorFileException if a tensor file that the layer names cannot be used
     */
    void prepare(NetworkLayer layer);

    /** All layers were told: whatever takes all of them, or all cores. */
    void decide(RunProgress progress, SearchTime time);

    /** Runs one layer. Thread safe. */
    Outcome run(NetworkLayer layer);

    /** Runs a layer without MACs, where the machine has no vector unit of its own for it. Thread safe. */
    default Optional<Outcome> runWithoutMacs(NetworkLayer layer) {
        return Optional.empty();
    }

    /** How many times in a row a trace tells of a layer, each as long as the others. */
    default int tracedRepetitions(NetworkLayer layer, int batch) {
        return layer.repetitions(batch);
    }

    /** Times one repetition of a layer that ran, once more, and tells its course. */
    LayerTiming retime(LayerResult layer, LayerTrace trace);

    /** What a user should know, once all have run, a sentence each. */
    List<String> notes();
}
