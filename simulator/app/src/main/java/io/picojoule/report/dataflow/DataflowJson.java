package io.picojoule.report.dataflow;

import io.picojoule.report.JsonTree;
import io.picojoule.search.SearchResult;
import io.picojoule.simulation.ExploredDataflow;
import io.picojoule.simulation.LayerResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dataflows side by side, for programs. */
public final class DataflowJson {
    private final DataflowComparison comparison;

    private DataflowJson(DataflowComparison comparison) {
        this.comparison = comparison;
    }

    public static String of(DataflowComparison comparison) {
        return JsonTree.of(new DataflowJson(comparison).tree());
    }

    private Map<String, Object> tree() {
        List<DataflowRow> rows = comparison.rows();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", "picojoule-dataflows/1");
        tree.put("accelerator", comparison.request().machine().name());
        tree.put("workload", comparison.request().network().name());
        tree.put("batch", comparison.request().batch());
        tree.put("energyTable", comparison.request().energyTable().name());
        tree.put("objective", comparison.objective().key());
        tree.put("command", comparison.command());
        tree.put(
                "dataflows",
                comparison.running().stream().map(ExploredDataflow::dataflow).toList());
        Map<String, String> obstacles = new LinkedHashMap<>();
        comparison.obstructed().forEach(each -> obstacles.put(each.dataflow(), each.obstacle()));
        tree.put("notOnMachine", obstacles);
        tree.put("layers", rows.stream().map(this::layer).toList());
        tree.put("totals", comparison.totals(rows).stream().map(this::total).toList());
        tree.put("best", comparison.bestSingle());
        return tree;
    }

    private Map<String, Object> layer(DataflowRow row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", row.layer());
        tree.put("alike", row.alike());
        tree.put("best", row.best(comparison.objective()).map(DataflowRow.Entry::dataflow));
        tree.put("dataflows", row.entries().stream().map(this::entry).toList());
        return tree;
    }

    private Map<String, Object> entry(DataflowRow.Entry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("dataflow", entry.dataflow());
        if (entry.best().isPresent()) {
            LayerResult best = entry.best().get();
            put(tree, Figures.of(best, 1));
            tree.put("activeProcessingElements", best.timing().activeElements());
            tree.put("mapping", best.mapping().map(Object::toString).orElse(""));
        }
        tree.put("search", entry.explored().search().map(DataflowJson::search));
        tree.put("reason", entry.explored().reason());
        return tree;
    }

    private Map<String, Object> total(DataflowTotal total) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("dataflow", total.dataflow());
        put(tree, total.figures());
        tree.put("layers", total.figures().layers());
        tree.put("missing", total.missing());
        return tree;
    }

    private void put(Map<String, Object> tree, Figures figures) {
        tree.put("cycles", figures.cycles());
        tree.put("seconds", comparison.seconds(figures.cycles()));
        tree.put(comparison.isNormalised() ? "energyInMacs" : "picojoules", figures.energy());
        tree.put("dramBytes", figures.dramBytes());
    }

    private static Map<String, Object> search(SearchResult search) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("candidates", search.candidates());
        tree.put("weighed", search.weighed());
        tree.put("cut", search.cut());
        tree.put("proven", search.isProven());
        tree.put("gap", search.gap());
        return tree;
    }
}
