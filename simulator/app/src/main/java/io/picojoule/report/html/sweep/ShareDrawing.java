package io.picojoule.report.html.sweep;

import io.picojoule.report.Si;
import io.picojoule.report.html.Html;
import io.picojoule.report.sweep.Effect;
import java.util.List;

/** What share of the points with each value of an axis cannot be, as bars. */
final class ShareDrawing {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 150;
    private static final int LEFT = 58;
    private static final int RIGHT = 18;
    private static final int TOP = 10;
    private static final int BOTTOM = 40;
    private static final double WIDEST = 26;
    private static final double[] TICKS = {0, 0.5, 1};

    private ShareDrawing() {}

    static void write(Html html, String axis, List<Effect> effects) {
        List<String> values = effects.stream().map(Effect::value).toList();
        double room = (double) (WIDTH - LEFT - RIGHT) / values.size();
        double width = Math.min(WIDEST, room * 0.7);
        ValueAxis across =
                new ValueAxis(values, LEFT + 8 + width / 2, WIDTH - RIGHT - width / 2, HEIGHT - BOTTOM + 18.0);
        Scale scale = new Scale(0, 1, false, HEIGHT - BOTTOM, TOP);
        html.open("div", "class", "small-plot").element("h3", axis);
        html.open(
                "svg",
                "class",
                "plot",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-label",
                "Infeasible share by " + axis);
        for (double tick : TICKS) {
            String at = Coordinates.of(scale.at(tick));
            html.open("path", "class", "grid", "d", "M" + LEFT + " " + at + "H" + (WIDTH - RIGHT + 8))
                    .close();
            html.element(
                    "text",
                    Si.format(Math.round(tick * 100), "") + " %",
                    "x",
                    Integer.toString(LEFT - 6),
                    "y",
                    Coordinates.of(scale.at(tick) + 4),
                    "text-anchor",
                    "end");
        }
        across.write(html);
        for (int i = 0; i < effects.size(); i++) {
            double share = effects.get(i).infeasibleShare();
            if (Double.isNaN(share)) {
                continue;
            }
            double top = scale.at(share);
            String shown = effects.get(i).value() + ": " + Si.share(share) + " of "
                    + SweepView.points(effects.get(i).points());
            html.open(
                    "rect",
                    "class",
                    "bar tip",
                    "x",
                    Coordinates.of(across.at(i) - width / 2),
                    "y",
                    Coordinates.of(Math.min(top, HEIGHT - BOTTOM - 1)),
                    "width",
                    Coordinates.of(width),
                    "height",
                    Coordinates.of(Math.max(1, HEIGHT - BOTTOM - top)));
            html.element("title", shown).close();
        }
        html.close().close();
    }
}
