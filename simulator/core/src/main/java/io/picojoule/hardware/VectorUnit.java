package io.picojoule.hardware;

import java.util.OptionalInt;

/**
 * Does pooling, activation functions and element-wise layers: {@code lanes} element operations a cycle.
 *
 * @param lookUpTableEntries output words of a table in which sigmoid and tanh are looked up, where there is one
 */
public record VectorUnit(int lanes, OptionalInt lookUpTableEntries) {
    public VectorUnit {
        if (lanes < 1 || lookUpTableEntries.orElse(1) < 1) {
            throw new IllegalArgumentException("VectorUnit: at least 1 lane, and 1 entry where there is a table");
        }
    }
}
