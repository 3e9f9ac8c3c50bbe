package io.picojoule.report.chart;

import io.picojoule.report.chart.LabelPlacer.Label;
import io.picojoule.report.chart.RooflineChart.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes names beside points: those of the layers that take most of the time, as far as there is room. All have theirs as tool tips. */
final class PointNames {
    private static final int MOST = 40;
    private static final int TOGETHER = 9;
    private static final int NAMES_TOGETHER = 4;

    private final LogFrame frame;
    private final LabelPlacer placer;

    /** @param placer that already knows of everything but the points */
    PointNames(LogFrame frame, LabelPlacer placer) {
        this.frame = frame;
        this.placer = placer;
    }

    /** @param points the one that takes most of the time first */
    List<Label> place(List<Point> points) {
        points.forEach(this::avoid);
        List<Point> left = new ArrayList<>(points.subList(0, Math.min(MOST, points.size())));
        List<Label> labels = new ArrayList<>();
        while (!left.isEmpty()) {
            Point point = left.get(0);
            List<Point> together =
                    left.stream().filter(other -> isNear(point, other)).toList();
            left.removeAll(together);
            placer.place(names(together), x(point), y(point)).ifPresent(labels::add);
        }
        return labels;
    }

    private void avoid(Point point) {
        boolean dram = RooflineChart.isDrawn(point.dramIntensity());
        boolean buffer = RooflineChart.isDrawn(point.bufferIntensity());
        if (dram) {
            placer.avoid(frame.x(point.dramIntensity()), y(point));
        }
        if (buffer) {
            placer.avoid(frame.x(point.bufferIntensity()), y(point));
        }
        if (dram && buffer) {
            placer.avoid(frame.x(point.bufferIntensity()), y(point), frame.x(point.dramIntensity()), y(point));
        }
    }

    private boolean isNear(Point one, Point other) {
        return one.equals(other) || Math.hypot(x(one) - x(other), y(one) - y(other)) < TOGETHER;
    }

    private double x(Point point) {
        double intensity =
                RooflineChart.isDrawn(point.dramIntensity()) ? point.dramIntensity() : point.bufferIntensity();
        return RooflineChart.isDrawn(intensity)
                ? frame.x(intensity)
                : frame.area().getCenterX();
    }

    private double y(Point point) {
        return frame.y(point.operationsPerSecond());
    }

    /** Names of points that lie together: all of a few, else the first and how many more. */
    private static String names(List<Point> together) {
        if (together.size() > NAMES_TOGETHER) {
            return together.get(0).name() + " and " + (together.size() - 1) + " more";
        }
        return together.stream().map(Point::name).sorted().collect(Collectors.joining(", "));
    }
}
