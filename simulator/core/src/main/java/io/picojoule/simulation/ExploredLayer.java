package io.picojoule.simulation;

import io.picojoule.search.SearchResult;
import io.picojoule.workload.NetworkLayer;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with a layer.
 *
 * @param alike names of later layers for which the same holds
 * @param search what was found; nothing where the machine cannot be searched for
 * @param best the layer under each of the mappings found, simulated, in the order of the search
 * @param given the layer under the mapping that the request gives for it, if it does and it fits
 * @param givenReason why the given mapping is none of this layer; empty if it is, or none is given
 * @param reason why there is no mapping; empty if there is one
 */
public record ExploredLayer(
        NetworkLayer layer,
        List<String> alike,
        Optional<SearchResult> search,
        List<LayerResult> best,
        Optional<LayerResult> given,
        String givenReason,
        String reason) {
    public ExploredLayer {
        alike = List.copyOf(alike);
        best = List.copyOf(best);
    }
}
