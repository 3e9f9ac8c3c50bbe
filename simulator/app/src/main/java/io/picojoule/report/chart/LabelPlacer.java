package io.picojoule.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for the names of points, so that they lie neither on each other nor on points. Coordinates are those of the canvas. */
final class LabelPlacer {
    private static final double CHARACTER = 7.0;
    private static final double HEIGHT = 14;
    private static final double CLEAR = 8;
    private static final double LINE = 4;
    private static final double PIECE = 6;

    /** A name and where its text begins. */
    record Label(String text, double x, double baseline) {}

    private final Rectangle2D bounds;
    private final List<Rectangle2D> taken = new ArrayList<>();

    LabelPlacer(Rectangle2D bounds) {
        this.bounds = bounds;
    }

    /** How wide a text is taken for. */
    static double width(String text) {
        return text.length() * CHARACTER;
    }

    /** Keeps names off a point. */
    void avoid(double x, double y) {
        taken.add(new Rectangle2D.Double(x - CLEAR / 2, y - CLEAR / 2, CLEAR, CLEAR));
    }

    /** Keeps names off another text that ends at {@code right}, as names are kept off each other. */
    void avoid(String text, double right, double baseline) {
        double width = width(text);
        taken.add(new Rectangle2D.Double(right - width, baseline - HEIGHT, width, HEIGHT));
    }

    /** Keeps names off a line. */
    void avoid(double x1, double y1, double x2, double y2) {
        int pieces = (int) (Math.abs(y2 - y1) / PIECE) + 1;
        double width = Math.max(LINE, Math.abs(x2 - x1) / pieces);
        double height = Math.max(LINE, Math.abs(y2 - y1) / pieces);
        for (int i = 0; i < pieces; i++) {
            double x = x1 + (x2 - x1) * (i + 0.5) / pieces;
            double y = y1 + (y2 - y1) * (i + 0.5) / pieces;
            taken.add(new Rectangle2D.Double(x - width / 2, y - height / 2, width, height));
        }
    }

    /** A place beside, above or below the point, or none that is free. */
    Optional<Label> place(String text, double x, double y) {
        double width = width(text);
        for (double away = CLEAR; away < 4 * CLEAR; away += CLEAR / 2) {
            double[][] corners = {
                {x - width / 2, y - away - HEIGHT},
                {x + away, y - HEIGHT / 2},
                {x - width / 2, y + away},
                {x - away - width, y - HEIGHT / 2},
                {x + away, y - away - HEIGHT / 2},
                {x + away, y + away - HEIGHT / 2}
            };
            for (double[] corner : corners) {
                Rectangle2D box = new Rectangle2D.Double(corner[0], corner[1], width, HEIGHT);
                if (bounds.contains(box) && taken.stream().noneMatch(box::intersects)) {
                    taken.add(box);
                    return Optional.of(new Label(text, corner[0], corner[1] + HEIGHT - 3));
                }
            }
        }
        return Optional.empty();
    }
}
