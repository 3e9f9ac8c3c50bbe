package io.picojoule.simulation;

import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Pointwise;
import java.util.HashMap;
import java.util.Map;

/**
 * The tensors of each layer: from the files it names, else seeded ones of the stated density. What is not stated is dense, but for an
 * input whose producer states the density of its output.
 */
final class LayerTensors {
    private final long seed;
    private final Map<String, NetworkLayer> byName = new HashMap<>();

    LayerTensors(Network network, long seed) {
        this.seed = seed;
        for (NetworkLayer layer : network.layers()) {
            byName.put(layer.name(), layer);
        }
    }

    LayerData of(NetworkLayer layer) {
        LayerCommon common = layer.layer().common();
        LoopNest nest = layer.loopNest(1).orElseThrow();
        return LayerData.synthetic(
                nest,
                layer.readsNetworkInput(),
                inputDensity(layer),
                common.weightDensity().orElse(1),
                common.outputDensity().orElse(1),
                layer.name(),
                seed);
    }

    /** As stated; else that of the producer's output, seen through layers that leave zeros where they are. */
    private double inputDensity(NetworkLayer layer) {
        if (layer.layer().common().inputDensity().isPresent()) {
            return layer.layer().common().inputDensity().getAsDouble();
        }
        NetworkLayer producer = byName.get(layer.producers().get(0));
        while (producer != null && layer.producers().size() == 1) {
            if (producer.layer().common().outputDensity().isPresent()) {
                return producer.layer().common().outputDensity().getAsDouble();
            }
            if (!(producer.layer() instanceof Pointwise)) {
                return 1;
            }
            producer = byName.get(producer.producers().get(0));
        }
        return 1;
    }
}
