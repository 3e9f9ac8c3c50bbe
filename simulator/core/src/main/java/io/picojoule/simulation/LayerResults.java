package io.picojoule.simulation;

import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Mapping;
import io.picojoule.search.SearchResult;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.sparse.SparseTiming;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.Map;
import java.util.Optional;

/** From a layer's timing to its result: the energy of its counts, its place under the roof, and the checks that must hold. */
final class LayerResults {
    private LayerResults() {}

    /** @param words the widths of the layer's values */
    static LayerResult of(
            RunRequest request,
            NetworkLayer layer,
            long macs,
            LayerTiming timing,
            WordWidths words,
            Optional<Mapping> mapping,
            String origin,
            Optional<SearchResult> search) {
        return of(request, layer, macs, timing, words, mapping, origin, search, Optional.empty());
    }

    /** Of a layer with MACs on a sparse engine. */
    static LayerResult of(
            RunRequest request,
            NetworkLayer layer,
            SparseTiming timing,
            Map<String, Long> bitsByFormat,
            WordWidths words) {
        return of(
                request,
                layer,
                layer.macs(request.batch()),
                timing.layer(),
                words,
                Optional.empty(),
                "compressed",
                Optional.empty(),
                Optional.of(new SparseLayer(timing.counts(), bitsByFormat)));
    }

    private static LayerResult of(
            RunRequest request,
            NetworkLayer layer,
            long macs,
            LayerTiming timing,
            WordWidths words,
            Optional<Mapping> mapping,
            String origin,
            Optional<SearchResult> search,
            Optional<SparseLayer> sparse) {
        EnergyBreakdown energy =
                new EnergyModel(request.energyTable(), request.machine(), words).price(timing.activity());
        int macsPerLaneCycle = request.machine() instanceof SpatialArray array
                ? array.processingElement().macsPerLaneCycle(words)
                : 1;
        Roofline roofline = Rooflines.of(request, layer, timing, words, macsPerLaneCycle);
        LayerResult result = new LayerResult(
                layer, macs, words, macsPerLaneCycle, timing, energy, roofline, mapping, origin, search, sparse);
        Invariants.check(result, request, words);
        return result;
    }
}
