package io.picojoule.workload;

import java.util.List;

/** A layer that changes values and not the shape. */
public record Pointwise(LayerCommon common, Function function) implements Layer {

    /** What is done to each element, and how many vector operations that takes. */
    public enum Function {
        RELU("relu", 1, true),
        SIGMOID("sigmoid", 4, false),
        TANH("tanh", 4, true),
        SOFTMAX("softmax", 4, false),
        /** The identity at inference: no work on any machine. */
        DROPOUT("dropout", 0, true),
        BATCH_NORM("batch-norm", 2, false);

        private final String key;
        private final int operationsPerElement;
        private final boolean keepsZeros;

        Function(String key, int operationsPerElement, boolean keepsZeros) {
            this.key = key;
            this.operationsPerElement = operationsPerElement;
            this.keepsZeros = keepsZeros;
        }

        public String key() {
            return key;
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
    public long vectorOperations(List<Shape> inputs) {
        return inputs.get(0).elements() * function.operationsPerElement;
    }
}
