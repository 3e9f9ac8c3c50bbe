package io.picojoule.workload;

import java.util.List;

/**
 * What is done to the products of a recurrent layer, element by element, step after step. The cell's own state stays in the vector unit
 * from step to step.
 *
 * @param kind of the layer that it is a part of
 * @param units how many there are
 * @param perUnit work of one of them in one step
 */
public record Gates(LayerCommon common, String kind, int units, VectorWork perUnit) implements Layer {
    @Override
    public Shape output(List<Shape> inputs) {
        return Shape.sequence(units, inputs.get(0).height());
    }

    @Override
    public String workKind() {
        return kind + "-gate";
    }

    @Override
    public int repetitions(List<Shape> inputs, int batch) {
        return inputs.get(0).height();
    }

    @Override
    public VectorWork vectorWork(List<Shape> inputs) {
        return perUnit.times(output(inputs).elements());
    }
}
