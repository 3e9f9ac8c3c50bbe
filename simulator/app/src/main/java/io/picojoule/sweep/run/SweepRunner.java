package io.picojoule.sweep.run;

import io.picojoule.sweep.Point;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.sampling.Sample;
import io.picojoule.sweep.store.KeyedRow;
import io.picojoule.sweep.store.SweepStore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a sweep: its points are dealt out to an executor, and what becomes of them goes into the store. What is there already is not run again,
 * so that a sweep which was ended in any way goes on where it was.
 */
public final class SweepRunner {
    private final Sweep sweep;
    private final SweepStore store;
    private final PointExecutor executor;
    private final SweepProgress progress;
    private final boolean looksUp;
    private @Nullable PointQueue queue;
    private boolean stopped;

    /** @param looksUp whether the store may have rows from before */
    public SweepRunner(Sweep sweep, SweepStore store, PointExecutor executor, SweepProgress progress, boolean looksUp) {
        this.sweep = sweep;
        this.store = store;
        this.executor = executor;
        this.progress = progress;
        this.looksUp = looksUp;
    }

    /** Runs all points of the sweep; whether none is left, which is so unless {@link #stop} was called. */
    public boolean run() {
        Sample sample = Samples.of(sweep.spec());
        execute(new PointFilter(sample.iterator(), sweep::isIn), 0);
        store.flush();
        return !isStopped();
    }

    private long execute(Iterator<int[]> points, long first) {
        PointQueue dealing = new PointQueue(sweep, store, points, first, looksUp, rows -> progress.rows(rows, false));
        synchronized (this) {
            queue = dealing;
            if (stopped) {
                dealing.stop();
            }
        }
        executor.execute(dealing, this::keep);
        return dealing.dealt();
    }

    private void keep(List<SweepRow> rows) {
        List<KeyedRow> keyed = new ArrayList<>();
        for (SweepRow row : rows) {
            keyed.add(new KeyedRow(sweep.digest(new Point(row.number(), row.choices())), row));
        }
        store.put(keyed);
        progress.rows(rows, true);
    }

    /** Ends the run as soon as the points in work are done. */
    public synchronized void stop() {
        stopped = true;
        if (queue != null) {
            queue.stop();
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }
}
