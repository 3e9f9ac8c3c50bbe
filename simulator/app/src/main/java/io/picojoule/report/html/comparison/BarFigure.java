package io.picojoule.report.html.comparison;

import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.StackedBars;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Legend;

/** A bar for each machine: heading, key where there are several colours, drawing. */
final class BarFigure {
    private BarFigure() {}

    static void write(Html html, String id, String heading, Stack stack, String unit, String axisTitle) {
        html.open("figure").element("figcaption", heading);
        if (stack.isEmpty()) {
            html.element("p", "Nothing to show: no machine has any.", "class", "note")
                    .close();
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
