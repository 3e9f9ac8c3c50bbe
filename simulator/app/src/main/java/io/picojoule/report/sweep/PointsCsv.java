package io.picojoule.report.sweep;

import io.picojoule.report.Csv;
import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Every point of a sweep as CSV, a line each in the order of the points: its values, why it cannot be, its measures. */
public final class PointsCsv {
    private PointsCsv() {}

    public static void write(SweepTable table, Writer to) throws IOException {
        List<String> head = new ArrayList<>(List.of("point"));
        table.axes().stream().map(Axis::path).forEach(head::add);
        head.add("infeasible");
        table.measures().stream().map(Measure::key).forEach(head::add);
        to.write(Csv.line(head));
        try {
            table.forEach(row -> write(table, row, to));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void write(SweepTable table, SweepRow row, Writer to) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(row.number())));
        for (int i = 0; i < table.axes().size(); i++) {
            cells.add(table.axes().get(i).values().get(row.choices()[i]));
        }
        cells.add(row.reason());
        for (int i = 0; i < table.measures().size(); i++) {
            double value = i < row.measures().length ? row.measures()[i] : Double.NaN;
            cells.add(Double.isNaN(value) ? "" : Double.toString(value));
        }
        try {
            to.write(Csv.line(cells));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
