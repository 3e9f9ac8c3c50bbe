package io.picojoule.simulation;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;

/**
 * A layer with MACs, ready for an array.
 *
 * @param words widths of its values
 */
record PreparedLayer(NetworkLayer layer, WordWidths words, ArrayWork work) {
    /**
     * Reads, or will make, the layer's tensors.
     *
     * @throws io.picojoule.workload.TensorFileException if a tensor file that the layer names cannot be used
     */
    static PreparedLayer of(NetworkLayer layer, RunRequest request, LayerTensors tensors) {
        WordWidths words = words(layer, request.machine());
        LayerData data = tensors.of(layer, words);
        int macsPerLaneCycle = request.array().processingElement().macsPerLaneCycle(words);
        ArrayWork work = tensors.memory()
                .work(
                        layer,
                        words,
                        macsPerLaneCycle,
                        request.batch(),
                        () -> ArrayWork.of(
                                macsPerLaneCycle,
                                layer.loopNest(request.batch()).orElseThrow(),
                                words,
                                data));
        return new PreparedLayer(layer, words, work);
    }

    /** Widths of a layer's values on a machine: its own, else the machine's; a processor computes all in one precision. */
    static WordWidths words(NetworkLayer layer, Machine machine) {
        return machine instanceof Processor
                ? machine.words()
                : machine.precision().with(layer.layer().common().wordBits());
    }

    String name() {
        return layer.name();
    }
}
