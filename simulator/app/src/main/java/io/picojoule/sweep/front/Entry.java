package io.picojoule.sweep.front;

import java.util.Arrays;

/** A place on a front, with the numbers of all points that are there. */
final class Entry {
    private final double[] objectives;
    private long[] numbers;
    private int count = 1;

    Entry(long number, double[] objectives) {
        this.objectives = objectives;
        numbers = new long[] {number};
    }

    double[] objectives() {
        return objectives;
    }

    double objective(int axis) {
        return objectives[axis];
    }

    void add(long number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(count, 2));
        }
        numbers[count++] = number;
    }

    long[] numbers() {
        return Arrays.copyOf(numbers, count);
    }
}
