package io.picojoule.simulation;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.Optional;

/**
 * A layer, ready to run.
 *
 * @param words widths of its values
 * @param work of the array, if the layer has MACs
 */
record PreparedLayer(NetworkLayer layer, WordWidths words, Optional<ArrayWork> work) {
    /**
     * Reads, or will make, the layer's tensors.
     *
     * @throws io.picojoule.workload.TensorFileException if a tensor file that the layer names cannot be used
     */
    static PreparedLayer of(NetworkLayer layer, RunRequest request, LayerTensors tensors) {
        SpatialArray machine = request.machine();
        WordWidths words = machine.precision().with(layer.layer().common().wordBits());
        Optional<LoopNest> nest = layer.loopNest(request.batch());
        if (nest.isEmpty()) {
            LayerTensors.refuseFiles(layer);
            return new PreparedLayer(layer, words, Optional.empty());
        }
        ArrayWork work = ArrayWork.of(machine, nest.get(), words, tensors.of(layer, words));
        return new PreparedLayer(layer, words, Optional.of(work));
    }

    String name() {
        return layer.name();
    }
}
