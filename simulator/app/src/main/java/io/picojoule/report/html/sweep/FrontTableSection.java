package io.picojoule.report.html.sweep;

import io.picojoule.report.Si;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import io.picojoule.report.sweep.Outcome;
import io.picojoule.sweep.SweepRow;
import java.util.List;

/** The front point by point, with the command that runs each by itself. Scripts make it sortable and complete. */
final class FrontTableSection implements Section<SweepView> {
    /** More rows than these are written by the script, when they are asked for. */
    private static final int WRITTEN = 50;

    @Override
    public String title() {
        return "The front";
    }

    @Override
    public boolean appliesTo(SweepView view) {
        return !view.front().isEmpty();
    }

    @Override
    public void write(Html html, SweepView view) {
        Outcome outcome = view.outcome();
        int listed = view.front().size();
        String what = listed == outcome.front().size()
                ? SweepView.points(listed) + "."
                : Si.grouped(listed) + " of the "
                        + SweepView.points(outcome.front().size())
                        + ", evenly along the front; all are in the sweep's own files and in --format csv.";
        String rule = " No other point is as good as one of these in every objective and better in one.";
        html.element(
                "p", what + rule + " The command runs the point by itself and writes its own report.", "class", "note");
        html.open("div", "class", "controls", "id", "table-controls", "hidden", "");
        String filter = "Filter: a value, or rows=12";
        html.single("input", "type", "search", "id", "front-filter", "placeholder", filter, "aria-label", filter);
        html.open("output", "id", "front-shown", "for", "front-filter").close();
        html.element("button", "Show all", "type", "button", "id", "front-more", "hidden", "");
        html.close();
        html.open("div", "class", "scroll tall");
        html.open("table", "id", "front-table", "class", "sweep-table")
                .open("thead")
                .open("tr");
        heading(html, "point", "", "number");
        view.axisNames().forEach(name -> heading(html, name, "", "axis"));
        List<Integer> objectives = outcome.objectives();
        objectives.forEach(measure -> heading(html, view.measure(measure).title(), "objective", "measure"));
        html.element("th", "its own run", "scope", "col");
        others(view).forEach(measure -> heading(html, view.measure(measure).title(), "", "measure"));
        html.close().close().line().open("tbody");
        List<SweepRow> written = view.front().subList(0, Math.min(WRITTEN, listed));
        written.forEach(row -> row(html, view, row));
        html.close().close().close();
        if (listed > WRITTEN) {
            html.open("noscript")
                    .element("p", "The first " + WRITTEN + " of them; a script would show the others.", "class", "note")
                    .close();
        }
    }

    private static void heading(Html html, String title, String remark, String kind) {
        html.open("th", "scope", "col", "data-kind", kind);
        html.element("button", title, "type", "button");
        if (!remark.isEmpty()) {
            html.element("span", remark, "class", "relation");
        }
        html.close();
    }

    private static void row(Html html, SweepView view, SweepRow row) {
        html.line().open("tr").element("th", Long.toString(row.number()), "scope", "row");
        for (int i = 0; i < view.axisNames().size(); i++) {
            html.element("td", view.outcome().value(row, i));
        }
        view.outcome().objectives().forEach(measure -> figure(html, view, row, measure));
        String command = view.figures().report().runCommands().apply(row).byNumber();
        html.open("td").element("code", command).close();
        others(view).forEach(measure -> figure(html, view, row, measure));
        html.close();
    }

    private static void figure(Html html, SweepView view, SweepRow row, int measure) {
        html.element("td", view.outcome().figure(row, measure), "class", "number");
    }

    private static List<Integer> others(SweepView view) {
        return view.measures().stream()
                .filter(measure -> !view.outcome().isObjective(measure))
                .toList();
    }
}
