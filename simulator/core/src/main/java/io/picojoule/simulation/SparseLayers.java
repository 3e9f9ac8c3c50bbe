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
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On a sparse engine every layer is a compressed matrix, which is loaded once and stays, and its vectors. Where tensors are real, the output
 * of a layer is the input of the next.
 */
final class SparseLayers implements MacLayers {
    private static final int NAMES_SHOWN = 4;

    /** Columns times elements, each of which has a count of entries and where they lie: more take gigabytes. */
    private static final long MOST_PLACES = 1L << 26;

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
        Optional<String> obstacle = obstacle(layer, machine);
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
    static Optional<String> obstacle(NetworkLayer layer, SparseEngine machine) {
        if (layer.layer() instanceof MatrixProduct) {
            return Optional.of(
                    "both factors are activations, and the engine needs a matrix that was compressed before");
        }
        LoopNest nest = layer.loopNest(1).orElseThrow();
        long columns = (long) nest.g() * nest.c() * nest.r() * nest.s();
        return columns * machine.processingElements() > MOST_PLACES
                ? Optional.of("it has " + columns + " columns in " + machine.processingElements()
                        + " elements, and more than " + MOST_PLACES + " of them are not simulated")
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
        tooMany("activations", "activation SRAMs hold", this::activations, activationRoom())
                .map(note -> note + "; moving the others on and off the chip is in no figure")
                .ifPresent(notes::add);
        tooMany(
                        "pointers in each element",
                        "pointer SRAM holds",
                        layer -> counts(layer).pointers(),
                        pointerRoom())
                .map(note -> note + "; it is timed as if there were room")
                .ifPresent(notes::add);
        long told = 1L << Math.min(Integer.SIZE, machine.pointerSram().pointerBits());
        tooMany(
                        "entries in an element",
                        machine.pointerSram().pointerBits() + "-bit pointers tell apart",
                        layer -> counts(layer).matrixLines() * machine.entriesPerLine(),
                        told)
                .map(note -> note + "; it is timed as if they told all")
                .ifPresent(notes::add);
        long lines = ran().mapToLong(work -> counts(work).matrixLines()).sum();
        if (lines > machine.matrixSram().lines()) {
            notes.add("the matrices of all layers together take " + lines
                    + " lines of matrix SRAM in the fullest element, which has "
                    + machine.matrixSram().lines()
                    + "; loading them anew is in no figure");
        }
        return notes;
    }

    /** Which layers have more of something than there is room for. */
    private Optional<String> tooMany(String what, String where, ToLongFunction<SparseWork> need, long room) {
        List<SparseWork> over =
                ran().filter(work -> need.applyAsLong(work) > room).toList();
        if (over.isEmpty()) {
            return Optional.empty();
        }
        long most = over.stream().mapToLong(need).max().orElseThrow();
        String names = over.stream()
                .limit(NAMES_SHOWN)
                .map(work -> "'" + work.layer().name() + "'")
                .collect(Collectors.joining(", "));
        int more = over.size() - NAMES_SHOWN;
        return Optional.of((over.size() == 1 ? "layer " : "layers ") + names
                + (more > 0 ? " and " + more + " more" : "") + (over.size() == 1 ? " has " : " have up to ") + most
                + " " + what + ", and the " + where + " " + room);
    }

    private Stream<SparseWork> ran() {
        return works.values().stream()
                .filter(work -> results.containsKey(work.layer().name()));
    }

    private SparseCounts counts(SparseWork work) {
        return Objects.requireNonNull(results.get(work.layer().name()))
                .sparse()
                .orElseThrow()
                .counts();
    }

    private long activations(SparseWork work) {
        return Math.max(work.nest().inputWords(), work.nest().outputWords());
    }

    private long activationRoom() {
        return machine.activationSramBytes() * Byte.SIZE / machine.words().inputBits() * machine.processingElements();
    }

    private long pointerRoom() {
        return machine.pointerSram().capacityBytes()
                * Byte.SIZE
                / machine.pointerSram().pointerBits();
    }
}
