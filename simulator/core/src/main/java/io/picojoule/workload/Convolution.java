package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/** A convolution, grouped or not. Weights are {@code [filters, channels/groups, R, S]}. */
public record Convolution(LayerCommon common, int filters, Window window, int groups, boolean bias) implements Layer {
    public Convolution {
        if (filters < 1 || groups < 1) {
            throw new IllegalArgumentException("Convolution: filters and groups must be at least 1");
        }
    }

    @Override
    public String kind() {
        return "conv";
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape input = Layer.only(this, inputs);
        if (input.channels() % groups != 0) {
            throw new ShapeException(
                    "its " + groups + " groups do not divide the " + input.channels() + " input channels");
        }
        if (filters % groups != 0) {
            throw new ShapeException("its " + groups + " groups do not divide its " + filters + " filters");
        }
        Shape image = window.slide(input, false);
        return new Shape(filters, image.height(), image.width());
    }

    @Override
    public Optional<LoopNest> loopNest(List<Shape> inputs, int batch) {
        return Optional.of(LoopNest.of(window, inputs.get(0), output(inputs), groups, batch));
    }

    @Override
    public long weights(List<Shape> inputs) {
        return (long) filters * (inputs.get(0).channels() / groups) * window.height() * window.width();
    }

    @Override
    public long biases(List<Shape> inputs) {
        return bias ? filters : 0;
    }
}
