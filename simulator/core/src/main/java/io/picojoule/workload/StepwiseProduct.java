package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/**
 * A matrix times every step of a sequence. No step waits for another, so the weights are fetched for all of them: a 1 x 1 convolution over
 * a row of steps.
 *
 * @param kind of the layer that it is, or is a part of
 */
public record StepwiseProduct(LayerCommon common, String kind, int outputs, boolean bias) implements Layer {
    public StepwiseProduct {
        if (outputs < 1) {
            throw new IllegalArgumentException("StepwiseProduct: outputs must be at least 1");
        }
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Shape.sequence(outputs, Layer.only(this, inputs).height());
    }

    @Override
    public Optional<LoopNest> loopNest(List<Shape> inputs, int batch) {
        Shape sequence = inputs.get(0).asSequence();
        return Optional.of(LoopNest.sequence(batch, sequence.height(), sequence.channels(), outputs));
    }

    @Override
    public long weights(List<Shape> inputs) {
        return Math.multiplyExact((long) inputs.get(0).asSequence().channels(), outputs);
    }

    @Override
    public long biases(List<Shape> inputs) {
        return bias ? outputs : 0;
    }
}
