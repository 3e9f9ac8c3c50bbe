package io.picojoule.config;

import io.picojoule.config.document.Section;
import io.picojoule.workload.Shape;
import java.util.Optional;

/** Reads the shape of one input: an image, a feature vector, or a sequence of these. */
final class ShapeReader {
    static final int MOST_CHANNELS = 100_000_000;
    static final int LARGEST_SIDE = 1_000_000;
    static final String EXAMPLE = "{channels: 3, height: 224, width: 224}";

    private ShapeReader() {}

    static Optional<Shape> read(Section section) {
        if (section.has("features")) {
            int features = section.whole("features", 1, MOST_CHANNELS, "784");
            int steps = section.wholeOr("steps", 1, 1, RecurrentReader.MOST_STEPS, "25");
            section.done();
            return section.build(() -> Shape.sequence(features, steps));
        }
        int channels = section.whole("channels", 1, MOST_CHANNELS, "3");
        int height = section.whole("height", 1, LARGEST_SIDE, "224");
        int width = section.whole("width", 1, LARGEST_SIDE, "224");
        section.done();
        return section.build(() -> new Shape(channels, height, width));
    }
}
