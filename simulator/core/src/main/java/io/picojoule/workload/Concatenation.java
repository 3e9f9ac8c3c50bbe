package io.picojoule.workload;

import java.util.List;

/** Channels of several images, one after another. No work: the parts are written side by side. */
public record Concatenation(LayerCommon common) implements Layer {
    @Override
    public String kind() {
        return "concat";
    }

    @Override
    public Shape output(List<Shape> inputs) {
        if (inputs.isEmpty()) {
            throw new ShapeException("concat takes at least one input");
        }
        Shape first = inputs.get(0);
        int channels = 0;
        for (Shape input : inputs) {
            if (input.height() != first.height() || input.width() != first.width()) {
                throw new ShapeException("concat takes images of one size, not " + first + " and " + input);
            }
            channels = Math.addExact(channels, input.channels());
        }
        return new Shape(channels, first.height(), first.width());
    }
}
