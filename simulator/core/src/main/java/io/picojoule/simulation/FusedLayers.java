package io.picojoule.simulation;

import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import java.util.HashSet;
import java.util.Set;

/** Which layers are applied to outputs on their way out of the array: nothing but other such layers, or none, stands between. */
final class FusedLayers {
    private FusedLayers() {}

    /** Names of the layers of the given kinds that are. */
    static Set<String> of(Network network, Set<String> kinds) {
        Set<String> fused = new HashSet<>();
        Set<String> notFromArray = new HashSet<>(Set.of(Network.INPUT));
        for (NetworkLayer layer : network.layers()) {
            // A producer that is not part of this run is taken for one on the array.
            boolean fromArray = layer.producers().stream().noneMatch(notFromArray::contains);
            if (fromArray && layer.isWork() && kinds.contains(layer.layer().kind())) {
                fused.add(layer.name());
            } else if (layer.macs() == 0 && !(fromArray && !layer.isWork())) {
                notFromArray.add(layer.name());
            }
        }
        return fused;
    }
}
