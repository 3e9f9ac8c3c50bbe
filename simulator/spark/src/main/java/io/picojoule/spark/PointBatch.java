package io.picojoule.spark;

import io.picojoule.sweep.Point;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Points on their way to a worker.
 *
 * @param choices of all points, one after another
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PointBatch(long[] numbers, int[] choices) implements Serializable {
    private static final long serialVersionUID = 1L;

    static PointBatch of(List<Point> points) {
        int axes = points.get(0).choices().length;
        int[] choices = new int[points.size() * axes];
        for (int i = 0; i < points.size(); i++) {
            System.arraycopy(points.get(i).choices(), 0, choices, i * axes, axes);
        }
        return new PointBatch(points.stream().mapToLong(Point::number).toArray(), choices);
    }

    int size() {
        return numbers.length;
    }

    Point point(int index) {
        int axes = choices.length / numbers.length;
        return new Point(numbers[index], Arrays.copyOfRange(choices, index * axes, (index + 1) * axes));
    }

    /** Those from {@code first} on. */
    PointBatch from(int first) {
        int axes = choices.length / numbers.length;
        return new PointBatch(
                Arrays.copyOfRange(numbers, first, numbers.length),
                Arrays.copyOfRange(choices, first * axes, choices.length));
    }
}
