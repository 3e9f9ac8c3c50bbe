package io.picojoule.spark;

import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.sweep.Point;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.point.SweepJob;
import io.picojoule.sweep.run.ClusterException;
import io.picojoule.sweep.run.PointExecutor;
import io.picojoule.sweep.run.PointSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Simulates points on Spark. Each batch is a job of one task: rows come as each is done, a lost worker costs its batches only, and points are
 * drawn no further ahead than there are cores to take them. The number of cores may change at any time.
 */
final class SparkExecutor implements PointExecutor {
    /** A core that is done finds its next batch waiting. */
    private static final int BATCHES_A_CORE = 2;

    /** What became of a batch: rows, or why there are none. */
    private record Answer(
            PointBatch points,
            @Nullable RowBatch rows,
            @Nullable Throwable failure) {}

    private final Master master;
    private final BatchTask task;
    private final JavaSparkContext spark;
    private final Ending ending = new Ending();
    private final BatchSize size = new BatchSize();
    /** They wait for Spark, each for a batch. */
    private final ExecutorService waiting = Executors.newCachedThreadPool(run -> {
        Thread thread = new Thread(run, "sweep-batch");
        thread.setDaemon(true);
        return thread;
    });

    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private int inWork;

    private SparkExecutor(Master master, SweepJob job, JavaSparkContext spark) {
        this.master = master;
        this.task = new BatchTask(job);
        this.spark = spark;
    }

    /** @throws IllegalArgumentException if Spark does not start there */
    static SparkExecutor open(Master master, SweepJob job) {
        try {
            return new SparkExecutor(master, job, new JavaSparkContext(SparkSettings.of(master, job)));
        } catch (IllegalStateException refused) {
            throw new IllegalArgumentException("Spark does not start: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void execute(PointSource points, Consumer<List<SweepRow>> rows) {
        ending.begin();
        try {
            Deque<PointBatch> rests = new ArrayDeque<>();
            send(rests, points);
            while (inWork > 0) {
                Answer answer = answers.take();
                inWork--;
                RowBatch done = rows(answer);
                size.learn(done.size(), done.nanoseconds());
                if (done.size() < answer.points().size()) {
                    rests.add(answer.points().from(done.size()));
                }
                send(rests, points);
                rows.accept(done.rows(answer.points()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } finally {
            ending.done();
        }
    }

    /** As many batches as there is room for. Where few points are left, all cores get some of them. */
    private void send(Deque<PointBatch> rests, PointSource points) {
        int room = BATCHES_A_CORE * spark.defaultParallelism() - inWork;
        while (room > 0 && !rests.isEmpty()) {
            send(rests.remove());
            room--;
        }
        if (room <= 0) {
            return;
        }
        List<Point> some = points.next(Math.multiplyExact(room, size.points()));
        int each = (some.size() + room - 1) / room;
        for (int from = 0; from < some.size(); from += each) {
            send(PointBatch.of(some.subList(from, Math.min(some.size(), from + each))));
        }
    }

    private void send(PointBatch points) {
        inWork++;
        waiting.execute(() -> answers.add(answer(points)));
    }

    private Answer answer(PointBatch points) {
        try {
            List<RowBatch> rows =
                    spark.parallelize(List.of(points), 1).map(task).collect();
            return new Answer(points, rows.get(0), null);
        } catch (Throwable failed) { // Scala throws what it does not declare
            return new Answer(points, null, failed);
        }
    }

    private RowBatch rows(Answer answer) {
        RowBatch rows = answer.rows();
        if (rows == null) {
            ending.awaitIfBegun();
            Throwable failure = answer.failure();
            if (failure instanceof Error error) {
                throw error;
            }
            throw new ClusterException(master.url(), failure);
        }
        RuntimeException failure = rows.failure();
        if (failure instanceof InvalidInputException missing) {
            Place place = Place.of(new Origin.CommandLine("--on " + master.url()));
            String wanted = "the files that a sweep names are wanted at the same paths on every machine";
            throw new InvalidInputException(
                    new Problem(place, "", "a worker cannot make the sweep: " + missing.getMessage(), wanted));
        }
        if (failure != null) {
            throw failure;
        }
        return rows;
    }

    @Override
    public void close() {
        ending.close();
        spark.close();
        waiting.shutdownNow();
    }
}
