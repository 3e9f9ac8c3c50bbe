package io.picojoule.sweep.sampling;

import org.apache.commons.math3.random.RandomGenerator;

/** Makes new points of old ones: each choice from one parent or the other, some moved. */
final class Variation {
    private static final double CROSSOVER = 0.9;

    /** Of the choices that are moved, so many go anywhere; the others go a step whose length is the likelier the shorter it is. */
    private static final double ANYWHERE = 0.3;

    private final Space space;
    private final RandomGenerator random;

    Variation(Space space, RandomGenerator random) {
        this.space = space;
        this.random = random;
    }

    int[] child(int[] mother, int[] father) {
        int[] child = mother.clone();
        if (random.nextDouble() < CROSSOVER) {
            for (int axis = 0; axis < child.length; axis++) {
                if (random.nextBoolean()) {
                    child[axis] = father[axis];
                }
            }
        }
        move(child);
        return child;
    }

    /** Moves one choice on average. */
    void move(int[] choices) {
        double share = 1.0 / choices.length;
        for (int axis = 0; axis < choices.length; axis++) {
            if (space.size(axis) > 1 && random.nextDouble() < share) {
                choices[axis] = moved(choices[axis], space.size(axis));
            }
        }
    }

    int[] anywhere() {
        int[] choices = new int[space.axes()];
        for (int axis = 0; axis < choices.length; axis++) {
            choices[axis] = random.nextInt(space.size(axis));
        }
        return choices;
    }

    private int moved(int choice, int size) {
        if (random.nextDouble() < ANYWHERE) {
            return random.nextInt(size);
        }
        int step = (int) Math.floor(Math.exp(random.nextDouble() * Math.log(size)));
        int to = random.nextBoolean() ? choice + step : choice - step;
        return Math.max(0, Math.min(size - 1, to));
    }
}
