package io.picojoule.spark;

import java.util.concurrent.TimeUnit;

/** How many points make a task: so many that what Spark needs for a task, milliseconds, does not count, and no more. */
final class BatchSize {
    private static final double TASK_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int MOST = 5_000;
    private static final int GROWTH = 4;
    /** The part of the past in what is expected; the first points are slow, as the JVM has yet to learn. */
    private static final double MEMORY = 0.5;

    private double nanosecondsEach = Double.NaN;
    private int points = 1;

    int points() {
        return points;
    }

    void learn(int simulated, long nanoseconds) {
        if (simulated == 0) {
            return;
        }
        double each = Math.max(1, nanoseconds / (double) simulated);
        nanosecondsEach = Double.isNaN(nanosecondsEach) ? each : MEMORY * nanosecondsEach + (1 - MEMORY) * each;
        double wanted = Math.min(TASK_NANOSECONDS / nanosecondsEach, (double) GROWTH * points);
        points = (int) Math.max(1, Math.min(MOST, wanted));
    }
}
