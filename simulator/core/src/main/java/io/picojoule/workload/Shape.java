package io.picojoule.workload;

/**
 * A tensor of one inference: channels x height x width; a feature vector is {@code features x 1 x 1}, a sequence
 * {@code features x steps x 1}.
 */
public record Shape(int channels, int height, int width) {
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "Shape: every extent must be at least 1, not " + channels + "x" + height + "x" + width);
        }
    }

    public static Shape features(int features) {
        return new Shape(features, 1, 1);
    }

    /** A sequence: {@code features x steps x 1}. */
    public static Shape sequence(int features, int steps) {
        return new Shape(features, steps, 1);
    }

    /** The rows of an image as steps, each with all channels and columns of its row. */
    Shape asSequence() {
        long features = (long) channels * width;
        if (features > Integer.MAX_VALUE) {
            throw new ShapeException("a step would have " + features + " features");
        }
        return sequence((int) features, height);
    }

    boolean isVector() {
        return height == 1 && width == 1;
    }

    public long elements() {
        return Math.multiplyExact((long) channels * height, (long) width);
    }

    /** As people write it: {@code 96x55x55}. */
    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
