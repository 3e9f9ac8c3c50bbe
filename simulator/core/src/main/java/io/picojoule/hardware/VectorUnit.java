package io.picojoule.hardware;

/** Does pooling, activation functions and element-wise layers: {@code lanes} element operations a cycle. */
public record VectorUnit(int lanes) {
    public VectorUnit {
        if (lanes < 1) {
            throw new IllegalArgumentException("VectorUnit: at least 1 lane");
        }
    }
}
