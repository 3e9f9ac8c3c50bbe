package io.picojoule.simulation;

import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Mapping;
import io.picojoule.search.SearchResult;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.processor.ProcessorTiming;
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
        return of(request, layer, macs, timing, words, mapping, origin, search, Optional.empty(), 0);
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
                Optional.of(new SparseLayer(timing.counts(), bitsByFormat)),
                0);
    }

    /** Of any layer on a processor. */
    static LayerResult of(RunRequest request, NetworkLayer layer, ProcessorTiming timing, WordWidths words) {
        return of(
                request,
                layer,
                layer.macs(request.batch()),
                timing.layer(),
                words,
                Optional.empty(),
                timing.kernel(),
                Optional.empty(),
                Optional.empty(),
                timing.launches());
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
            Optional<SparseLayer> sparse,
            long launches) {
        EnergyBreakdown energy =
                new EnergyModel(request.energyTable(), request.machine(), words).price(timing.activity());
        int macsPerLaneCycle = macsPerLaneCycle(request.machine(), words);
        Roofline roofline = Rooflines.of(request, layer, timing, words, macsPerLaneCycle);
        LayerResult result = new LayerResult(
                layer,
                macs,
                words,
                macsPerLaneCycle,
                timing,
                energy,
                roofline,
                mapping,
                origin,
                search,
                sparse,
                launches);
        Invariants.check(result, request, words);
        return result;
    }

    private static int macsPerLaneCycle(Machine machine, WordWidths words) {
        if (machine instanceof SpatialArray array) {
            return array.processingElement().macsPerLaneCycle(words);
        }
        return machine instanceof Processor processor ? processor.macsPerLaneCycle() : 1;
    }
}
