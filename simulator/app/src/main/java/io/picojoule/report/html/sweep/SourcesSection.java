package io.picojoule.report.html.sweep;

import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import io.picojoule.report.sweep.SweepReport;

/** What was run, and the commands that make it again. */
final class SourcesSection implements Section<SweepView> {
    private static final int MOST_VALUES = 24;

    @Override
    public String title() {
        return "Reproduce";
    }

    @Override
    public void write(Html html, SweepView view) {
        SweepReport report = view.figures().report();
        report.commands()
                .forEach(command ->
                        html.open("pre", "class", "command").text(command).close());
        html.element("h3", "What varied");
        html.open("div", "class", "scroll")
                .open("table", "class", "traffic varied")
                .open("tbody");
        view.outcome().axes().forEach(axis -> {
            int more = axis.size() - MOST_VALUES;
            String values = String.join(", ", axis.values().subList(0, Math.min(MOST_VALUES, axis.size())))
                    + (more > 0
                            ? ", and " + more + " more, the last of them "
                                    + axis.values().get(axis.size() - 1)
                            : "");
            html.open("tr").element("th", axis.path(), "scope", "row");
            html.element("td", axis.size() == 1 ? "1 value" : axis.size() + " values")
                    .element("td", values)
                    .close();
        });
        html.close().close().close();
        html.open("dl");
        fact(html, "version", report.version());
        fact(html, "points", report.method());
        report.origins().forEach(origin -> fact(html, origin.name(), origin.value()));
        html.close();
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
