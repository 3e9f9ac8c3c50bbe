package io.picojoule.report;

import io.picojoule.report.TextTable.Style;
import io.picojoule.simulation.RunResult;
import io.picojoule.workload.OneLine;
import java.util.ArrayList;
import java.util.List;

/** Batches side by side on a terminal: a row each, and what is not in the figures. */
public final class BatchTable {
    private static final int LEADING_COLUMNS = 1;

    private BatchTable() {}

    /** @param batches several */
    public static String of(Batches batches, boolean colour) {
        RunResult any = batches.runs().get(0).report().run();
        List<Batches.Column> columns = batches.columns();
        TextTable table = new TextTable(LEADING_COLUMNS, colour);
        List<String> headings = new ArrayList<>(List.of("batch"));
        columns.forEach(column -> headings.add(column.title()));
        table.row(Style.DIM, headings);
        for (Batches.Run run : batches.runs()) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(run.batch())));
            run.whyNothing()
                    .ifPresentOrElse(
                            cells::add,
                            () -> columns.forEach(
                                    column -> cells.add(column.text().apply(run))));
            table.row(run.whyNothing().isPresent() ? Style.YELLOW : Style.PLAIN, cells);
        }
        StringBuilder text = new StringBuilder(
                Style.BOLD.of(any.machine().name() + "  ×  " + any.network().name(), colour));
        text.append("   by batch\n\n").append(table);
        List<String> remarks = batches.remarks();
        text.append(remarks.isEmpty() ? "" : "\n");
        remarks.forEach(remark -> text.append(OneLine.of(remark)).append('\n'));
        return text.toString();
    }
}
