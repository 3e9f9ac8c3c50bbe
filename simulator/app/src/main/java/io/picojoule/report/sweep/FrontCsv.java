package io.picojoule.report.sweep;

import io.picojoule.report.Csv;
import io.picojoule.sweep.SweepRow;
import java.util.ArrayList;
import java.util.List;

/** The front of a sweep, a row for each point, with all digits. */
public final class FrontCsv {
    private FrontCsv() {}

    public static String of(SweepReport report, Outcome outcome) {
        Csv csv = new Csv();
        List<Object> header = new ArrayList<>(List.of("point"));
        outcome.axes().forEach(axis -> header.add(axis.path()));
        outcome.measures().forEach(measure -> header.add(measure.key()));
        header.add("command");
        csv.row(header);
        for (SweepRow row : outcome.front()) {
            List<Object> cells = new ArrayList<>(List.of(row.number()));
            for (int i = 0; i < outcome.axes().size(); i++) {
                cells.add(outcome.value(row, i));
            }
            for (double value : row.measures()) {
                cells.add(value);
            }
            cells.add(report.runCommands().apply(row).inFull());
            csv.row(cells);
        }
        return csv.toString();
    }
}
