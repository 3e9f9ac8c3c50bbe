package io.picojoule.simulation;

import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.mapping.Mapping;
import io.picojoule.search.Objective;
import io.picojoule.search.SearchResult;
import io.picojoule.timing.LayerTiming;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;
import java.util.Optional;

/**
 * A layer that ran.
 *
 * @param macs of the whole batch
 * @param words widths of the layer's values
 * @param macsPerLaneCycle MACs that a multiplier of the machine can do in a cycle at these widths
 * @param mapping how it was laid over the array; none for a layer of the vector unit
 * @param mappingOrigin {@code given}, {@code searched}, {@code compressed}, the kernel of a processor, or {@code vector-unit}, {@code fused}, {@code nothing to do}
 * @param search what the search for the mapping found, if there was one
 * @param sparse what a sparse engine did, on one
 * @param launches kernels that a processor started, on one; else 0
 */
public record LayerResult(
        NetworkLayer layer,
        long macs,
        WordWidths words,
        int macsPerLaneCycle,
        LayerTiming timing,
        EnergyBreakdown energy,
        Roofline roofline,
        Optional<Mapping> mapping,
        String mappingOrigin,
        Optional<SearchResult> search,
        Optional<SparseLayer> sparse,
        long launches) {
    /** What a search with this objective makes small. */
    public double cost(Objective objective) {
        return objective.cost(energy.total(), timing.cycles(), timing.activity().bits(Level.DRAM));
    }

    public String name() {
        return layer.name();
    }

    /** Neighbouring channels whose values share a word on the array: the {@code c} loops of the mapping count words. */
    public int channelsPerWord() {
        return layer.loopNest(1)
                .map(nest -> Subwords.of(nest, macsPerLaneCycle).perWord())
                .orElse(1);
    }

    public String kind() {
        return layer.layer().kind();
    }
}
