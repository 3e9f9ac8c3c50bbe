package io.picojoule.report.html.sweep;

import io.picojoule.report.chart.Ink;
import io.picojoule.report.html.Html;
import io.picojoule.report.sweep.Effect;
import io.picojoule.report.sweep.Quantity;
import io.picojoule.report.sweep.Span;
import io.picojoule.sweep.Measure;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Mean and best of one objective along an axis. */
final class EffectDrawing {
    static final Ink MEAN = Ink.SERIES_1;
    static final Ink BEST = Ink.SERIES_2;

    private static final int WIDTH = 360;
    private static final int HEIGHT = 190;
    private static final int LEFT = 58;
    private static final int RIGHT = 18;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;
    private static final int TICKS = 4;

    /** More values than these are a line without marks. */
    private static final int MOST_MARKS = 40;

    private EffectDrawing() {}

    static void write(Html html, String axis, List<Effect> effects, int objective, Measure measure) {
        Span span = new Span();
        for (Effect effect : effects) {
            span.add(effect.objectives().get(objective).mean());
            span.add(effect.objectives().get(objective).least());
        }
        html.open("div", "class", "small-plot").element("h3", measure.title());
        if (span.count() == 0) {
            html.element("p", "No point has it.", "class", "note").close();
            return;
        }
        Scale scale = Scale.of(span, HEIGHT - BOTTOM, TOP);
        List<String> values = effects.stream().map(Effect::value).toList();
        ValueAxis across = new ValueAxis(values, LEFT + 12.0, WIDTH - RIGHT, HEIGHT - BOTTOM + 18.0);
        String label = measure.title() + " along " + axis + ": mean and best";
        html.open("svg", "class", "plot", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", label);
        for (double tick : scale.ticks(TICKS)) {
            String at = Coordinates.of(scale.at(tick));
            html.open("path", "class", "grid", "d", "M" + LEFT + " " + at + "H" + (WIDTH - RIGHT + 8))
                    .close();
            html.element(
                    "text",
                    Quantity.tick(tick, measure.unit()),
                    "x",
                    Integer.toString(LEFT - 6),
                    "y",
                    Coordinates.of(scale.at(tick) + 4),
                    "text-anchor",
                    "end");
        }
        across.write(html);
        line(
                html,
                effects,
                across,
                scale,
                MEAN,
                "mean",
                measure,
                effect -> effect.objectives().get(objective).mean());
        line(
                html,
                effects,
                across,
                scale,
                BEST,
                "best",
                measure,
                effect -> effect.objectives().get(objective).least());
        html.close().close();
    }

    private static void line(
            Html html,
            List<Effect> effects,
            ValueAxis across,
            Scale scale,
            Ink ink,
            String name,
            Measure measure,
            ToDoubleFunction<Effect> figure) {
        StringBuilder path = new StringBuilder();
        boolean isBroken = true;
        for (int i = 0; i < effects.size(); i++) {
            double y = scale.at(figure.applyAsDouble(effects.get(i)));
            if (Double.isFinite(y)) {
                path.append(Coordinates.to(isBroken ? 'M' : 'L', across.at(i), y));
            }
            isBroken = !Double.isFinite(y);
        }
        html.open("path", "class", "line s-" + ink.css(), "d", path.toString()).close();
        for (int i = 0; i < effects.size() && effects.size() <= MOST_MARKS; i++) {
            double value = figure.applyAsDouble(effects.get(i));
            if (Double.isFinite(scale.at(value))) {
                html.open(
                        "circle",
                        "class",
                        "mark tip f-" + ink.css(),
                        "cx",
                        Coordinates.of(across.at(i)),
                        "cy",
                        Coordinates.of(scale.at(value)),
                        "r",
                        "3.5");
                html.element("title", effects.get(i).value() + ": " + name + " " + Quantity.text(value, measure.unit()))
                        .close();
            }
        }
    }
}
