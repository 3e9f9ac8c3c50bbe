package io.picojoule.report.html;

import io.picojoule.report.Batches;
import io.picojoule.report.Report;
import io.picojoule.report.chart.Ink;
import io.picojoule.report.chart.ThroughputChart;
import java.util.List;
import java.util.Optional;

/** The page's batch among those that ran beside it: throughput against latency, energy per inference, and links to their pages. */
record BatchSection(Batches batches) implements Section<Report> {
    private static final String NOTE = "The same network on the same machine with each batch that this command ran. "
            + "A batch is done when its last inference is, so latency is that of the whole batch, and throughput is batch / latency.";

    @Override
    public String title() {
        return "Batches";
    }

    @Override
    public boolean appliesTo(Report report) {
        return batches.areSeveral();
    }

    @Override
    public void write(Html html, Report report) {
        html.element("p", NOTE, "class", "note");
        table(html, report);
        batches.remarks().forEach(remark -> html.element("p", remark, "class", "note"));
        List<Batches.Run> ran = batches.ran();
        if (ran.size() > 1) {
            throughput(html, report, ran);
            BarFigure.write(
                    html,
                    "energy-per-inference",
                    "Energy per inference",
                    Stacks.energyPerInference(batches),
                    report.energyUnit(),
                    report.isNormalised() ? "energy per inference, in multiples of one MAC" : "energy per inference");
        }
    }

    private void table(Html html, Report report) {
        List<Batches.Column> columns = batches.columns();
        FigureTable.open(
                html, "batch", columns.stream().map(Batches.Column::title).toList());
        for (Batches.Run run : batches.runs()) {
            boolean own = isOwn(run, report);
            html.line().open("tr", "class", own ? "total" : "").open("th", "scope", "row");
            if (own) {
                html.element("span", Integer.toString(run.batch()), "aria-current", "page");
            } else {
                html.element("a", Integer.toString(run.batch()), "href", run.page());
            }
            html.close();
            Optional<String> nothing = run.whyNothing();
            if (nothing.isPresent()) {
                String all = Integer.toString(columns.size());
                html.element("td", nothing.get(), "class", "assumed", "colspan", all);
            } else {
                columns.forEach(column -> html.element("td", column.text().apply(run)));
            }
            html.close();
        }
        FigureTable.close(html);
    }

    private static void throughput(Html html, Report report, List<Batches.Run> ran) {
        html.open("figure").element("figcaption", "Throughput against latency").open("ul", "class", "legend");
        Legend.entry(html, Ink.POINT, "this page's batch", "");
        Legend.entry(html, Ink.AXIS, "the others", "");
        if (ran.stream().anyMatch(Batches.Run::isPartial)) {
            html.element("li", "○ without layers that do not fit");
        }
        html.close().open("div", "class", "scroll");
        List<ThroughputChart.Point> points = ran.stream()
                .map(run -> new ThroughputChart.Point(
                        run.name(), run.seconds(), run.batch() / run.seconds(), run.isPartial(), isOwn(run, report)))
                .toList();
        html.trusted(ThroughputChart.svg("throughput-chart", "Throughput against latency, by batch", points))
                .close()
                .close();
    }

    private static boolean isOwn(Batches.Run run, Report report) {
        return run.batch() == report.run().batch();
    }
}
