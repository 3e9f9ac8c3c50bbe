package io.picojoule.report.html;

import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.StackedBars;

/** Puts a stack of bars on the page: heading, key, drawing. */
final class Charts {
    /** More bars than this make a wall; the small ones are then shown as one. */
    private static final int MOST_BARS = 48;

    private Charts() {}

    static void stack(Html html, String id, String heading, Stack stack, String unit, String axisTitle) {
        figure(html, id, heading, stack, unit, stack.folded(MOST_BARS), unit, axisTitle);
    }

    /** As {@link #stack}, each bar as shares of itself. */
    static void shares(Html html, String id, String heading, Stack stack, String axisTitle) {
        figure(html, id, heading, stack, "", stack.folded(MOST_BARS).asShares(), "%", axisTitle);
    }

    private static void figure(
            Html html,
            String id,
            String heading,
            Stack all,
            String unitOfLegend,
            Stack drawn,
            String unit,
            String axisTitle) {
        html.open("figure").element("figcaption", heading);
        if (all.isEmpty()) {
            html.element("p", "Nothing to show: no layer has any.", "class", "note")
                    .close();
            return;
        }
        Legend.write(html, all, unitOfLegend);
        if (all.bars().size() > MOST_BARS) {
            String note = "The " + MOST_BARS + " largest of " + all.bars().size()
                    + " layers, and one bar for all others together.";
            html.element("p", note, "class", "note");
        }
        html.open("div", "class", "scroll");
        html.trusted(StackedBars.svg(id, heading, drawn, unit, axisTitle));
        html.close().close();
    }
}
