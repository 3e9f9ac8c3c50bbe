package io.picojoule.workload;

import java.util.List;

/** A layer that changes values and not the shape. */
public record Pointwise(LayerCommon common, Function function) implements Layer {

    /** What is done to each element, and how many vector operations that takes. */
    public enum Function {
        RELU("relu", 1),
        SIGMOID("sigmoid", 4),
        TANH("tanh", 4),
        SOFTMAX("softmax", 4),
        /** The identity at inference: no work on any machine. */
        DROPOUT("dropout", 0),
        BATCH_NORM("batch-norm", 2);

        private final String key;
        private final int operationsPerElement;

        Function(String key, int operationsPerElement) {
            this.key = key;
            this.operationsPerElement = operationsPerElement;
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
    public long vectorOperations(List<Shape> inputs) {
        return inputs.get(0).elements() * function.operationsPerElement;
    }
}
