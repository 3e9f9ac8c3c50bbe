package io.picojoule.report.html.sweep;

import io.picojoule.report.html.Html;
import io.picojoule.report.sweep.PairFront;
import io.picojoule.report.sweep.Quantity;
import io.picojoule.report.sweep.Span;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The front of two measures with what else there is behind it, for paper and for browsers that run no scripts. */
final class FrontDrawing {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 460;
    private static final int LEFT = 78;
    private static final int RIGHT = 20;
    private static final int TOP = 12;
    private static final int BOTTOM = 48;
    private static final int TICKS_ACROSS = 8;
    private static final int TICKS_UP = 6;

    /** So many corners tell their values under the pointer. */
    private static final int MOST_TIPS = 200;

    private final Html html;
    private final SweepView view;
    private final PairFront pair;
    private final Scale across;
    private final Scale up;

    FrontDrawing(Html html, SweepView view, PairFront pair) {
        this.html = html;
        this.view = view;
        this.pair = pair;
        Span x = view.figures().spans().get(pair.x());
        Span y = view.figures().spans().get(pair.y());
        this.across = Scale.of(x, LEFT, WIDTH - RIGHT);
        this.up = Scale.of(y, HEIGHT - BOTTOM, TOP);
    }

    void write() {
        Measure x = view.measure(pair.x());
        Measure y = view.measure(pair.y());
        String label = "Front of " + x.title() + " and " + y.title() + ": "
                + pair.corners().size() + " places";
        html.open(
                "svg",
                "id",
                "front-drawing",
                "class",
                "plot wide",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-label",
                label);
        grid(x, y);
        dots(view.rows().values(), "all");
        dots(view.front(), "front");
        staircase();
        html.close();
    }

    private void grid(Measure x, Measure y) {
        for (double tick : across.ticks(TICKS_ACROSS)) {
            String at = Coordinates.of(across.at(tick));
            html.open("path", "class", "grid", "d", "M" + at + " " + TOP + "V" + (HEIGHT - BOTTOM))
                    .close();
            text(Quantity.tick(tick, x.unit()), at, HEIGHT - BOTTOM + 18, "middle");
        }
        for (double tick : up.ticks(TICKS_UP)) {
            double at = up.at(tick);
            html.open("path", "class", "grid", "d", "M" + LEFT + " " + Coordinates.of(at) + "H" + (WIDTH - RIGHT))
                    .close();
            text(Quantity.tick(tick, y.unit()), Integer.toString(LEFT - 8), at + 4, "end");
        }
        text(title(pair.x()), Integer.toString((LEFT + WIDTH - RIGHT) / 2), HEIGHT - 6, "middle");
        html.element(
                "text",
                title(pair.y()),
                "text-anchor",
                "middle",
                "transform",
                "translate(14 " + (TOP + HEIGHT - BOTTOM) / 2 + ") rotate(-90)");
    }

    private String title(int measure) {
        return view.measure(measure).title() + (view.isLargeGood(measure) ? " (more is better)" : " (less is better)");
    }

    private void text(String text, String x, double y, String anchor) {
        html.element("text", text, "x", x, "y", Coordinates.of(y), "text-anchor", anchor);
    }

    /** All dots are one path, each a line of no length with a round end. */
    private void dots(Collection<SweepRow> rows, String name) {
        StringBuilder path = new StringBuilder();
        for (SweepRow row : rows) {
            if (isDrawn(row)) {
                path.append(Coordinates.to('M', x(row), y(row))).append("h0");
            }
        }
        html.open("path", "class", "dots " + name, "d", path.toString()).close();
    }

    private void staircase() {
        List<SweepRow> corners = view.corners().get(pair);
        StringBuilder path = new StringBuilder();
        for (SweepRow row : corners == null ? List.<SweepRow>of() : corners) {
            if (!isDrawn(row)) {
                continue;
            }
            String x = Coordinates.of(x(row));
            String y = Coordinates.of(y(row));
            path.append(path.isEmpty() ? "M" + x + " " + y : "H" + x + "V" + y);
        }
        html.open("path", "class", "stairs", "d", path.toString()).close();
        ends(corners);
        int shown = 0;
        for (SweepRow row : corners == null ? List.<SweepRow>of() : corners) {
            if (isDrawn(row) && shown++ < MOST_TIPS) {
                html.open(
                        "circle",
                        "class",
                        "corner tip",
                        "cx",
                        Coordinates.of(x(row)),
                        "cy",
                        Coordinates.of(y(row)),
                        "r",
                        "4");
                html.element("title", tip(row)).close();
            }
        }
    }

    /** As far as the best of one measure is worth anything: to the edges. */
    private void ends(@Nullable List<SweepRow> corners) {
        if (corners != null && !corners.isEmpty() && isDrawn(corners.get(0))) {
            SweepRow last = corners.get(corners.size() - 1);
            double worstY = view.isLargeGood(pair.y()) ? HEIGHT - BOTTOM : TOP;
            double worstX = view.isLargeGood(pair.x()) ? LEFT : WIDTH - RIGHT;
            String path = Coordinates.to('M', x(corners.get(0)), y(corners.get(0))) + "V" + Coordinates.of(worstY)
                    + Coordinates.to('M', x(last), y(last)) + "H" + Coordinates.of(worstX);
            html.open("path", "class", "stairs ends", "d", path).close();
        }
    }

    private String tip(SweepRow row) {
        return "point " + row.number() + ": " + view.outcome().figure(row, pair.x()) + ", "
                + view.outcome().figure(row, pair.y()) + "; " + view.outcome().choices(row);
    }

    private double x(SweepRow row) {
        return across.at(row.measures()[pair.x()]);
    }

    private double y(SweepRow row) {
        return up.at(row.measures()[pair.y()]);
    }

    private boolean isDrawn(SweepRow row) {
        return Double.isFinite(x(row)) && Double.isFinite(y(row));
    }
}
