package io.picojoule.report;

import io.picojoule.report.TextTable.Style;
import java.util.ArrayList;
import java.util.List;

/** What a sparse engine skipped and what it lost, a row a layer. */
final class SparseTable {
    private static final int LEADING_COLUMNS = 1;

    private SparseTable() {}

    /** Nothing for a machine of another kind. */
    static String of(Report report, boolean colour) {
        List<SparseFigures> layers = report.sparseLayers();
        if (layers.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable(LEADING_COLUMNS, colour);
        List<String> headings = new ArrayList<>(List.of("layer"));
        SparseFigures.COLUMNS.forEach(column -> headings.add(column.title()));
        table.row(Style.DIM, headings);
        for (SparseFigures layer : layers) {
            List<String> cells = new ArrayList<>(List.of(layer.layer()));
            SparseFigures.COLUMNS.forEach(column -> cells.add(column.text(layer)));
            table.row(Style.PLAIN, cells);
        }
        return table.toString();
    }
}
