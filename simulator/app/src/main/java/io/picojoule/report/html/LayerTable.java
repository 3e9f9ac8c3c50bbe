package io.picojoule.report.html;

import io.picojoule.report.Binding;
import io.picojoule.report.Metric;
import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import java.util.List;
import java.util.Map;

/** A row for each layer, sorted by a click on a column. */
final class LayerTable implements Section {
    private static final List<String> COLUMNS = List.of(
            "macs", "cycles", "seconds", "fractionOfPeak", "fractionOfRoof", "joules", "energyInMacs", "dramBytes");

    @Override
    public String title() {
        return "Layers";
    }

    @Override
    public void write(Html html, Report report) {
        RunResult run = report.run();
        List<Metric> columns = COLUMNS.stream()
                .map(Metric::of)
                .filter(metric ->
                        metric.of(run.totals(), run).isPresent() || metric.key().startsWith("fraction"))
                .toList();
        html.open("div", "class", "scroll")
                .open("table", "id", "layer-table", "class", "sortable")
                .open("thead")
                .open("tr");
        heading(html, "layer", "text");
        heading(html, "kind", "text");
        columns.forEach(metric -> heading(html, metric.title(), "number"));
        heading(html, "PEs", "number");
        heading(html, "bound by", "text");
        html.close().close().line().open("tbody");
        report.timedLayers().forEach(layer -> row(html, report, layer, columns));
        html.close().line().open("tfoot");
        Map<String, Totals> kinds = report.timedKinds();
        if (kinds.size() > 1) {
            kinds.forEach((kind, totals) -> foot(html, run, Report.layers(totals.layers()), kind, totals, columns));
        }
        foot(html, run, "total", "", run.totals(), columns);
        html.close().close().close();
    }

    private static void heading(Html html, String title, String type) {
        html.open("th", "scope", "col", "class", type)
                .open("button", "type", "button")
                .text(title)
                .close()
                .close();
    }

    private static void row(Html html, Report report, LayerResult layer, List<Metric> columns) {
        RunResult run = report.run();
        Totals totals = Totals.of(layer);
        html.line().open("tr").element("th", layer.name(), "scope", "row").element("td", layer.kind());
        for (Metric metric : columns) {
            double value = metric.of(totals, run).map(Number::doubleValue).orElse(Double.NaN);
            double all = metric.of(run.totals(), run).map(Number::doubleValue).orElse(Double.NaN);
            double share = metric.unit().equals("%") ? value : value / all;
            html.element(
                    "td",
                    metric.text(totals, run),
                    "class",
                    "number bar",
                    "data-value",
                    Double.isFinite(value) ? Double.toString(value) : "-1",
                    "style",
                    "--share:" + (Double.isFinite(share) ? Math.round(Math.min(1, share) * 1000) / 1000.0 : 0));
        }
        int elements = layer.timing().activeElements();
        html.element("td", Si.format(elements, ""), "class", "number", "data-value", Integer.toString(elements));
        html.element("td", Binding.words(layer.timing().boundBy())).close();
    }

    private static void foot(Html html, RunResult run, String name, String kind, Totals totals, List<Metric> columns) {
        html.line().open("tr").element("th", name, "scope", "row").element("td", kind);
        columns.forEach(metric -> html.element("td", metric.text(totals, run), "class", "number"));
        html.element("td", "").element("td", "").close();
    }
}
