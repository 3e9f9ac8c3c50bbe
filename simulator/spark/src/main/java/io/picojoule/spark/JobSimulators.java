package io.picojoule.spark;

import io.picojoule.report.sweep.SweepMeasures;
import io.picojoule.sweep.point.PointSimulator;
import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.point.SweepJob;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** The simulators of a worker's process, one for each task that runs at a time; its tasks share the sweep, which is made once. */
final class JobSimulators {
    private static @Nullable JobSimulators latest;

    private final SweepJob job;
    private final Sweep sweep;
    private final ConcurrentLinkedDeque<PointSimulator> idle = new ConcurrentLinkedDeque<>();

    private JobSimulators(SweepJob job) {
        this.job = job;
        this.sweep = job.sweep(SweepMeasures.ALL);
    }

    /**
     * Those of a sweep. The others wait while the first task makes it.
     *
     * @throws io.picojoule.config.document.InvalidInputException if this machine lacks a file that the sweep names
     */
    static synchronized JobSimulators of(SweepJob job) {
        JobSimulators made = latest;
        if (made == null || !made.job.equals(job)) {
            made = new JobSimulators(job);
            latest = made;
        }
        return made;
    }

    PointSimulator take() {
        PointSimulator simulator = idle.pollFirst();
        return simulator == null ? sweep.simulator() : simulator;
    }

    void giveBack(PointSimulator simulator) {
        idle.addFirst(simulator);
    }
}
