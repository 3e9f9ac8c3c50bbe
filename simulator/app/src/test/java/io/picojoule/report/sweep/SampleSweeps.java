package io.picojoule.report.sweep;

import io.picojoule.report.sweep.SweepReport.Origin;
import io.picojoule.report.sweep.SweepReport.RunCommands;
import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Sweeps whose numbers are made up, of every shape that a page must bear. */
public final class SampleSweeps {
    /** What a file might say that a page must not run. */
    public static final String HOSTILE = "<script>alert(1)</script>";

    static final List<Measure> MEASURES = List.of(
            new Measure("seconds", "latency", "s"),
            new Measure("inferencesPerSecond", "throughput", "inf/s"),
            new Measure("joules", "energy", "J"),
            new Measure("fractionOfPeak", "fraction of peak", "%"),
            new Measure("area", "area", "mm²"),
            new Measure("dramBytes", "DRAM traffic", "B"),
            new Measure("macs", "MACs", ""));

    private SampleSweeps() {}

    /** Rows in memory. */
    public record Rows(List<Axis> axes, List<Measure> measures, List<String> objectives, List<SweepRow> rows)
            implements SweepTable {
        @Override
        public void forEach(Consumer<SweepRow> row) {
            rows.forEach(row);
        }
    }

    public static SweepReport report(SweepTable table) {
        return new SweepReport(
                table,
                "eyeriss-neighbours",
                "AlexNet and VGG-16 on arrays around Eyeriss, at equal word widths.",
                "grid, all points",
                List.of("pj sweep eyeriss-neighbours", "pj sweep eyeriss-neighbours --resume"),
                row -> new RunCommands(
                        "pj run --point reports/eyeriss-neighbours/" + row.number(), inFull(table.axes(), row)),
                List.of(
                        new Origin("accelerator", "sha256:2b1f0c9a44"),
                        new Origin("workload", "sha256:77ab0012ff"),
                        new Origin("engine", "fast")),
                "0.1.0");
    }

    private static String inFull(List<Axis> axes, SweepRow row) {
        StringBuilder command = new StringBuilder("pj run eyeriss alexnet --batch 4");
        for (int i = 0; i < axes.size(); i++) {
            command.append(" --set '")
                    .append(axes.get(i).path())
                    .append('=')
                    .append(axes.get(i).values().get(row.choices()[i]))
                    .append('\'');
        }
        return command.toString();
    }

    static Axis axis(String path, String... values) {
        return new Axis(path, List.of(values));
    }

    static List<String> range(int from, int to, int step) {
        return IntStream.iterate(from, value -> value <= to, value -> value + step)
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Three objectives over six axes; some points cannot be. */
    public static SweepTable arrays(int points) {
        return new ArraySweep(points);
    }

    private static SweepTable rows(List<Axis> axes, List<String> objectives, double[]... measures) {
        List<Measure> few = MEASURES.subList(0, measures.length == 0 ? 2 : measures[0].length);
        List<SweepRow> rows = new ArrayList<>();
        for (int i = 0; i < measures.length; i++) {
            int[] choices = new int[axes.size()];
            int rest = i;
            for (int j = axes.size() - 1; j >= 0; j--) {
                choices[j] = rest % axes.get(j).size();
                rest /= axes.get(j).size();
            }
            rows.add(new SweepRow(i, choices, "", measures[i]));
        }
        return new Rows(axes, few, objectives, rows);
    }

    public static SweepTable empty() {
        return rows(List.of(axis("accelerator.array.rows", "8", "16")), List.of("seconds"));
    }

    public static SweepTable nothingFeasible() {
        List<SweepRow> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rows.add(new SweepRow(
                    i, new int[] {i}, "conv" + i + ": needs " + (9 + i) + " KiB > 8 KiB " + HOSTILE, new double[0]));
        }
        return new Rows(
                List.of(axis("accelerator.array.rows", "8", "16", "24", "32")),
                MEASURES,
                List.of("seconds", "joules"),
                rows);
    }

    public static SweepTable oneObjectiveOneAxis() {
        return rows(
                List.of(axis("accelerator.dataflow", "row-stationary", "weight-stationary", HOSTILE)),
                List.of("seconds"),
                new double[] {0.1},
                new double[] {0.2},
                new double[] {0.05});
    }

    public static SweepTable oneValue() {
        return rows(
                List.of(axis("accelerator.array.rows", "12")),
                List.of("seconds", "inferencesPerSecond"),
                new double[] {0.1, 10});
    }

    /** Zeros, what is not a number, and what is infinite. */
    public static SweepTable odd() {
        return rows(
                List.of(axis("accelerator.array.rows", "8", "16", "24"), axis("run.batch", "1", "4")),
                List.of("seconds", "joules"),
                new double[] {0, 5, 3},
                new double[] {1e-6, Double.NaN, 2},
                new double[] {10, 7, 0},
                new double[] {Double.POSITIVE_INFINITY, 7, 1},
                new double[] {1000, 9, -1},
                new double[] {Double.NaN, 9, 4});
    }

    /** Random rows on random axes: few different numbers, so that many are equal, and now and then none. */
    public static Rows random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Axis> axes = List.of(
                new Axis("a", range(1, 1 + random.nextInt(4), 1)), new Axis("b", range(1, 1 + random.nextInt(30), 1)));
        int measures = 1 + random.nextInt(4);
        int count = random.nextInt(400);
        int numbers = 2 + random.nextInt(50);
        List<SweepRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] choices =
                    axes.stream().mapToInt(axis -> random.nextInt(axis.size())).toArray();
            boolean isFeasible = random.nextInt(4) > 0;
            double[] values = random.doubles(isFeasible ? measures : 0)
                    .map(value -> value > 0.98 ? Double.NaN : Math.floor(value * numbers) - 1)
                    .toArray();
            rows.add(new SweepRow(
                    i, choices, isFeasible ? "" : "buffer of " + i + " KiB is " + i % 3 + " too small", values));
        }
        List<Measure> some = MEASURES.subList(0, measures);
        List<String> objectives =
                some.stream().map(Measure::key).limit(1 + random.nextInt(3)).toList();
        return new Rows(axes, some, objectives, rows);
    }

    /** An axis with 200 values. */
    public static SweepTable longAxis() {
        List<SweepRow> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double at = 1 + i;
            rows.add(new SweepRow(i, new int[] {i}, "", new double[] {1 / at, at, 1e-3 * at + 0.2 / at}));
        }
        Axis axis = new Axis("accelerator.array.columns", range(1, 200, 1));
        return new Rows(List.of(axis), MEASURES.subList(0, 3), List.of("seconds", "joules"), rows);
    }

    /** Every point is on the front. */
    public static SweepTable allOnFront(int points) {
        List<SweepRow> rows = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            rows.add(new SweepRow(i, new int[] {i % 2}, "", new double[] {1 + i, points - i}));
        }
        return new Rows(
                List.of(axis("run.batch", "1", "4")),
                MEASURES.subList(0, 2),
                List.of("seconds", "inferencesPerSecond"),
                rows);
    }

    /** All of them, by names. */
    public static Map<String, SweepTable> all() {
        return Map.of(
                "small", arrays(600),
                "empty", empty(),
                "nothing", nothingFeasible(),
                "one", oneObjectiveOneAxis(),
                "value", oneValue(),
                "odd", odd(),
                "long", longAxis(),
                "front", allOnFront(5000));
    }
}
