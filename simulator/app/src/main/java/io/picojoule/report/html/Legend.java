package io.picojoule.report.html;

import io.picojoule.report.Si;
import io.picojoule.report.chart.Ink;
import io.picojoule.report.chart.Stack;

/** The key to a chart's colours, with what each comes to over all layers. */
public final class Legend {
    private Legend() {}

    /** Each series with its sum and its share of all. */
    static void write(Html html, Stack stack, String unit) {
        double all = 0;
        for (int i = 0; i < stack.series().size(); i++) {
            all += stack.total(i);
        }
        html.open("ul", "class", "legend");
        for (int i = 0; i < stack.series().size(); i++) {
            Stack.Series series = stack.series().get(i);
            double total = stack.total(i);
            String value = unit.isEmpty() ? "" : Si.format(total, unit) + " · ";
            entry(html, series.ink(), series.name(), value + Si.share(total / all));
        }
        html.close();
    }

    public static void entry(Html html, Ink ink, String name, String value) {
        html.open("li")
                .open("i", "style", "background:var(--" + ink.css() + ")")
                .close();
        html.text(name).element("span", " " + value).close();
    }
}
