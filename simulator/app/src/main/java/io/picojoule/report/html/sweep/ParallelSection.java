package io.picojoule.report.html.sweep;

import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;

/** Axes and objectives side by side, a line for each point; drawn by a script, as it is of use only where one can choose. */
final class ParallelSection implements Section<SweepView> {
    @Override
    public String title() {
        return "Parallel coordinates";
    }

    @Override
    public boolean appliesTo(SweepView view) {
        return view.hasPoints();
    }

    @Override
    public void write(Html html, SweepView view) {
        html.element(
                "p",
                "Each line is a point, and those on the front stand out; at a value of an axis lines are spread a little, to be told apart. Drag along an "
                        + "axis to keep only what passes there: the front above and the table below keep the same. A click on an axis lets "
                        + "everything pass again. With the keyboard, choose an axis with Tab, move the upper end with ↑ and ↓, the lower with "
                        + "Shift, and let go with Delete.",
                "class",
                "note",
                "id",
                "parallel-help",
                "hidden",
                "");
        html.open("noscript")
                .element("p", "These are drawn by a script, which this browser does not run.", "class", "note")
                .close();
        html.open("div", "class", "controls", "id", "parallel-controls", "hidden", "");
        html.open("label")
                .single("input", "type", "checkbox", "id", "only-front")
                .text(" only the front")
                .close();
        html.element("button", "Let everything pass", "type", "button", "id", "parallel-clear");
        html.open("output", "id", "parallel-count").close();
        html.close();
        html.open("div", "class", "scroll")
                .open("div", "id", "parallel-plot", "class", "canvas-plot", "hidden", "")
                .close()
                .close();
    }
}
