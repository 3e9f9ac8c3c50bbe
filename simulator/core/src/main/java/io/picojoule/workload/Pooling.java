package io.picojoule.workload;

import java.util.List;

/** Max, average or global average pooling. */
public record Pooling(LayerCommon common, Kind poolingKind, Window window, boolean roundUp) implements Layer {

    /** The three kinds; a global average takes its window from the image. */
    public enum Kind {
        MAX("max-pool"),
        AVERAGE("average-pool"),
        GLOBAL_AVERAGE("global-average-pool");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    @Override
    public String kind() {
        return poolingKind.key();
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape input = Layer.only(this, inputs);
        return poolingKind == Kind.GLOBAL_AVERAGE ? Shape.features(input.channels()) : window.slide(input, roundUp);
    }

    @Override
    public VectorWork vectorWork(List<Shape> inputs) {
        long words = poolingKind == Kind.GLOBAL_AVERAGE
                ? inputs.get(0).elements()
                : output(inputs).elements() * window.height() * window.width();
        return new VectorWork(words, 0);
    }
}
