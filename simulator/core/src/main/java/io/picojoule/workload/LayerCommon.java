package io.picojoule.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a layer of any kind may state.
 *
 * @param inputs names of the layers whose outputs it takes; empty means the layer above
 * @param inputShape of an input of its own, which comes from outside the network as the network's own does; then no layer is one
 * @param inputDensity fraction of non-zero words of the input, before padding
 * @param weightSpread how unequal the scales of its weights are
 * @param outputDensity fraction of non-zero words of the output, after the activation function and before pooling
 * @param wordBits widths that differ from the machine's
 * @param statesBias whether it says itself that it has a bias, or none; else that is as usual for its kind
 * @param weights a file with the real weights
 * @param activations a file with the real input of one inference
 */
public record LayerCommon(
        String name,
        List<String> inputs,
        Optional<Shape> inputShape,
        OptionalDouble inputDensity,
        OptionalDouble weightDensity,
        WeightSpread weightSpread,
        OptionalDouble outputDensity,
        Map<Operand, Integer> wordBits,
        boolean statesBias,
        Optional<TensorReference> weights,
        Optional<TensorReference> activations) {
    public LayerCommon {
        if (name.isBlank()) {
            throw new IllegalArgumentException("LayerCommon: a layer needs a name");
        }
        inputs = List.copyOf(inputs);
        if (inputShape.isPresent() && !inputs.isEmpty()) {
            throw new IllegalArgumentException("LayerCommon: a layer has inputs or an input-shape, not both");
        }
        wordBits = Map.copyOf(wordBits);
        requireFraction("input-density", inputDensity);
        requireFraction("weight-density", weightDensity);
        requireFraction("output-density", outputDensity);
    }

    /** A layer that takes what other layers, or the network's input, are, with weights of one scale. */
    public LayerCommon(
            String name,
            List<String> inputs,
            OptionalDouble inputDensity,
            OptionalDouble weightDensity,
            OptionalDouble outputDensity,
            Map<Operand, Integer> wordBits,
            Optional<TensorReference> weights,
            Optional<TensorReference> activations) {
        this(
                name,
                inputs,
                Optional.empty(),
                inputDensity,
                weightDensity,
                WeightSpread.NONE,
                outputDensity,
                wordBits,
                false,
                weights,
                activations);
    }

    /** A layer that states nothing but its name. */
    public static LayerCommon named(String name) {
        return new LayerCommon(
                name,
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** What a part of this layer has of it: its weights' density and spread, and word widths. */
    LayerCommon ofPart(String part) {
        return new LayerCommon(
                name + "/" + part,
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                weightDensity,
                weightSpread,
                OptionalDouble.empty(),
                wordBits,
                statesBias,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * For kinds whose tensors are not those of one loop nest.
     *
     * @throws IllegalArgumentException if a file is named
     */
    void requireNoFiles(String kind) {
        if (weights.isPresent() || activations.isPresent()) {
            throw new IllegalArgumentException("LayerCommon: a layer of kind " + kind
                    + " takes no files of weights or activations; its tensors are made from the densities it states");
        }
    }

    private static void requireFraction(String key, OptionalDouble density) {
        if (density.isPresent() && !(density.getAsDouble() >= 0 && density.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("LayerCommon: " + key + " must be 0 to 1, not " + density.getAsDouble());
        }
    }
}
