package io.picojoule.report.dataflow;

import io.picojoule.report.Csv;
import io.picojoule.search.SearchResult;
import io.picojoule.simulation.LayerResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A row for each dataflow of each layer; those that the machine cannot have at the end, with the reason. */
public final class DataflowCsv {
    private static final int AFTER_NAMES = 2;

    private DataflowCsv() {}

    public static String of(DataflowComparison comparison) {
        Csv csv = new Csv();
        List<String> header = List.of(
                "layer",
                "alike",
                "dataflow",
                "best",
                "activeProcessingElements",
                "cycles",
                "seconds",
                comparison.isNormalised() ? "energyInMacs" : "picojoules",
                "dramBytes",
                "candidates",
                "weighed",
                "gap",
                "reason");
        csv.row(header);
        for (DataflowRow row : comparison.rows()) {
            Optional<DataflowRow.Entry> best = row.best(comparison.objective());
            for (DataflowRow.Entry entry : row.entries()) {
                csv.row(cells(comparison, row, entry, best.equals(Optional.of(entry)), header.size()));
            }
        }
        comparison.obstructed().forEach(each -> {
            List<Object> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
            cells.set(AFTER_NAMES, each.dataflow());
            cells.set(header.size() - 1, each.obstacle());
            csv.row(cells);
        });
        return csv.toString();
    }

    private static List<Object> cells(
            DataflowComparison comparison, DataflowRow row, DataflowRow.Entry entry, boolean isBest, int columns) {
        List<Object> cells = new ArrayList<>(
                List.of(row.layer(), String.join(" ", row.alike()), entry.dataflow(), isBest ? "yes" : ""));
        if (entry.best().isPresent()) {
            LayerResult result = entry.best().get();
            Figures figures = Figures.of(result, 1);
            SearchResult search = entry.explored().search().orElseThrow();
            cells.addAll(List.of(
                    result.timing().activeElements(),
                    figures.cycles(),
                    comparison.seconds(figures.cycles()),
                    figures.energy(),
                    figures.dramBytes(),
                    search.candidates(),
                    search.weighed(),
                    search.gap()));
        }
        cells.addAll(Collections.nCopies(columns - 1 - cells.size(), ""));
        cells.add(entry.explored().reason());
        return cells;
    }
}
