package io.picojoule.simulation;

import io.picojoule.workload.FullyConnected;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LayerWeights;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Shape;
import io.picojoule.workload.SparseMatrix;
import io.picojoule.workload.StepwiseProduct;
import io.picojoule.workload.TensorFile;
import io.picojoule.workload.TensorFileException;
import io.picojoule.workload.TensorReference;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tensors of each layer: from the files it names, else seeded ones of the stated density. What is not stated is dense.
 */
final class LayerTensors {
    private final long seed;
    private final NetworkMemory memory;
    private final List<String> notes = new ArrayList<>();

    LayerTensors(long seed) {
        this(seed, new NetworkMemory());
    }

    /** @param memory of the network that the layers are of, and of this seed */
    LayerTensors(long seed, NetworkMemory memory) {
        this.seed = seed;
        this.memory = memory;
    }

    NetworkMemory memory() {
        return memory;
    }

    /**
     * The tensors of a layer with MACs. Every file that it names is read, whether its values will matter or not.
     *
     * @throws TensorFileException if a file cannot be used
     */
    LayerData of(NetworkLayer layer, WordWidths words) {
        LayerCommon common = layer.layer().common();
        boolean fromFiles = common.weights().isPresent() || common.activations().isPresent();
        NetworkMemory.Tensors made =
                memory.tensors(layer, fromFiles ? Optional.of(words) : Optional.empty(), () -> make(layer, words));
        notes.addAll(made.notes());
        return made.data();
    }

    private NetworkMemory.Tensors make(NetworkLayer layer, WordWidths words) {
        LayerCommon common = layer.layer().common();
        String name = layer.name();
        List<String> said = new ArrayList<>();
        LayerData.Source input = input(layer, words, said);
        LayerData.Source weights = common.weights()
                .map(file -> read(layer, "weights", file, LayerWeights.shapes(layer), words.weightBits(), said))
                .orElseGet(() -> LayerData.synthetic(common.weightDensity().orElse(1), true, name + "/weight", seed));
        LayerData.Source output = LayerData.synthetic(common.outputDensity().orElse(1), false, name + "/output", seed);
        LayerData data = new LayerData(nest(layer), layer.readsNetworkInput(), input, weights, output);
        return new NetworkMemory.Tensors(data, said);
    }

    /**
     * The input of a layer with MACs: {@code [g*c][inputHeight][inputWidth]}.
     *
     * @throws TensorFileException if the file that it names cannot be used
     */
    LayerData.Source input(NetworkLayer layer, WordWidths words) {
        return input(layer, words, notes);
    }

    private LayerData.Source input(NetworkLayer layer, WordWidths words, List<String> said) {
        return layer.layer()
                .common()
                .activations()
                .map(file -> read(layer, "activations", file, inputShapes(layer), words.inputBits(), said))
                .orElseGet(() -> LayerData.synthetic(layer.inputDensity(), false, layer.name() + "/input", seed));
    }

    /**
     * The weights of a layer with MACs as a matrix, {@code [g*m][c*r*s]}, whose pattern is exact: it does not depend on the width of words.
     * A file is read at once, a seeded matrix made when it is asked for.
     *
     * @throws TensorFileException if the file that it names cannot be used
     */
    Supplier<SparseMatrix> matrix(NetworkLayer layer) {
        if (layer.layer().common().weights().isEmpty()) {
            return () -> LayerWeights.of(layer, seed);
        }
        SparseMatrix real = LayerWeights.of(layer, seed);
        return () -> real;
    }

    /**
     * Refuses files where nothing would read them.
     *
     * @throws TensorFileException if the layer, which has no MACs, names a file
     */
    static void refuseFiles(NetworkLayer layer) {
        LayerCommon common = layer.layer().common();
        common.weights().or(common::activations).ifPresent(file -> {
            throw TensorFileException.unwanted(
                    "layer '" + layer.name() + "'", file, layer.layer().kind());
        });
    }

    /** What the files that were read are to be known for. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private LayerData.Source read(
            NetworkLayer layer,
            String what,
            TensorReference file,
            List<List<Integer>> shapes,
            int wordBits,
            List<String> said) {
        String place = "layer '" + layer.name() + "', " + what;
        try {
            TensorFile tensor = TensorFile.read(file, shapes, wordBits);
            if (tensor.saturated() > 0) {
                said.add(place + ": " + tensor.saturated() + " of the " + tensor.values().length + " values in " + file
                        + " are beyond the " + wordBits + "-bit word and were saturated");
            }
            return size -> tensor.values();
        } catch (TensorFileException unusable) {
            throw unusable.at(place);
        }
    }

    private static LoopNest nest(NetworkLayer layer) {
        return layer.loopNest(1).orElseThrow();
    }

    private static List<List<Integer>> inputShapes(NetworkLayer layer) {
        Shape input = layer.inputs().get(0);
        List<Integer> image = List.of(input.channels(), input.height(), input.width());
        if (layer.layer() instanceof StepwiseProduct) {
            List<Integer> sequence = List.of(nest(layer).c(), input.height());
            return input.width() == 1 ? List.of(sequence, image) : List.of(sequence);
        }
        return layer.layer() instanceof FullyConnected
                ? List.of(List.of(Math.toIntExact(input.elements())), image)
                : List.of(image);
    }
}
