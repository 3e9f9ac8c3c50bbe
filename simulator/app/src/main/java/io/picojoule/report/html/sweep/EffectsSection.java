package io.picojoule.report.html.sweep;

import io.picojoule.report.Si;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Legend;
import io.picojoule.report.html.Section;
import io.picojoule.report.sweep.Effect;
import io.picojoule.report.sweep.Outcome;
import io.picojoule.report.sweep.Quantity;
import io.picojoule.report.sweep.Span;
import java.util.List;

/** What each value of an axis does to the objectives, over all points that have it. */
final class EffectsSection implements Section<SweepView> {
    @Override
    public String title() {
        return "Main effects";
    }

    @Override
    public boolean appliesTo(SweepView view) {
        return view.hasPoints() && !view.outcome().axes().isEmpty();
    }

    @Override
    public void write(Html html, SweepView view) {
        html.element(
                "p",
                "For each value of an axis: the mean over all points that have it and ran, whatever their other values are, and the best of them. "
                        + "Where the mean moves and the best does not, other axes make up for this one. Values at which more points cannot be "
                        + "are means over other company.",
                "class",
                "note");
        if (view.outcome().axes().size() > 1) {
            overview(html, view);
        }
        html.open("ul", "class", "legend");
        Legend.entry(html, EffectDrawing.MEAN, "mean", "of all points with the value");
        Legend.entry(html, EffectDrawing.BEST, "best", "of them");
        html.close();
        for (int i = 0; i < view.axisNames().size(); i++) {
            axis(html, view, i);
        }
    }

    /** How far each objective moves along each axis: the largest mean over the smallest. */
    private static void overview(Html html, SweepView view) {
        Outcome outcome = view.outcome();
        html.open("div", "class", "scroll").open("table", "id", "effects", "class", "traffic sweep-table");
        html.open("thead").open("tr").element("th", "the largest is so many times the least", "scope", "col");
        for (int measure : outcome.objectives()) {
            html.element("th", "mean " + view.measure(measure).title(), "scope", "col");
            html.element("th", "best", "scope", "col");
        }
        html.close().close().open("tbody");
        for (int i = 0; i < view.axisNames().size(); i++) {
            html.open("tr").element("th", view.axisNames().get(i), "scope", "row");
            List<Effect> effects = view.figures().effects().get(i);
            for (int j = 0; j < outcome.objectives().size(); j++) {
                int objective = j;
                times(
                        html,
                        effects.stream()
                                .mapToDouble(effect ->
                                        effect.objectives().get(objective).mean())
                                .toArray());
                times(
                        html,
                        effects.stream()
                                .mapToDouble(effect ->
                                        effect.objectives().get(objective).least())
                                .toArray());
            }
            html.close();
        }
        html.close().close().close();
    }

    /** The bar is full at ten times. */
    private static void times(Html html, double[] values) {
        Span span = new Span();
        for (double value : values) {
            span.add(value);
        }
        if (!(span.least() > 0)) {
            html.element("td", Si.NONE);
            return;
        }
        double times = span.most() / span.least();
        double share = Math.round(Math.min(1, Math.log10(times)) * 1e3) / 1e3;
        html.element("td", Si.times(times), "style", "--share:" + share);
    }

    private static void axis(Html html, SweepView view, int axis) {
        Outcome outcome = view.outcome();
        List<Effect> effects = view.figures().effects().get(axis);
        html.line()
                .open("figure", "class", "effect")
                .open("figcaption")
                .text(view.axisNames().get(axis));
        html.element("span", " " + outcome.axes().get(axis).path(), "class", "remark")
                .close();
        html.open("div", "class", "small-plots");
        for (int i = 0; i < outcome.objectives().size(); i++) {
            EffectDrawing.write(
                    html,
                    view.axisNames().get(axis),
                    effects,
                    i,
                    view.measure(outcome.objectives().get(i)));
        }
        html.close();
        html.open("details")
                .element(
                        "summary",
                        effects.size() == 1 ? "The one value in figures" : effects.size() + " values in figures");
        html.open("div", "class", effects.size() > 24 ? "scroll tall" : "scroll");
        html.open("table", "class", "traffic").open("thead").open("tr");
        html.element("th", view.axisNames().get(axis), "scope", "col").element("th", "points", "scope", "col");
        html.element("th", "infeasible", "scope", "col");
        for (int measure : outcome.objectives()) {
            html.element("th", "mean " + view.measure(measure).title(), "scope", "col")
                    .element("th", "best", "scope", "col");
        }
        html.close().close().open("tbody");
        effects.forEach(effect -> row(html, view, effect));
        html.close().close().close().close().close();
    }

    private static void row(Html html, SweepView view, Effect effect) {
        html.open("tr").element("th", effect.value(), "scope", "row");
        html.element("td", Si.grouped(effect.points())).element("td", Si.share(effect.infeasibleShare()));
        for (int i = 0; i < effect.objectives().size(); i++) {
            String unit = view.measure(view.outcome().objectives().get(i)).unit();
            Span span = effect.objectives().get(i);
            html.element("td", Quantity.text(span.mean(), unit)).element("td", Quantity.text(span.least(), unit));
        }
        html.close();
    }
}
