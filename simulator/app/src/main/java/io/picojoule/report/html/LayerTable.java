package io.picojoule.report.html;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.report.Binding;
import io.picojoule.report.Kernel;
import io.picojoule.report.Metric;
import io.picojoule.report.Naming;
import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A row for each layer, sorted by a click on a column, unfolded by a click on its name. */
final class LayerTable implements Section<Report> {
    /** More rows than these scroll in a box of their own, and can be filtered. */
    private static final int MANY = 24;

    private static final int COLUMNS_BESIDE_METRICS = 4;

    private static final List<String> METRICS = List.of(
            "macs", "cycles", "seconds", "fractionOfPeak", "fractionOfRoof", "joules", "energyInMacs", "dramBytes");

    @Override
    public String title() {
        return "Layers";
    }

    @Override
    public void write(Html html, Report report) {
        List<LayerResult> layers = report.timedLayers();
        List<Column> columns = columns(report.run(), layers);
        boolean many = layers.size() > MANY;
        html.element(
                "p",
                "Each row unfolds: " + unfolded(report.run().machine())
                        + (many ? " All " + layers.size() + " are there; the table scrolls." : ""),
                "class",
                "note");
        controls(html, many);
        html.open("div", "class", many ? "scroll tall" : "scroll");
        html.open("table", "id", "layer-table").open("thead").open("tr");
        heading(html, "layer");
        heading(html, "kind");
        columns.forEach(column -> column.heading(html));
        String elements = Naming.elementsInShort(report.run().machine());
        heading(html, elements, "data-unit", elements);
        heading(html, "bound by");
        html.close().close();
        LayerDetail detail = new LayerDetail(report);
        for (int i = 0; i < layers.size(); i++) {
            row(html, layers.get(i), "layer-" + (i + 1), columns, detail);
        }
        html.line().open("tfoot");
        Map<String, Totals> kinds = report.timedKinds();
        if (kinds.size() > 1) {
            kinds.forEach((kind, totals) -> foot(html, report, Report.layers(totals.layers()), kind, totals, columns));
        }
        foot(html, report, "total", "", report.run().totals(), columns);
        html.close().close().close();
    }

    private static String unfolded(Machine machine) {
        String waited = "what the " + Naming.elements(machine) + " waited for, where the energy went";
        if (machine instanceof Processor) {
            return "by which kernels it was computed, " + waited + " and what was moved.";
        }
        return waited
                + (machine instanceof SpatialArray
                        ? ", what was moved, and the mapping as a loop nest."
                        : " and what was moved.");
    }

    private static List<Column> columns(RunResult run, List<LayerResult> layers) {
        List<Column> columns = new ArrayList<>();
        for (String key : METRICS) {
            Metric metric = Metric.of(key);
            if (key.equals("dramBytes") && run.machine().dram().isEmpty()) {
                continue;
            }
            if (metric.of(run.totals(), run).isPresent() || key.startsWith("fraction")) {
                columns.add(Column.of(metric, run, layers));
            }
        }
        return columns;
    }

    /** What only a script can do; the script shows it. */
    private static void controls(Html html, boolean many) {
        html.open("div", "class", "controls", "hidden", "");
        if (many) {
            String what = "Filter by name or kind";
            html.single("input", "type", "search", "id", "filter", "placeholder", what, "aria-label", what);
            html.open("output", "id", "shown", "for", "filter").close();
        }
        html.element("button", "Unfold all", "type", "button", "id", "unfold").close();
    }

    private static void heading(Html html, String title, String... attributes) {
        List<String> all = new ArrayList<>(List.of("scope", "col"));
        all.addAll(List.of(attributes));
        html.open("th", all.toArray(String[]::new))
                .element("button", title, "type", "button")
                .close();
    }

    private static void row(Html html, LayerResult layer, String id, List<Column> columns, LayerDetail detail) {
        html.line().open("tbody", "id", id).open("tr");
        html.open("th", "scope", "row")
                .element("button", layer.name(), "type", "button", "aria-expanded", "false")
                .close();
        html.open("td").text(layer.kind());
        if (!Kernel.wordsOf(layer).isEmpty()) {
            html.element("span", Kernel.wordsOf(layer), "class", "relation");
        }
        html.close();
        Totals totals = Totals.of(layer);
        columns.forEach(column -> column.cell(html, totals));
        int elements = layer.timing().activeElements();
        html.element("td", Si.grouped(elements), "data-value", Integer.toString(elements));
        html.element("td", Binding.words(layer.timing().boundBy())).close();
        html.open("tr", "class", "detail", "hidden", "")
                .open("td", "colspan", Integer.toString(columns.size() + COLUMNS_BESIDE_METRICS));
        detail.write(html, layer);
        html.close().close().close();
    }

    private static void foot(Html html, Report report, String name, String kind, Totals totals, List<Column> columns) {
        html.line().open("tr").element("th", name, "scope", "row").element("td", kind);
        columns.forEach(column -> html.element("td", column.metric().text(totals, report.run()), "class", "number"));
        html.element("td", "").element("td", "").close();
    }

    /**
     * A metric of each layer.
     *
     * @param largest of the layers, at which the bar under a number is full; 1 for fractions
     */
    private record Column(Metric metric, RunResult run, double largest) {
        static Column of(Metric metric, RunResult run, List<LayerResult> layers) {
            double largest = metric.unit().equals("%")
                    ? 1
                    : layers.stream()
                            .mapToDouble(layer -> value(metric, run, Totals.of(layer)))
                            .filter(Double::isFinite)
                            .max()
                            .orElse(1);
            return new Column(metric, run, largest);
        }

        /** Without MACs there is no roof to have a fraction of. */
        private static double value(Metric metric, RunResult run, Totals totals) {
            boolean isMeaningless = totals.macs() == 0 && metric.unit().equals("%");
            return isMeaningless
                    ? Double.NaN
                    : metric.of(totals, run).map(Number::doubleValue).orElse(Double.NaN);
        }

        /** With what the whole network has, of what adds up. */
        void heading(Html html) {
            String unit = metric.unit().isEmpty() ? metric.title() : metric.unit();
            if (unit.equals("%")) {
                LayerTable.heading(html, metric.title(), "data-unit", unit);
            } else {
                String total = Double.toString(value(metric, run, run.totals()));
                LayerTable.heading(html, metric.title(), "data-unit", unit, "data-total", total);
            }
        }

        void cell(Html html, Totals totals) {
            double value = value(metric, run, totals);
            if (Double.isFinite(value)) {
                String share = "--share:" + ShareTable.rounded(value / largest);
                String text = metric.text(totals, run);
                html.element("td", text, "data-value", Double.toString(value), "style", share);
            } else {
                html.element("td", Si.NONE, "class", "number");
            }
        }
    }
}
