package io.picojoule.timing;

/** The simulator contradicts itself: our bug, never the user's. */
public final class InvariantViolation extends RuntimeException {
    public InvariantViolation(String message) {
        super(message);
    }
}
