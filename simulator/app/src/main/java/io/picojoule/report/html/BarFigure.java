package io.picojoule.report.html;

import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.StackedBars;

/** A bar for each machine, or whatever else stands side by side: heading, key where there are several colours, drawing. */
public final class BarFigure {
    private BarFigure() {}

    public static void write(Html html, String id, String heading, Stack stack, String unit, String axisTitle) {
        html.open("figure").element("figcaption", heading);
        if (stack.isEmpty()) {
            html.element("p", "Nothing to show: none has any.", "class", "note").close();
            return;
        }
        if (stack.series().size() > 1) {
            html.open("ul", "class", "legend");
            stack.series().forEach(series -> Legend.entry(html, series.ink(), series.name(), ""));
            html.close();
        }
        html.open("div", "class", "scroll");
        html.trusted(StackedBars.svg(id, heading, stack, unit, axisTitle));
        html.close().close();
    }
}
