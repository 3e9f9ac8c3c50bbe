package io.picojoule.report.html.sweep;

import io.picojoule.report.Si;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import io.picojoule.report.sweep.PairFront;

/** The front of any two measures before all points, and the data of everything that scripts draw. */
final class FrontsSection implements Section<SweepView> {
    @Override
    public String title() {
        return "Pareto fronts";
    }

    @Override
    public boolean appliesTo(SweepView view) {
        return view.hasPoints();
    }

    @Override
    public void write(Html html, SweepView view) {
        html.open("script", "type", "application/json", "id", "sweep-data")
                .trusted(new SweepData(view).json())
                .close()
                .line();
        if (view.firstPair().isEmpty()) {
            html.element(
                    "p",
                    "Fewer than two measures vary, so there is nothing to trade one for the other.",
                    "class",
                    "note");
            return;
        }
        PairFront pair = view.firstPair().get();
        html.element(
                "p",
                "A point on the line is beaten in one of the two measures only by points that are worse in the other: the line is of all "
                        + SweepView.points(view.outcome().feasible()) + " that ran. "
                        + (view.rows().size() == view.outcome().feasible()
                                ? "All of them are dots."
                                : "Dots are " + Si.grouped(view.rows().size()) + " of them."),
                "class",
                "note");
        controls(html, view, pair);
        html.open("ul", "class", "legend");
        key(html, "all", "ran");
        key(html, "front", "on the front of all objectives");
        key(html, "corner", "on the front of these two");
        html.close();
        html.open("div", "id", "front-legend", "class", "legend", "hidden", "").close();
        html.open("div", "class", "scroll static");
        new FrontDrawing(html, view, pair).write();
        html.close();
        html.open("div", "id", "front-plot", "class", "canvas-plot", "hidden", "")
                .close();
        html.open("p", "id", "front-note", "class", "note", "role", "status", "hidden", "")
                .close();
    }

    private static void key(Html html, String name, String text) {
        html.open("li").open("i", "class", "key " + name).close().text(text).close();
    }

    /** What only a script can do; the script shows it. */
    private static void controls(Html html, SweepView view, PairFront pair) {
        html.open("div", "class", "controls", "id", "front-controls", "hidden", "");
        choice(html, view, "front-x", "Across", pair.x());
        check(html, "front-x-log", "log");
        choice(html, view, "front-y", "Up", pair.y());
        check(html, "front-y-log", "log");
        html.open("label").text("Colour ").open("select", "id", "front-colour");
        html.element("option", "none", "value", "");
        for (int i = 0; i < view.axisNames().size(); i++) {
            html.element("option", view.axisNames().get(i), "value", Integer.toString(i));
        }
        html.close().close().close();
    }

    private static void choice(Html html, SweepView view, String id, String label, int chosen) {
        html.open("label").text(label + " ").open("select", "id", id);
        for (int i = 0; i < view.measures().size(); i++) {
            int measure = view.measures().get(i);
            if (!view.figures().spans().get(measure).varies()) {
                continue;
            }
            String title = view.measure(measure).title();
            String value = Integer.toString(i);
            if (measure == chosen) {
                html.element("option", title, "value", value, "selected", "");
            } else {
                html.element("option", title, "value", value);
            }
        }
        html.close().close();
    }

    private static void check(Html html, String id, String label) {
        html.open("label")
                .single("input", "type", "checkbox", "id", id)
                .text(" " + label)
                .close();
    }
}
