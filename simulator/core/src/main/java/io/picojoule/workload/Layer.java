package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/**
 * What the user wrote: one layer of a network. A layer with MACs lowers to one {@link LoopNest}, a layer made of several products to
 * several {@link #parts}.
 */
public sealed interface Layer
        permits Convolution,
                DepthwiseConvolution,
                FullyConnected,
                StepwiseProduct,
                MatrixProduct,
                Recurrent,
                AssociativeMemory,
                RecurrentProduct,
                Gates,
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

    /**
     * What it is computed as, one part after another, each a row of every result.
     *
     * @param place this layer in its place
     */
    default List<NetworkLayer> parts(NetworkLayer place) {
        return List.of(place);
    }

    /** The loop nest of one of the {@link #repetitions} that make {@code batch} inferences, or nothing if the layer has no MACs. */
    default Optional<LoopNest> loopNest(List<Shape> inputs, int batch) {
        return Optional.empty();
    }

    /** How often its work is done, one after another, for {@code batch} inferences. Its shapes and vector work are those of all. */
    default int repetitions(List<Shape> inputs, int batch) {
        return 1;
    }

    /** Work of one inference on a vector unit, for a layer without MACs. */
    default VectorWork vectorWork(List<Shape> inputs) {
        return VectorWork.NONE;
    }

    /** What a machine needs a unit for; the kind, unless the layer is a part of another. */
    default String workKind() {
        return kind();
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
