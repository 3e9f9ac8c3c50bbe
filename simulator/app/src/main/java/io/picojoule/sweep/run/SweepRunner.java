package io.picojoule.sweep.run;

import io.picojoule.sweep.Measure;
import io.picojoule.sweep.Point;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.sampling.Nsga2;
import io.picojoule.sweep.spec.Sampling;
import io.picojoule.sweep.store.KeyedRow;
import io.picojoule.sweep.store.SweepStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a sweep: its points are dealt out to an executor, and what becomes of them goes into the store. What is there already is not run again,
 * so that a sweep which was ended in any way goes on where it was.
 */
public final class SweepRunner {
    private static final double[] CANNOT_BE = {};

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
        if (sweep.spec().sampling() instanceof Sampling.Nsga2 method) {
            search(method);
        } else {
            Iterator<int[]> all = Samples.of(sweep.spec()).iterator();
            execute(new PointFilter(all, sweep::isIn), 0, (rows, fresh) -> {});
        }
        store.flush();
        return !isStopped();
    }

    /** A generation after the other. One that is in the store from before answers as it did, and so the same questions follow. */
    private void search(Sampling.Nsga2 method) {
        int[] objectives = objectives();
        Nsga2 search = new Nsga2(
                Samples.space(sweep.spec()),
                objectives.length,
                method.population(),
                method.generations(),
                method.seed());
        long number = 0;
        while (!search.isDone()) {
            List<int[]> asked = search.ask();
            List<int[]> points = asked.stream().filter(sweep::isIn).toList();
            Map<Long, SweepRow> generation = new HashMap<>();
            execute(points.iterator(), number, (rows, fresh) -> rows.forEach(row -> generation.put(row.number(), row)));
            if (isStopped()) {
                return;
            }
            List<double[]> answers = new ArrayList<>();
            for (int[] point : asked) {
                SweepRow row = sweep.isIn(point) ? generation.get(number++) : null;
                answers.add(row == null || !row.isFeasible() ? CANNOT_BE : values(row, objectives));
            }
            search.tell(answers);
        }
    }

    private int[] objectives() {
        List<String> keys = sweep.measures().stream().map(Measure::key).toList();
        return sweep.spec().objectives().stream().mapToInt(keys::indexOf).toArray();
    }

    private static double[] values(SweepRow row, int[] objectives) {
        double[] values = new double[objectives.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.measures()[objectives[i]];
        }
        return values;
    }

    /** @param also hears of every row, from whichever thread */
    private void execute(Iterator<int[]> points, long first, SweepProgress also) {
        SweepProgress all = (rows, fresh) -> {
            synchronized (also) {
                also.rows(rows, fresh);
                progress.rows(rows, fresh);
            }
        };
        PointQueue dealing = new PointQueue(sweep, store, points, first, looksUp, rows -> all.rows(rows, false));
        synchronized (this) {
            queue = dealing;
            if (stopped) {
                dealing.stop();
            }
        }
        executor.execute(dealing, rows -> {
            keep(rows);
            all.rows(rows, true);
        });
    }

    private void keep(List<SweepRow> rows) {
        List<KeyedRow> keyed = new ArrayList<>();
        for (SweepRow row : rows) {
            keyed.add(new KeyedRow(sweep.digest(new Point(row.number(), row.choices())), row));
        }
        store.put(keyed);
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
