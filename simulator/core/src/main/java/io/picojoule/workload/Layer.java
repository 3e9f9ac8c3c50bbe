package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/** What the user wrote: one layer of a network. A layer with MACs lowers to one {@link LoopNest}. */
public sealed interface Layer
        permits Convolution,
                DepthwiseConvolution,
                FullyConnected,
                Pooling,
                Pointwise,
                LocalResponseNormalization,
                Addition,
                Concatenation {

    LayerCommon common();

    /** The layer's kind as files and tables name it, {@code conv} for one. */
    String kind();

    /**
     * The shape this layer makes of its inputs.
     *
     * @throws ShapeException if it cannot take them
     */
    Shape output(List<Shape> inputs);

    /** The loop nest of {@code batch} inferences, or nothing if the layer has no MACs. */
    default Optional<LoopNest> loopNest(List<Shape> inputs, int batch) {
        return Optional.empty();
    }

    /** Element operations of one inference on a vector unit, for a layer without MACs; 0 if nothing is to be done. */
    default long vectorOperations(List<Shape> inputs) {
        return 0;
    }

    /** Whether its output is zero where its input is, so that the zeros of one tell those of the other. */
    default boolean keepsZeros() {
        return false;
    }

    default long weights(List<Shape> inputs) {
        return 0;
    }

    default long biases(List<Shape> inputs) {
        return 0;
    }

    default String name() {
        return common().name();
    }

    /** The only input of a layer that takes one. */
    static Shape only(Layer layer, List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new ShapeException(layer.kind() + " takes one input, not " + inputs.size());
        }
        return inputs.get(0);
    }
}
