package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/**
 * A matrix times the state, step after step: each needs the one before, so nothing is shared between the steps of one inference.
 *
 * @param kind of the layer that it is a part of
 * @param transposed whether its matrix is that of another part, read the other way round, and counted there
 */
public record RecurrentProduct(LayerCommon common, String kind, int outputs, boolean bias, boolean transposed)
        implements Layer {
    @Override
    public Shape output(List<Shape> inputs) {
        return Shape.sequence(outputs, Layer.only(this, inputs).height());
    }

    @Override
    public Optional<LoopNest> loopNest(List<Shape> inputs, int batch) {
        return Optional.of(LoopNest.matrix(batch, inputs.get(0).channels(), outputs));
    }

    @Override
    public int repetitions(List<Shape> inputs, int batch) {
        return inputs.get(0).height();
    }

    @Override
    public long weights(List<Shape> inputs) {
        return transposed ? 0 : Math.multiplyExact((long) inputs.get(0).channels(), outputs);
    }

    @Override
    public long biases(List<Shape> inputs) {
        return bias ? outputs : 0;
    }
}
