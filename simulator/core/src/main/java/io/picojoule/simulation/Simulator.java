package io.picojoule.simulation;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.VectorTimer;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a network on a machine: layer after layer, each as a whole, none overlapping the next. */
public final class Simulator {
    private final RunRequest request;
    private final ArraySimulator array;
    private final List<LayerResult> results = new ArrayList<>();
    private final List<SkippedLayer> skipped = new ArrayList<>();

    private Simulator(RunRequest request) {
        this.request = request;
        this.array = new ArraySimulator(request);
    }

    /**
     * Simulates the request. Deterministic: the same request gives the same result.
     *
     * @throws InvariantViolation if the simulator contradicts itself: our bug, with the layer's name
     * @throws io.picojoule.workload.TensorFileException if a tensor file that a layer names cannot be used
     */
    public static RunResult run(RunRequest request) {
        return new Simulator(request).run();
    }

    private RunResult run() {
        for (NetworkLayer layer : request.network().layers()) {
            try {
                run(layer);
            } catch (InvariantViolation violation) {
                throw new InvariantViolation("layer '" + layer.name() + "': " + violation.getMessage());
            }
        }
        return new RunResult(
                request.machine(),
                request.network(),
                request.batch(),
                request.seed(),
                request.engine(),
                request.energyTable(),
                results,
                skipped,
                array.notes());
    }

    private void run(NetworkLayer layer) {
        Optional<LoopNest> nest = layer.loopNest(request.batch());
        if (nest.isPresent()) {
            ArraySimulator.Outcome outcome = array.run(layer, nest.get());
            outcome.result().ifPresent(results::add);
            outcome.skipped().ifPresent(skipped::add);
        } else {
            withoutMacs(layer);
        }
    }

    private void withoutMacs(NetworkLayer layer) {
        LayerTensors.refuseFiles(layer);
        SpatialArray machine = request.machine();
        WordWidths words = machine.words().with(layer.layer().common().wordBits());
        if (layer.vectorOperations() == 0) {
            results.add(result(layer, LayerTiming.nothing(), words, "nothing to do"));
        } else if (machine.fuses().contains(layer.layer().kind())) {
            results.add(result(layer, LayerTiming.nothing(), words, "fused"));
        } else if (machine.vectorUnit().isPresent()) {
            LayerTiming timing = VectorTimer.time(
                    layer, request.batch(), machine, machine.vectorUnit().get(), words);
            results.add(result(layer, timing, words, "vector-unit"));
        } else {
            skipped.add(new SkippedLayer(
                    layer, false, machine.name() + " has no unit for " + layer.layer().kind() + " layers"));
        }
    }

    private LayerResult result(NetworkLayer layer, LayerTiming timing, WordWidths words, String origin) {
        return LayerResults.of(request, layer, 0, timing, words, Optional.empty(), origin);
    }
}
