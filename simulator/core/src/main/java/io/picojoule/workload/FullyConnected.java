package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/** Every output from every input. After an image it is the convolution whose kernel is the image. */
public record FullyConnected(LayerCommon common, int outputs, boolean bias) implements Layer {
    public FullyConnected {
        if (outputs < 1) {
            throw new IllegalArgumentException("FullyConnected: outputs must be at least 1");
        }
    }

    @Override
    public String kind() {
        return "fully-connected";
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Layer.only(this, inputs);
        return Shape.features(outputs);
    }

    @Override
    public Optional<LoopNest> loopNest(List<Shape> inputs, int batch) {
        Shape input = inputs.get(0);
        Window image = new Window(input.height(), input.width(), 1, 1, Padding.NONE, 1);
        return Optional.of(LoopNest.of(image, input, Shape.features(outputs), 1, batch));
    }

    @Override
    public long weights(List<Shape> inputs) {
        return Math.multiplyExact(inputs.get(0).elements(), outputs);
    }

    @Override
    public long biases(List<Shape> inputs) {
        return bias ? outputs : 0;
    }
}
