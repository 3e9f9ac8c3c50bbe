package io.picojoule.simulation;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.VectorTimer;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a network on a machine: layer after layer, each as a whole, none overlapping the next. */
public final class Simulator {
    /** Of one layer, so that those of a thousand can be added. */
    private static final double MOST_COUNTED = Long.MAX_VALUE / 1024.0;

    private final RunRequest request;
    private final Machine machine;
    private final Optional<SharedResults> shared;
    private final LayerTensors tensors;
    private final MacLayers macLayers;
    private final Set<String> fused;
    private final RunProgress progress;
    private final int layersWithMacs;
    private final AtomicInteger done = new AtomicInteger();

    private Simulator(RunRequest request, RunProgress progress, Optional<SharedResults> shared) {
        this.shared = shared;
        this.progress = progress;
        this.layersWithMacs = (int) request.network().layers().stream()
                .filter(layer -> layer.macs() > 0)
                .count();
        this.request = request;
        this.machine = request.machine();
        this.tensors = shared.map(all -> new LayerTensors(request.seed(), all.network(request)))
                .orElseGet(() -> new LayerTensors(request.seed()));
        this.macLayers = layersOf(request, tensors, shared);
        this.fused = FusedLayers.of(request.network(), machine.fuses());
    }

    private static MacLayers layersOf(RunRequest request, LayerTensors tensors, Optional<SharedResults> shared) {
        if (request.machine() instanceof Processor) {
            return new ProcessorLayers(request, tensors);
        }
        return request.machine() instanceof SparseEngine
                ? new SparseLayers(request, tensors)
                : new ArrayLayers(request, tensors, shared);
    }

    /**
     * Simulates the request. Deterministic: the same request gives the same result, at any number of threads.
     *
     * @throws InvariantViolation if the simulator contradicts itself: our bug, with the layer's name
     * @throws CountOverflow if a layer takes more cycles, or moves more bits, than can be counted
     * @throws io.picojoule.workload.TensorFileException if a tensor file that a layer names cannot be used
     */
    public static RunResult run(RunRequest request) {
        return run(request, RunProgress.NONE, SearchTime.UNLIMITED);
    }

    /**
     * As {@link #run(RunRequest)}, and says on the way how far it is.
     *
     * @param time for the searches; a limit makes what they find depend on how fast they are
     */
    public static RunResult run(RunRequest request, RunProgress progress, SearchTime time) {
        return run(request, progress, time, Optional.empty());
    }

    /**
     * One run of many, with the same result. It keeps to the calling thread: a sweep runs its points side by side.
     *
     * <p>Of what a search looked at, only the mapping that it chose is the same: see {@link SharedResults}.
     *
     * @param shared by all runs of the sweep
     */
    public static RunResult run(RunRequest request, RunProgress progress, SearchTime time, SharedResults shared) {
        return run(request, progress, time, Optional.of(shared));
    }

    private static RunResult run(
            RunRequest request, RunProgress progress, SearchTime time, Optional<SharedResults> shared) {
        return CountOverflow.guard(
                "network '" + request.network().name() + "'", () -> new Simulator(request, progress, shared).run(time));
    }

    /**
     * Tells the course of a run: its layers are timed once more, under the mappings that they had.
     *
     * @param result of the request
     * @throws InvariantViolation if a layer takes other cycles than before: our bug, with the layer's name
     */
    public static void trace(RunRequest request, RunResult result, RunTrace trace) {
        new Simulator(request, RunProgress.NONE, Optional.empty()).trace(result, trace);
    }

    private void trace(RunResult result, RunTrace trace) {
        request.network().layers().forEach(this::prepare);
        long start = 0;
        for (LayerResult layer : result.layers()) {
            if (layer.timing().cycles() > 0) {
                RunTrace.Course course = trace.begin(layer, start);
                int repetitions = macLayers.tracedRepetitions(layer.layer(), request.batch());
                long cycles = layer.timing().cycles() / repetitions;
                for (int repetition = 0; repetition < repetitions; repetition++) {
                    traceOnce(layer, cycles, course.from(start));
                    start += cycles;
                }
                course.end();
            }
        }
    }

    private void traceOnce(LayerResult layer, long cycles, LayerTrace trace) {
        LayerTiming traced = hasMacs(layer.layer()) || machine.vectorUnit().isEmpty()
                ? macLayers.retime(layer, trace)
                : VectorTimer.timeOnce(
                        layer.layer(),
                        request.batch(),
                        machine,
                        machine.vectorUnit().get(),
                        layer.words(),
                        trace);
        if (traced.cycles() != cycles) {
            throw new InvariantViolation("layer '" + layer.name() + "': " + cycles + " cycles in the result, "
                    + traced.cycles() + " in the trace");
        }
    }

    private RunResult run(SearchTime time) {
        // 1. Files are read one after another, so that the first problem is always the same one.
        List<NetworkLayer> layers = request.network().layers();
        layers.forEach(this::prepare);
        // 2. What takes all layers, or all cores, like a search for mappings.
        macLayers.decide(progress, time);
        // 3. No layer's result depends on another's: they are worked out side by side, unless whole runs are.
        List<Outcome> outcomes = (shared.isPresent() ? layers.stream() : layers.parallelStream())
                .map(layer -> CountOverflow.guard("layer '" + layer.name() + "'", () -> run(layer)))
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
                notes(),
                request.area());
    }

    private void prepare(NetworkLayer layer) {
        if (hasMacs(layer)) {
            macLayers.prepare(layer);
        } else {
            LayerTensors.refuseFiles(layer);
        }
    }

    private static boolean hasMacs(NetworkLayer layer) {
        return layer.loopNest(1).isPresent();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(request.network().notes());
        notes.addAll(tensors.notes());
        notes.addAll(macLayers.notes());
        return notes;
    }

    private Outcome run(NetworkLayer layer) {
        try {
            if (!hasMacs(layer)) {
                return withoutMacs(layer, PreparedLayer.words(layer, machine));
            }
            Outcome outcome = countable(macLayers.run(layer));
            progress.layerDone(layer.name(), done.incrementAndGet(), layersWithMacs);
            return outcome;
        } catch (InvariantViolation violation) {
            throw new InvariantViolation("layer '" + layer.name() + "': " + violation.getMessage());
        }
    }

    /** Counts of a layer that are so large that those of a network could not be added up are too large. */
    private static Outcome countable(Outcome outcome) {
        if (outcome instanceof Outcome.Ran ran) {
            LayerResult result = ran.result();
            double most = Math.max(
                    result.timing().activity().clockedElementCycles(),
                    (double) result.timing().cycles() * result.macsPerLaneCycle());
            if (most > MOST_COUNTED) {
                throw CountOverflow.of("layer '" + result.name() + "'");
            }
        }
        return outcome;
    }

    private Outcome withoutMacs(NetworkLayer layer, WordWidths words) {
        if (!layer.isWork()) {
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
        String reason = machine.name() + " has no unit for " + layer.layer().workKind() + " layers";
        return macLayers
                .runWithoutMacs(layer)
                .orElseGet(() -> new Outcome.Skipped(new SkippedLayer(layer, false, reason)));
    }

    private Outcome ran(NetworkLayer layer, LayerTiming timing, WordWidths words, String origin) {
        return new Outcome.Ran(
                LayerResults.of(request, layer, 0, timing, words, Optional.empty(), origin, Optional.empty()));
    }
}
