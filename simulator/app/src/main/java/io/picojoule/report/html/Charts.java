package io.picojoule.report.html;

import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.StackedBars;

/** Puts a stack of bars on the page: heading, key, drawing. */
final class Charts {
    /** More bars than this make a wall; the small ones are then shown as one. */
    private static final int MOST_BARS = 48;

    private Charts() {}

    static void stack(Html html, String id, String heading, Stack stack, String unit, String axisTitle) {
        html.open("figure").element("figcaption", heading);
        if (stack.isEmpty()) {
            html.element("p", "Nothing to show: no layer has any.", "class", "note")
                    .close();
            return;
        }
        Legend.write(html, stack, unit);
        draw(html, id, heading, stack.folded(MOST_BARS), unit, axisTitle);
    }

    /** As {@link #stack}, each bar as shares of itself. */
    static void shares(Html html, String id, String heading, Stack stack, String axisTitle) {
        html.open("figure").element("figcaption", heading);
        if (stack.isEmpty()) {
            html.element("p", "Nothing to show: no layer has any.", "class", "note")
                    .close();
            return;
        }
        Legend.write(html, stack, "");
        draw(html, id, heading, stack.folded(MOST_BARS).asShares(), "%", axisTitle);
    }

    private static void draw(Html html, String id, String heading, Stack stack, String unit, String axisTitle) {
        html.open("div", "class", "scroll").trusted(StackedBars.svg(id, heading, stack, unit, axisTitle));
        html.close().close();
    }
}
