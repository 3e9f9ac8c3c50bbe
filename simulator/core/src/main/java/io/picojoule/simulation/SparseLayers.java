package io.picojoule.simulation;

import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.sparse.SparseCounts;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.MatrixProduct;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * On a sparse engine every layer is a compressed matrix, which is loaded once and stays, and its vectors. Where tensors are real, the output
 * of a layer is the input of the next.
 */
final class SparseLayers implements MacLayers {
    private final RunRequest request;
    private final SparseEngine machine;
    private final LayerTensors tensors;
    private final ActivationChain chain;
    private final SparseSimulator engine;
    private final Map<String, SparseWork> works = new LinkedHashMap<>();
    private final Map<String, LayerResult> results = new ConcurrentHashMap<>();

    SparseLayers(RunRequest request, LayerTensors tensors) {
        this.request = request;
        this.machine = (SparseEngine) request.machine();
        this.tensors = tensors;
        this.chain = new ActivationChain(request.network());
        this.engine = new SparseSimulator(request);
    }

    @Override
    public void prepare(NetworkLayer layer) {
        WordWidths words = PreparedLayer.words(layer, machine);
        LoopNest nest = layer.loopNest(1).orElseThrow();
        int inputs = Math.toIntExact(nest.inputWords());
        LayerData.Source source = tensors.input(layer, words);
        Optional<int[]> real = layer.layer().common().activations().isPresent()
                ? Optional.of(source.values(inputs))
                : chain.inputOf(layer, words.inputBits());
        boolean bias = layer.layer().common().statesBias() && layer.biases() > 0;
        SparseWork work = new SparseWork(
                layer,
                words,
                nest,
                tensors.matrix(layer),
                real.<Supplier<int[]>>map(values -> () -> values).orElse(() -> source.values(inputs)),
                bias);
        works.put(layer.name(), work);
        if (real.isPresent() && layer.layer().common().weights().isPresent()) {
            chain.computed(work);
        }
    }

    @Override
    public void decide(RunProgress progress, SearchTime time) {}

    @Override
    public Outcome run(NetworkLayer layer) {
        Optional<String> obstacle = obstacle(layer);
        if (obstacle.isPresent()) {
            return new Outcome.Skipped(new SkippedLayer(layer, true, obstacle.get()));
        }
        Outcome outcome = engine.run(work(layer));
        if (outcome instanceof Outcome.Ran ran) {
            results.put(layer.name(), ran.result());
        }
        return outcome;
    }

    /** Why an engine cannot run a layer, if so. */
    static Optional<String> obstacle(NetworkLayer layer) {
        return layer.layer() instanceof MatrixProduct
                ? Optional.of("both factors are activations, and the engine needs a matrix that was compressed before")
                : Optional.empty();
    }

    @Override
    public LayerTiming retime(LayerResult layer, LayerTrace trace) {
        return engine.time(work(layer.layer())).orElseThrow().layer().times(request.batch());
    }

    /** What was prepared of a layer. */
    SparseWork work(NetworkLayer layer) {
        return Objects.requireNonNull(works.get(layer.name()));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        long lines = 0;
        long inputs = 0;
        for (SparseWork work : works.values()) {
            LayerResult result = results.get(work.layer().name());
            if (result != null) {
                SparseCounts counts = result.sparse().orElseThrow();
                lines += counts.matrixLines();
                longVectors(work, notes);
                pointers(work, counts, notes);
            }
        }
        long room = machine.matrixSram().lines();
        if (lines > room) {
            notes.add("the matrices of all layers together take " + lines
                    + " lines of matrix SRAM in the fullest element, which has " + room
                    + "; loading them anew is in no figure");
        }
        return notes;
    }

    private void longVectors(SparseWork work, List<String> notes) {
        long room = machine.activationSramBytes() * Byte.SIZE / work.words().inputBits() * machine.processingElements();
        long words = Math.max(work.nest().inputWords(), work.nest().outputWords());
        if (words > room) {
            notes.add(
                    "layer '" + work.layer().name() + "' has " + words + " activations, and the activation SRAMs hold "
                            + room + "; moving the others on and off the chip is in no figure");
        }
    }

    private void pointers(SparseWork work, SparseCounts counts, List<String> notes) {
        long room = machine.pointerSram().capacityBytes()
                * Byte.SIZE
                / machine.pointerSram().pointerBits();
        if (counts.pointers() > room) {
            notes.add("layer '" + work.layer().name() + "' needs " + counts.pointers()
                    + " pointers in each element, and the pointer SRAM holds " + room
                    + "; it is timed as if it had room");
        }
    }
}
