package io.picojoule.simulation;

import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.mapping.Mapping;
import io.picojoule.search.SearchResult;
import io.picojoule.timing.LayerTiming;
import io.picojoule.workload.NetworkLayer;
import java.util.Optional;

/**
 * A layer that ran.
 *
 * @param macs of the whole batch
 * @param mapping how it was laid over the array; none for a layer of the vector unit
 * @param mappingOrigin {@code given}, {@code searched}, or {@code vector-unit}, {@code fused}, {@code nothing to do}
 * @param search what the search for the mapping found, if there was one
 */
public record LayerResult(
        NetworkLayer layer,
        long macs,
        LayerTiming timing,
        EnergyBreakdown energy,
        Roofline roofline,
        Optional<Mapping> mapping,
        String mappingOrigin,
        Optional<SearchResult> search) {
    public String name() {
        return layer.name();
    }

    public String kind() {
        return layer.layer().kind();
    }
}
