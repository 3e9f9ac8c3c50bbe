package io.picojoule.spark;

import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.point.PointSimulator;
import io.picojoule.sweep.point.SweepJob;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.Function;

/** What a worker does with a batch. A batch that takes longer than it was meant to comes back in part, so that its rows are soon in the store. */
record BatchTask(SweepJob job) implements Function<PointBatch, RowBatch> {
    private static final long serialVersionUID = 1L;
    private static final long PATIENCE_NANOSECONDS = TimeUnit.SECONDS.toNanos(2);

    /** What the simulator itself throws is given back: thrown on, Spark would try elsewhere, again and again. */
    @Override
    public RowBatch call(PointBatch points) {
        try {
            JobSimulators simulators = JobSimulators.of(job);
            PointSimulator simulator = simulators.take();
            try {
                return simulated(points, simulator);
            } finally {
                simulators.giveBack(simulator);
            }
        } catch (RuntimeException failure) {
            return RowBatch.failed(failure);
        }
    }

    private static RowBatch simulated(PointBatch points, PointSimulator simulator) {
        List<SweepRow> rows = new ArrayList<>();
        long begin = System.nanoTime();
        long nanoseconds = 0;
        for (int i = 0; i < points.size() && nanoseconds < PATIENCE_NANOSECONDS; i++) {
            rows.add(simulator.simulate(points.point(i)));
            nanoseconds = System.nanoTime() - begin;
        }
        return RowBatch.of(rows, nanoseconds);
    }
}
