package io.picojoule.workload;

import java.util.List;

/** The sum of equal shapes, element by element. */
public record Addition(LayerCommon common) implements Layer {
    @Override
    public String kind() {
        return "add";
    }

    @Override
    public Shape output(List<Shape> inputs) {
        if (inputs.size() < 2) {
            throw new ShapeException("add takes two inputs or more, not " + inputs.size());
        }
        for (Shape input : inputs) {
            if (!input.equals(inputs.get(0))) {
                throw new ShapeException("add takes equal shapes, not " + inputs.get(0) + " and " + input);
            }
        }
        return inputs.get(0);
    }

    @Override
    public VectorWork vectorWork(List<Shape> inputs) {
        return new VectorWork(inputs.size() - 1, 0).times(inputs.get(0).elements());
    }
}
