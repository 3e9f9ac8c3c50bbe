package io.picojoule.report.html.sweep;

import io.picojoule.report.Si;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Tile;
import io.picojoule.report.sweep.Outcome;
import io.picojoule.report.sweep.SweepReport;
import io.picojoule.sweep.SweepRow;
import java.util.Optional;

/** What was swept, what came of it in a few numbers, and what of it the page shows. */
final class SweepHeadline {
    private static final int COUNTS = 3;
    private static final int WIDE = 4;

    void write(Html html, SweepView view) {
        SweepReport report = view.figures().report();
        html.open("header").element("p", "Picojoule design-space sweep", "class", "eyebrow");
        html.element("h1", report.name());
        String description = report.description().strip();
        description += description.isEmpty() ? "" : description.endsWith(".") ? " " : ". ";
        html.element("p", description + "Points chosen by: " + report.method() + ".", "class", "subtitle")
                .line();
        tiles(html, view);
        covers(html, view);
        html.close();
    }

    private static void tiles(Html html, SweepView view) {
        Outcome outcome = view.outcome();
        int count = COUNTS + outcome.objectives().size();
        boolean isThree = count % WIDE != 0 && count % COUNTS != 1;
        html.open("div", "class", isThree ? "tiles three" : "tiles");
        int axes = outcome.axes().size();
        Tile.write(
                html, "points", Si.grouped(outcome.points()), " ", "over " + (axes == 1 ? "1 axis" : axes + " axes"));
        String share = outcome.infeasible() == 0
                ? outcome.points() == 0 ? "no point was tried" : "every point ran"
                : Si.share((double) outcome.infeasible() / outcome.points()) + " of all points cannot be";
        Tile.write(html, "infeasible", Si.grouped(outcome.infeasible()), " ", share);
        Tile.write(html, "on the front", Si.grouped(outcome.front().size()), " ", "points that no other dominates");
        for (int i = 0; i < outcome.objectives().size(); i++) {
            best(html, view, outcome.objectives().get(i), outcome.best().get(i));
        }
        html.close().line();
    }

    private static void best(Html html, SweepView view, int measure, Optional<SweepRow> best) {
        String title = "least " + view.measure(measure).title();
        if (best.isEmpty()) {
            Tile.write(html, title, Si.NONE, " ", "no point has it");
            return;
        }
        String text = view.outcome().figure(best.get(), measure);
        int space = text.indexOf(' ');
        Tile.write(
                html,
                title,
                space < 0 ? text : text.substring(0, space),
                space < 0 ? " " : text.substring(space + 1),
                "point " + best.get().number() + ": " + view.outcome().choices(best.get()));
    }

    private static void covers(Html html, SweepView view) {
        Outcome outcome = view.outcome();
        boolean isFine = outcome.feasible() > 0 && outcome.incomparable() == 0;
        html.open("div", "class", isFine ? "covers" : "covers warn").open("p");
        if (outcome.points() == 0) {
            html.element("strong", "The sweep has no points: there is nothing to show.");
        } else if (outcome.feasible() == 0) {
            html.element("strong", "No point can be. ").text("Why each cannot stands below.");
        } else {
            html.element("strong", kept(view)).text(" " + thinned(view));
            if (outcome.incomparable() > 0) {
                html.text(" " + SweepView.points(outcome.incomparable())
                        + " ran without a number for every objective, and can be on no front of all.");
            }
        }
        html.close().close();
    }

    private static String kept(SweepView view) {
        return "Counts, fronts, the best and main effects are of all "
                + SweepView.points(view.outcome().points()) + ".";
    }

    /** What of the points is not on the page. */
    private static String thinned(SweepView view) {
        Outcome outcome = view.outcome();
        if (view.rows().size() == outcome.feasible()) {
            return "Every point that ran is drawn.";
        }
        String text =
                "Thinned out is only what is drawn: " + Si.grouped(view.rows().size()) + " of the "
                        + Si.grouped(outcome.feasible()) + " points that ran are in this page, among them "
                        + (view.front().size() == outcome.front().size()
                                ? "the whole front."
                                : Si.grouped(view.front().size()) + " of the "
                                        + Si.grouped(outcome.front().size()) + " on the front.");
        return text + " All are in the sweep's own files.";
    }
}
