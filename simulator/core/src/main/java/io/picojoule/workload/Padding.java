package io.picojoule.workload;

/** Zeros around an image, in pixels. */
public record Padding(int top, int bottom, int left, int right) {
    public static final Padding NONE = new Padding(0, 0, 0, 0);

    public Padding {
        if (top < 0 || bottom < 0 || left < 0 || right < 0) {
            throw new IllegalArgumentException("Padding: no side may be negative");
        }
    }

    public static Padding all(int pixels) {
        return new Padding(pixels, pixels, pixels, pixels);
    }
}
