package io.picojoule.report.html;

import io.picojoule.report.chart.LogBars;
import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.StackedBars;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A bar for each machine, or whatever else stands side by side: heading, key where there are several colours, drawing. */
public final class BarFigure {
    private static final double FAR = 20;

    private BarFigure() {}

    public static void write(Html html, String id, String heading, Stack stack, String unit, String axisTitle) {
        write(html, heading, stack, "none has any", () -> StackedBars.svg(id, heading, stack, unit, axisTitle));
    }

    /**
     * Multiples of something; on a logarithmic axis where they are so far apart that the smallest could not be seen.
     *
     * @param label of a bar, for axes that leave no room for it at its end
     */
    public static void writeRatios(
            Html html, String id, String heading, Stack stack, UnaryOperator<Stack> label, String axisTitle) {
        boolean far = stack.bars().stream()
                .mapToDouble(bar -> Arrays.stream(bar.parts()).sum())
                .anyMatch(each -> each > 0 && each * FAR < stack.largest());
        write(
                html,
                heading,
                stack,
                "none has any",
                () -> far
                        ? LogBars.ofRatios(id, heading, stack, axisTitle)
                        : StackedBars.svg(id, heading, label.apply(stack), "", axisTitle));
    }

    /** @param missing why there is nothing to draw, where that is so */
    public static void write(Html html, String heading, Stack stack, String missing, Supplier<String> drawing) {
        html.open("figure").element("figcaption", heading);
        if (stack.isEmpty()) {
            html.element("p", "Nothing to show: " + missing + ".", "class", "note")
                    .close();
            return;
        }
        if (stack.series().size() > 1) {
            html.open("ul", "class", "legend");
            stack.series().forEach(series -> Legend.entry(html, series.ink(), series.name(), ""));
            html.close();
        }
        html.open("div", "class", "scroll");
        html.trusted(drawing.get());
        html.close().close();
    }
}
