package io.picojoule.report.html.sweep;

import io.picojoule.report.Si;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import io.picojoule.report.sweep.Outcome;
import io.picojoule.report.sweep.ReasonGroup;
import java.util.List;

/** Why points cannot be, and at which values. */
final class InfeasibleSection implements Section<SweepView> {
    private static final int MOST_GROUPS = 30;

    @Override
    public String title() {
        return "Infeasible points";
    }

    @Override
    public boolean appliesTo(SweepView view) {
        return view.outcome().infeasible() > 0;
    }

    @Override
    public void write(Html html, SweepView view) {
        Outcome outcome = view.outcome();
        List<ReasonGroup> groups = view.figures().reasons();
        html.element(
                "p",
                SweepView.points(outcome.infeasible()) + " of " + Si.grouped(outcome.points())
                        + " cannot be. Reasons that differ in numbers only are one line, with # for a number; the example is the first such "
                        + "point, in its own words.",
                "class",
                "note");
        html.open("div", "class", "scroll").open("table", "id", "reasons", "class", "sweep-table");
        html.open("thead").open("tr").element("th", "points", "scope", "col", "class", "number");
        html.element("th", "of all", "scope", "col", "class", "number").element("th", "because", "scope", "col");
        html.element("th", "for example", "scope", "col").close().close().open("tbody");
        groups.stream().limit(MOST_GROUPS).forEach(group -> row(html, outcome, group));
        html.close().close().close();
        if (groups.size() > MOST_GROUPS) {
            long rest = groups.stream()
                    .skip(MOST_GROUPS)
                    .mapToLong(ReasonGroup::count)
                    .sum();
            html.element(
                    "p",
                    SweepView.points(rest) + " more have " + (groups.size() - MOST_GROUPS) + " other reasons.",
                    "class",
                    "note");
        }
        html.open("figure").element("figcaption", "Share of points that cannot be, by value");
        html.open("div", "class", "small-plots");
        for (int i = 0; i < view.axisNames().size(); i++) {
            ShareDrawing.write(
                    html, view.axisNames().get(i), view.figures().effects().get(i));
        }
        html.close().close();
    }

    private static void row(Html html, Outcome outcome, ReasonGroup group) {
        html.open("tr").element("td", Si.grouped(group.count()), "class", "number");
        html.element("td", Si.share((double) group.count() / outcome.points()), "class", "number");
        html.element("td", group.text(), "class", "words");
        html.open("td", "class", "words")
                .text("point " + group.example().number() + ": " + outcome.choices(group.example()));
        html.element("span", group.example().reason(), "class", "relation");
        html.close().close();
    }
}
