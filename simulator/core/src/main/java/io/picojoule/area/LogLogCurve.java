package io.picojoule.area;

import java.util.List;

/**
 * Straight lines between points on log-log paper; outside of the points, a line of its own slope through the nearest.
 *
 * @param points ascending
 * @param outside the slope there: 1 for what grows as its size does, 2 for what grows as the square
 */
public record LogLogCurve(List<Point> points, double outside) {
    /** In the units of whoever asks, both above 0. */
    public record Point(double size, double area) {
        public Point {
            if (!(size > 0 && area > 0)) {
                throw new IllegalArgumentException("Point: size and area must be above 0");
            }
        }
    }

    public LogLogCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("LogLogCurve: at least one point is needed");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).size() <= points.get(i - 1).size()) {
                throw new IllegalArgumentException("LogLogCurve: points must ascend");
            }
        }
    }

    /** 0 for a size of 0. */
    public double at(double size) {
        Point below = points.get(0);
        if (size <= below.size()) {
            return beyond(below, size);
        }
        for (int i = 1; i < points.size(); i++) {
            Point above = points.get(i);
            if (size == above.size()) {
                return above.area();
            }
            if (size < above.size()) {
                double share = Math.log(size / below.size()) / Math.log(above.size() / below.size());
                return below.area() * Math.pow(above.area() / below.area(), share);
            }
            below = above;
        }
        return beyond(below, size);
    }

    private double beyond(Point nearest, double size) {
        return size == nearest.size() ? nearest.area() : nearest.area() * Math.pow(size / nearest.size(), outside);
    }
}
