package io.picojoule.sweep.front;

import java.util.Arrays;

/**
 * A point that no other dominates.
 *
 * @param number of the point in the order of the sweep
 * @param objectives of it, all to be small; not to be written to
 */
public record FrontPoint(long number, double[] objectives) {
    @Override
    public boolean equals(Object other) {
        return other instanceof FrontPoint point
                && number == point.number
                && Arrays.equals(objectives, point.objectives);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(number) + Arrays.hashCode(objectives);
    }

    @Override
    public String toString() {
        return number + " " + Arrays.toString(objectives);
    }
}
