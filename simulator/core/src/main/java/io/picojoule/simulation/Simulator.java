package io.picojoule.simulation;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.VectorTimer;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a network on a machine: layer after layer, each as a whole, none overlapping the next. */
public final class Simulator {
    private final RunRequest request;
    private final SpatialArray machine;
    private final LayerTensors tensors;
    private final ArraySimulator array;
    private final Set<String> fused;

    private Simulator(RunRequest request) {
        this.request = request;
        this.machine = request.machine();
        this.tensors = new LayerTensors(request.seed());
        this.array = new ArraySimulator(request);
        this.fused = FusedLayers.of(request.network(), machine.fuses());
    }

    /**
     * Simulates the request. Deterministic: the same request gives the same result, at any number of threads.
     *
     * @throws InvariantViolation if the simulator contradicts itself: our bug, with the layer's name
     * @throws io.picojoule.workload.TensorFileException if a tensor file that a layer names cannot be used
     */
    public static RunResult run(RunRequest request) {
        return run(request, SearchTime.UNLIMITED);
    }

    /** As {@link #run(RunRequest)}; a limit to the searches makes what they find depend on how fast they are. */
    public static RunResult run(RunRequest request, SearchTime time) {
        return new Simulator(request).run(time);
    }

    /**
     * Tells the course of a run: its layers are timed once more, under the mappings that they had.
     *
     * @param result of the request
     * @throws InvariantViolation if a layer takes other cycles than before: our bug, with the layer's name
     */
    public static void trace(RunRequest request, RunResult result, RunTrace trace) {
        new Simulator(request).trace(result, trace);
    }

    private void trace(RunResult result, RunTrace trace) {
        long start = 0;
        for (LayerResult layer : result.layers()) {
            long cycles = layer.timing().cycles();
            if (cycles > 0) {
                RunTrace.Course course = trace.begin(layer, start);
                LayerTiming timing = time(layer, course.from(start));
                if (timing.cycles() != cycles) {
                    throw new InvariantViolation("layer '" + layer.name() + "': " + cycles + " cycles in the result, "
                            + timing.cycles() + " in the trace");
                }
                course.end();
                start += cycles;
            }
        }
    }

    private LayerTiming time(LayerResult layer, LayerTrace trace) {
        PreparedLayer prepared = prepare(layer.layer());
        return layer.mapping().isPresent()
                ? array.time(prepared, layer.mapping().get(), trace)
                : VectorTimer.time(
                        layer.layer(),
                        request.batch(),
                        machine,
                        machine.vectorUnit().orElseThrow(),
                        prepared.words(),
                        trace);
    }

    private RunResult run(SearchTime time) {
        // 1. Files are read one after another, so that the first problem is always the same one.
        List<PreparedLayer> prepared =
                request.network().layers().stream().map(this::prepare).toList();
        // 2. One search after another, each on all cores.
        Map<String, MappingChoice> mappings = new LayerMappings(request, 1, time).choose(prepared);
        // 3. No layer's result depends on another's: they are worked out side by side.
        List<Outcome> outcomes = prepared.parallelStream()
                .map(layer -> run(layer, mappings.get(layer.layer().name())))
                .toList();
        // 4. Results in the order of the layers.
        List<LayerResult> results = new ArrayList<>();
        List<SkippedLayer> skipped = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Ran ran) {
                results.add(ran.result());
            } else if (outcome instanceof Outcome.Skipped left) {
                skipped.add(left.layer());
            }
        }
        return new RunResult(
                machine,
                request.network(),
                request.batch(),
                request.seed(),
                request.engine(),
                request.energyTable(),
                results,
                skipped,
                tensors.notes());
    }

    private PreparedLayer prepare(NetworkLayer layer) {
        WordWidths words = machine.words().with(layer.layer().common().wordBits());
        if (layer.macs() > 0) {
            return new PreparedLayer(layer, words, Optional.of(tensors.of(layer, words)));
        }
        LayerTensors.refuseFiles(layer);
        return new PreparedLayer(layer, words, Optional.empty());
    }

    private Outcome run(PreparedLayer prepared, @Nullable MappingChoice mapping) {
        NetworkLayer layer = prepared.layer();
        try {
            return mapping == null ? withoutMacs(layer, prepared.words()) : array.run(prepared, mapping);
        } catch (InvariantViolation violation) {
            throw new InvariantViolation("layer '" + layer.name() + "': " + violation.getMessage());
        }
    }

    private Outcome withoutMacs(NetworkLayer layer, WordWidths words) {
        if (layer.vectorOperations() == 0) {
            return ran(layer, LayerTiming.nothing(), words, "nothing to do");
        }
        if (fused.contains(layer.name())) {
            return ran(layer, LayerTiming.nothing(), words, "fused");
        }
        if (machine.vectorUnit().isPresent()) {
            LayerTiming timing = VectorTimer.time(
                    layer, request.batch(), machine, machine.vectorUnit().get(), words);
            return ran(layer, timing, words, "vector-unit");
        }
        String reason = machine.name() + " has no unit for " + layer.layer().kind() + " layers";
        return new Outcome.Skipped(new SkippedLayer(layer, false, reason));
    }

    private Outcome ran(NetworkLayer layer, LayerTiming timing, WordWidths words, String origin) {
        return new Outcome.Ran(
                LayerResults.of(request, layer, 0, timing, words, Optional.empty(), origin, Optional.empty()));
    }
}
