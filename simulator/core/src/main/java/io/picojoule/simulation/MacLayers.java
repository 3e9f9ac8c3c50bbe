package io.picojoule.simulation;

import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.workload.NetworkLayer;
import java.util.List;

/** The layers with MACs, on a machine of one kind. */
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

    /** Times one repetition of a layer that ran, once more, and tells its course. */
    LayerTiming retime(LayerResult layer, LayerTrace trace);

    /** What a user should know, once all have run, a sentence each. */
    List<String> notes();
}
