package io.picojoule.report.sweep;

import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Made-up arrays around Eyeriss: a space of 108,000 points, of which some cannot be. Rows are made when they are asked for.
 *
 * @param points of the space, evenly; more than there are come round again
 */
record ArraySweep(int points) implements SweepTable {
    private static final List<Axis> AXES = List.of(
            new Axis("accelerator.array.rows", SampleSweeps.range(4, 32, 2)),
            new Axis("accelerator.array.columns", SampleSweeps.range(4, 32, 2)),
            SampleSweeps.axis(
                    "accelerator.memory.global-buffer.capacity", "27 KiB", "54 KiB", "108 KiB", "216 KiB", "432 KiB"),
            SampleSweeps.axis(
                    "accelerator.dataflow",
                    "row-stationary",
                    "weight-stationary",
                    "output-stationary",
                    "no-local-reuse"),
            SampleSweeps.axis(
                    "accelerator.memory.dram.bandwidth", "0.5 GB/s", "1 GB/s", "2 GB/s", "4 GB/s", "8 GB/s", "16 GB/s"),
            SampleSweeps.axis("run.batch", "1", "4", "16", "64"));

    @Override
    public List<Axis> axes() {
        return AXES;
    }

    @Override
    public List<Measure> measures() {
        return SampleSweeps.MEASURES;
    }

    @Override
    public List<String> objectives() {
        return List.of("joules", "seconds", "area");
    }

    @Override
    public void forEach(Consumer<SweepRow> row) {
        long space = AXES.stream().mapToLong(Axis::size).reduce(1, Math::multiplyExact);
        for (long i = 0; i < points; i++) {
            row.accept(array(i, points <= space ? i * space / points : i % space));
        }
    }

    private static SweepRow array(long number, long place) {
        int[] choices = new int[AXES.size()];
        long rest = place;
        for (int i = AXES.size() - 1; i >= 0; i--) {
            choices[i] = (int) (rest % AXES.get(i).size());
            rest /= AXES.get(i).size();
        }
        double rows = 4 + 2 * choices[0];
        double columns = 4 + 2 * choices[1];
        double kibibytes = 27 << choices[2];
        double bandwidth = 0.5e9 * (1 << choices[4]);
        double batch = 1 << (2 * choices[5]);
        double needed = batch * (2 + rows / 4);
        if (choices[3] != 3 && needed > kibibytes) {
            String layer = "conv" + (1 + (int) rows % 5);
            return new SweepRow(
                    number,
                    choices,
                    layer + ": tile of inputs takes " + needed + " KiB > " + (int) kibibytes
                            + " KiB of the global buffer",
                    new double[0]);
        }
        if (rows * columns > 800) {
            return new SweepRow(
                    number,
                    choices,
                    "where: array.rows * array.columns = " + (int) (rows * columns) + " > 800",
                    new double[0]);
        }
        SplittableRandom random = new SplittableRandom(place);
        double dataflow = new double[] {1, 1.35, 1.2, 2.4}[choices[3]];
        double peak = rows * columns * 200e6;
        double macs = 666e6;
        double used = 0.55 + 0.4 * random.nextDouble();
        double bytes =
                40e6 * dataflow * Math.sqrt(108 / kibibytes) / Math.sqrt(batch) * (0.8 + 0.4 * random.nextDouble());
        double seconds = Math.max(macs / peak / used, bytes / bandwidth);
        double joules = macs * 4.2e-12 * dataflow
                + bytes * 8 * 20e-12
                + seconds * 0.01 * Math.sqrt(rows * columns)
                + kibibytes * 2e-6;
        double area = 1.4 + rows * columns * 0.031 + kibibytes * 0.014;
        double[] measures = {seconds, 1 / seconds, joules, macs / peak / seconds, area, bytes, macs};
        return new SweepRow(number, choices, "", measures);
    }
}
