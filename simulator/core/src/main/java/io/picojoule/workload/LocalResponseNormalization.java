package io.picojoule.workload;

import java.util.List;

/** Normalisation over {@code size} neighbouring channels (AlexNet). */
public record LocalResponseNormalization(LayerCommon common, int size) implements Layer {
    /** Beside the sum of squares: scale, add, power, multiply. */
    private static final int OPERATIONS_AFTER_SUM = 4;

    public LocalResponseNormalization {
        if (size < 1) {
            throw new IllegalArgumentException("LocalResponseNormalization: size must be at least 1");
        }
    }

    @Override
    public String kind() {
        return "lrn";
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Layer.only(this, inputs);
    }

    @Override
    public boolean keepsZeros() {
        return true;
    }

    @Override
    public VectorWork vectorWork(List<Shape> inputs) {
        return new VectorWork(size + OPERATIONS_AFTER_SUM, 0)
                .times(inputs.get(0).elements());
    }
}
