package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/** A convolution with one filter a channel: as many groups as channels. */
public record DepthwiseConvolution(LayerCommon common, Window window, boolean bias) implements Layer {
    @Override
    public String kind() {
        return "depthwise-conv";
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return window.slide(Layer.only(this, inputs), false);
    }

    @Override
    public Optional<LoopNest> loopNest(List<Shape> inputs, int batch) {
        return Optional.of(
                LoopNest.of(window, inputs.get(0), output(inputs), inputs.get(0).channels(), batch));
    }

    @Override
    public long weights(List<Shape> inputs) {
        return (long) inputs.get(0).channels() * window.height() * window.width();
    }

    @Override
    public long biases(List<Shape> inputs) {
        return bias ? inputs.get(0).channels() : 0;
    }
}
