package io.picojoule.simulation;

import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.sparse.SparseCounts;
import io.picojoule.timing.sparse.SparseJob;
import io.picojoule.timing.sparse.SparseTiming;
import io.picojoule.timing.sparse.fast.FastEngine;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * What queues and elements buy on a sparse engine: every layer of one vector on the same engine with other queues, and with other numbers of
 * elements, whether their memory would hold the matrix or not (the experiments of EIE, ISCA 2016, Fig. 8 and 11 to 13).
 *
 * @param layers those of one vector, in their order
 */
public record SparseScaling(List<Layer> layers) {
    /** Rings of 2 slots hold 1 activation, and so on. */
    private static final List<Integer> SLOTS = List.of(2, 4, 8, 16, 32, 64, 128, 256, 512);

    private static final List<Integer> ELEMENTS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256);

    /** One layer. */
    public record Layer(String name, List<Point> bySlots, List<Point> byElements) {}

    /**
     * One engine.
     *
     * @param parameter slots of the queues, or elements
     */
    public record Point(int parameter, long cycles, SparseCounts counts) {
        static Point of(int parameter, SparseTiming timing) {
            return new Point(parameter, timing.layer().cycles(), timing.counts());
        }

        /** Of all cycles of all elements, those that work on an entry: theoretical over actual time. */
        public double efficiency() {
            return counts.efficiency(cycles);
        }

        /** Of all entries, those that are no padding. */
        public double realWork() {
            return counts.entries() == 0 ? 1 : 1 - (double) counts.paddingEntries() / counts.entries();
        }
    }

    public SparseScaling {
        layers = List.copyOf(layers);
    }

    /**
     * Simulates all of them.
     *
     * @param request on a sparse engine
     * @throws io.picojoule.workload.TensorFileException if a tensor file that a layer names cannot be used
     */
    public static SparseScaling of(RunRequest request) {
        SparseEngine machine = (SparseEngine) request.machine();
        SparseLayers layers = new SparseLayers(request, new LayerTensors(request.seed()));
        List<NetworkLayer> scaled = new ArrayList<>();
        for (NetworkLayer layer : request.network().layers()) {
            if (layer.loopNest(1).isPresent()
                    && SparseLayers.obstacle(layer, machine).isEmpty()) {
                layers.prepare(layer);
                if (layer.loopNest(1).get().p() * layer.loopNest(1).get().q() == 1) {
                    scaled.add(layer);
                }
            }
        }
        SparseSimulator engine = new SparseSimulator(request);
        return new SparseScaling(scaled.parallelStream()
                .map(layer -> scale(layer.name(), engine.job(layers.work(layer)), machine))
                .toList());
    }

    private static Layer scale(String name, SparseJob job, SparseEngine machine) {
        List<Point> bySlots = SLOTS.stream()
                .map(slots -> Point.of(slots, FastEngine.time(job.on(machine.withQueueSlots(slots)))))
                .toList();
        List<Point> byElements = ELEMENTS.stream()
                .map(elements ->
                        Point.of(elements, FastEngine.time(job.encodedFor(machine.withProcessingElements(elements)))))
                .toList();
        return new Layer(name, bySlots, byElements);
    }
}
