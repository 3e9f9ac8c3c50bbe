package io.picojoule.sweep.run;

import io.picojoule.sweep.Point;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.point.PointSimulator;
import io.picojoule.sweep.point.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Simulates points on the cores of this machine, each of which takes a few at a time. */
public final class LocalExecutor implements PointExecutor {
    private static final int MOST_AT_A_TIME = 64;
    /** Rows are handed over that often, however slow points are. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<PointSimulator> simulators = new ArrayList<>();
    private final ExecutorService threads;

    public LocalExecutor(Sweep sweep, int jobs) {
        for (int i = 0; i < jobs; i++) {
            simulators.add(sweep.simulator());
        }
        this.threads = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void execute(PointSource points, Consumer<List<SweepRow>> rows) {
        Object handing = new Object();
        Consumer<List<SweepRow>> oneByOne = some -> {
            synchronized (handing) {
                rows.accept(some);
            }
        };
        List<Future<?>> workers = new ArrayList<>();
        for (PointSimulator simulator : simulators) {
            workers.add(threads.submit(() -> work(simulator, points, oneByOne)));
        }
        RuntimeException failure = null;
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (ExecutionException failed) {
                failure = failure == null ? unwrapped(failed) : failure;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", stopped);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void work(PointSimulator simulator, PointSource points, Consumer<List<SweepRow>> rows) {
        List<SweepRow> done = new ArrayList<>();
        int most = 1;
        List<Point> some = points.next(most);
        while (!some.isEmpty()) {
            long begin = System.nanoTime();
            for (Point point : some) {
                done.add(simulator.simulate(point));
                if (System.nanoTime() - begin > PATIENCE_NANOS) {
                    rows.accept(done);
                    done = new ArrayList<>();
                    begin = System.nanoTime();
                    most = 1;
                }
            }
            if (!done.isEmpty()) {
                rows.accept(done);
                done = new ArrayList<>();
                most = Math.min(2 * most, MOST_AT_A_TIME);
            }
            some = points.next(most);
        }
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(failed);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
