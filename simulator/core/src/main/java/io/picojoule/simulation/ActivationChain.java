package io.picojoule.simulation;

import io.picojoule.timing.sparse.ActivationVectors;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.SparseMatrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Real activations from layer to layer: what a layer with real weights makes of a real input, after the layers behind it that only change
 * signs, is the real input of the next. Biases are not known, and not added.
 */
final class ActivationChain {
    private final Map<String, NetworkLayer> layers = new HashMap<>();
    private final Map<String, long[]> outputs = new HashMap<>();

    ActivationChain(Network network) {
        network.layers().forEach(layer -> layers.put(layer.name(), layer));
    }

    /** Computes the outputs of a layer whose weights and input are real: {@code [g*m][p][q]}. */
    void computed(SparseWork work) {
        LoopNest nest = work.nest();
        ActivationVectors vectors = new ActivationVectors(nest, work.input().get(), false);
        ActivationVectors.Vector vector = vectors.vector();
        SparseMatrix weights = work.weights().get();
        long[] sums = new long[Math.toIntExact(nest.outputWords())];
        for (int group = 0; group < nest.g(); group++) {
            for (int number = 0; number < vectors.count(); number++) {
                int[] dense = vector.load(group, number).toDense();
                for (int row = group * nest.m(); row < (group + 1) * nest.m(); row++) {
                    sums[row * vectors.count() + number] = product(weights, row, dense);
                }
            }
        }
        outputs.put(work.layer().name(), sums);
    }

    private static long product(SparseMatrix weights, int row, int[] dense) {
        long sum = 0;
        for (int i = weights.rowStarts()[row]; i < weights.rowStarts()[row + 1]; i++) {
            sum += (long) weights.values()[i] * dense[weights.columnIndices()[i]];
        }
        return sum;
    }

    /** The real input of a layer in words of so many bits, if it is known. */
    Optional<int[]> inputOf(NetworkLayer layer, int bits) {
        return layer.producers().size() == 1
                ? outputOf(layer.producers().get(0)).map(values -> words(values, bits))
                : Optional.empty();
    }

    private Optional<long[]> outputOf(String name) {
        NetworkLayer layer = layers.get(name);
        if (layer == null || outputs.containsKey(name)) {
            return Optional.ofNullable(outputs.get(name));
        }
        if (!(layer.layer() instanceof Pointwise pointwise)) {
            return Optional.empty();
        }
        Optional<long[]> input = outputOf(layer.producers().get(0));
        return switch (pointwise.function()) {
            case RELU ->
                input.map(values ->
                        Arrays.stream(values).map(value -> Math.max(0, value)).toArray());
            case DROPOUT -> input;
            default -> Optional.empty();
        };
    }

    /** As they are, or by one factor where the largest is more than a word holds, so that it becomes the largest word. */
    private static int[] words(long[] values, int bits) {
        long largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double most = Math.scalb(1.0, Math.min(bits, Integer.SIZE) - 1) - 1;
        double factor = largest <= most ? 1 : most / largest;
        return Arrays.stream(values)
                .mapToInt(value -> (int) Math.rint(value * factor))
                .toArray();
    }
}
