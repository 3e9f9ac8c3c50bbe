package io.picojoule.report.chart;

import java.util.List;

/** A line of a chart. */
public record Curve(String name, Ink ink, List<Point> points) {
    /** @param at what is below the point on the axis */
    public record Point(String at, double value) {}

    public Curve {
        points = List.copyOf(points);
    }
}
