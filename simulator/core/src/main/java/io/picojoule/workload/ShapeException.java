package io.picojoule.workload;

/** A layer cannot take the shapes it is given: the user's mistake, told in the user's words. */
public final class ShapeException extends RuntimeException {
    public ShapeException(String message) {
        super(message);
    }
}
