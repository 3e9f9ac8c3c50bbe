package io.picojoule.simulation;

import io.picojoule.hardware.Processor;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.processor.ProcessorTimer;
import io.picojoule.timing.processor.ProcessorTiming;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/** On a processor every layer is kernels of its library; values of tensors matter only where zero weights are skipped. */
final class ProcessorLayers implements MacLayers {
    private final RunRequest request;
    private final Processor machine;
    private final LayerTensors tensors;
    private final ProcessorTimer timer;
    private final Map<String, Long> realNonZeros = new ConcurrentHashMap<>();
    private final List<String> ownWords = new ArrayList<>();

    ProcessorLayers(RunRequest request, LayerTensors tensors) {
        this.request = request;
        this.machine = (Processor) request.machine();
        this.tensors = tensors;
        this.timer = new ProcessorTimer(machine);
    }

    @Override
    public void prepare(NetworkLayer layer) {
        if (layer.layer().common().weights().isPresent()) {
            realNonZeros.put(layer.name(), tensors.matrix(layer).get().nonZeros());
        }
        if (layer.layer().common().activations().isPresent()) {
            tensors.input(layer, machine.words());
        }
        if (!layer.layer().common().wordBits().isEmpty()) {
            ownWords.add(layer.name());
        }
    }

    @Override
    public void decide(RunProgress progress, SearchTime time) {}

    @Override
    public Outcome run(NetworkLayer layer) {
        return ran(layer, timer.time(layer, request.batch(), nonZeros(layer)));
    }

    private Outcome ran(NetworkLayer layer, ProcessorTiming timing) {
        return new Outcome.Ran(LayerResults.of(request, layer, timing, machine.words()));
    }

    /** As its weights say, else as many of them as the stated density makes likely. */
    private OptionalDouble nonZeros(NetworkLayer layer) {
        Long real = realNonZeros.get(layer.name());
        if (real != null) {
            return OptionalDouble.of(real);
        }
        OptionalDouble density = layer.layer().common().weightDensity();
        return density.isPresent() ? OptionalDouble.of(density.getAsDouble() * layer.weights()) : density;
    }

    @Override
    public Optional<Outcome> runWithoutMacs(NetworkLayer layer) {
        return Optional.of(ran(layer, timer.timeWithoutMacs(layer, request.batch())));
    }

    /** All at once: what stays in a cache makes later repetitions shorter than the first. */
    @Override
    public int tracedRepetitions(NetworkLayer layer, int batch) {
        return 1;
    }

    /** Kernels have no course of their own that would be told. */
    @Override
    public LayerTiming retime(LayerResult layer, LayerTrace trace) {
        NetworkLayer again = layer.layer();
        ProcessorTiming timing = again.loopNest(1).isPresent()
                ? timer.time(again, request.batch(), nonZeros(again))
                : timer.timeWithoutMacs(again, request.batch());
        return timing.layer();
    }

    @Override
    public List<String> notes() {
        return ownWords.isEmpty()
                ? List.of()
                : List.of("all is computed in " + machine.precisionType().key() + ", as " + machine.name()
                        + " does, whatever words the layers state");
    }
}
