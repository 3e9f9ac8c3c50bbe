package io.picojoule.workload;

import java.util.List;

/** A layer that changes values and not the shape. */
public record Pointwise(LayerCommon common, Function function) implements Layer {

    /** What is done to each element, and the work that takes. */
    public enum Function {
        RELU("relu", new VectorWork(1, 0), true),
        SIGMOID("sigmoid", new VectorWork(0, 1), false),
        TANH("tanh", new VectorWork(0, 1), true),
        SOFTMAX("softmax", new VectorWork(4, 0), false),
        /** The identity at inference: no work on any machine. */
        DROPOUT("dropout", VectorWork.NONE, true),
        BATCH_NORM("batch-norm", new VectorWork(2, 0), false);

        private final String key;
        private final VectorWork perElement;
        private final boolean keepsZeros;

        Function(String key, VectorWork perElement, boolean keepsZeros) {
            this.key = key;
            this.perElement = perElement;
            this.keepsZeros = keepsZeros;
        }

        public String key() {
            return key;
        }

        VectorWork perElement() {
            return perElement;
        }
    }

    @Override
    public String kind() {
        return function.key();
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Layer.only(this, inputs);
    }

    @Override
    public boolean keepsZeros() {
        return function.keepsZeros;
    }

    @Override
    public VectorWork vectorWork(List<Shape> inputs) {
        return function.perElement.times(inputs.get(0).elements());
    }
}
