package io.picojoule.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.config.document.InvalidInputException;
import io.picojoule.report.sweep.PointsCsv;
import io.picojoule.report.sweep.SweepMeasures;
import io.picojoule.sweep.Point;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.point.SweepJob;
import io.picojoule.sweep.run.LocalExecutor;
import io.picojoule.sweep.run.PointExecutor;
import io.picojoule.sweep.run.PointSource;
import io.picojoule.sweep.run.SweepRunner;
import io.picojoule.sweep.store.SweepStore;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Is a sweep on Spark the sweep that it is without? */
class SparkExecutorTest {
    /** A buffer of 20 KiB does not hold what the given mapping puts there. */
    private static final String AXES = """
            accelerator: eyeriss
            workloads: [alexnet]
            axes:
              memory.global-buffer.capacity: [20 KiB, 100 KiB, 128 KiB, 192 KiB]
              memory.dram.bandwidth: {log-range: 0.25 GB/s .. 4 GB/s, points: 16}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample: grid",
                "sample: {method: sobol, points: 40, seed: 3}",
                "sample: {method: nsga2, generations: 3, population: 12, seed: 5}"
            })
    void hasTheRowsOfTheLocalRun(String sample) throws IOException {
        SweepJob job = job(AXES + sample + "\n");
        Sweep sweep = job.sweep(SweepMeasures.ALL);
        String local;
        try (PointExecutor executor = new LocalExecutor(sweep, 2)) {
            local = points(sweep, executor, "local.sqlite");
        }
        assertThat(local.contains("given mapping does not fit")).isTrue();
        try (PointExecutor executor = open(job)) {
            assertThat(points(sweep, executor, "spark.sqlite").equals(local)).isTrue();
        }
    }

    /** A point that is not in the space is an exception of ours. With {@code local[2,4]} Spark would try thrice more. */
    @Test
    void whatTheSimulatorThrowsIsToldAsItIs() {
        Point impossible = new Point(7, new int[] {0, 99});
        List<SweepRow> rows = new ArrayList<>();
        try (PointExecutor executor = open(job(AXES))) {
            assertThatThrownBy(() -> executor.execute(source(List.of(impossible)), rows::addAll))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void aFileThatAWorkerLacksIsTold() throws IOException {
        Path machine = folder.resolve("machine.yaml");
        Files.writeString(machine, "extends: eyeriss\n");
        SweepJob job = job(AXES.replace("accelerator: eyeriss", "accelerator: ./machine.yaml"));
        Point point = new Point(0, new int[] {1, 1});
        Files.delete(machine);
        try (PointExecutor executor = open(job)) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> executor.execute(source(List.of(point)), rows -> {}))
                    .withMessageContaining("--on local[2,4]: a worker cannot make the sweep: ")
                    .withMessageContaining("machine.yaml")
                    .withMessageEndingWith(
                            "the files that a sweep names are wanted at the same paths on every machine");
        }
    }

    @Test
    void noPointsAreNoRows() {
        List<SweepRow> rows = new ArrayList<>();
        try (PointExecutor executor = open(job(AXES))) {
            executor.execute(source(List.of()), rows::addAll);
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void pointsAndRowsCrossAsTheyAre() {
        List<Point> points = List.of(new Point(3, new int[] {1, 2}), new Point(1L << 40, new int[] {0, 5}));
        PointBatch batch = PointBatch.of(points);
        assertThat(List.of(batch.point(0), batch.point(1))).isEqualTo(points);
        assertThat(batch.from(1).size()).isEqualTo(1);
        assertThat(batch.from(1).point(0)).isEqualTo(points.get(1));
        List<SweepRow> rows = List.of(
                new SweepRow(3, new int[] {1, 2}, "", new double[] {Double.NaN, 0.1}),
                new SweepRow(1L << 40, new int[] {0, 5}, "does not fit", new double[0]));
        assertThat(RowBatch.of(rows, 1).rows(batch)).isEqualTo(rows);
    }

    private static PointExecutor open(SweepJob job) {
        return new SparkProvider().open("local[2,4]", job);
    }

    private SweepJob job(String document) {
        return new SweepJob(
                "test",
                folder.resolve("test.yaml").toString(),
                document,
                folder.toString(),
                System.getProperty("picojoule.home"),
                "test");
    }

    private String points(Sweep sweep, PointExecutor executor, String file) throws IOException {
        StringWriter csv = new StringWriter();
        try (SweepStore store = SweepStore.create(
                folder.resolve(file),
                sweep.axes(),
                sweep.measures(),
                sweep.spec().objectives(),
                Map.of())) {
            assertThat(new SweepRunner(sweep, store, executor, (rows, fresh) -> {}, false).run())
                    .isTrue();
            PointsCsv.write(store, csv);
        }
        return csv.toString();
    }

    private static PointSource source(List<Point> points) {
        List<Point> left = new ArrayList<>(points);
        return most -> {
            List<Point> some = List.copyOf(left.subList(0, Math.min(most, left.size())));
            left.subList(0, some.size()).clear();
            return some;
        };
    }
}
