package io.picojoule.sweep;

import java.util.Arrays;
import java.util.Objects;

/**
 * A point of the space.
 *
 * @param number in the order of the sweep, from 0
 * @param choices which value of each axis it has
 */
public record Point(long number, int[] choices) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Point point && number == point.number && Arrays.equals(choices, point.choices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, Arrays.hashCode(choices));
    }

    @Override
    public String toString() {
        return "Point[" + number + ", " + Arrays.toString(choices) + "]";
    }
}
