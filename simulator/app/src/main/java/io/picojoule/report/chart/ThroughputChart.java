package io.picojoule.report.chart;

import io.picojoule.report.Si;
import io.picojoule.report.chart.LogPlot.Mark;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What batches buy and what they cost: inferences a second over the time that the whole batch takes, both logarithmic. */
public final class ThroughputChart {
    private static final int HEIGHT = 380;
    private static final double MARGIN = 2;
    private static final double SMALL = 9;
    private static final double LARGE = 14;

    /**
     * A batch.
     *
     * @param seconds that the whole batch takes; more than 0
     * @param isPartial whether layers are missing, so that it is no fair neighbour of the others
     * @param isOwn whether it is the one that the page is about
     */
    public record Point(String name, double seconds, double inferencesPerSecond, boolean isPartial, boolean isOwn) {}

    private final List<Point> points;
    private final LogPlot plot;

    private ThroughputChart(List<Point> points) {
        this.points = points;
        this.plot = new LogPlot(
                axis(
                        "latency of the whole batch",
                        "s",
                        points.stream().map(Point::seconds).toList()),
                axis(
                        "throughput",
                        "inf/s",
                        points.stream().map(Point::inferencesPerSecond).toList()),
                HEIGHT);
    }

    /** @param points in the order of their line, one at least */
    public static String svg(String id, String label, List<Point> points) {
        return new ThroughputChart(points).svg(id, label);
    }

    private static DecadeAxis axis(String title, String unit, List<Double> values) {
        double least = values.stream().min(Comparator.naturalOrder()).orElseThrow();
        double most = values.stream().max(Comparator.naturalOrder()).orElseThrow();
        return new DecadeAxis(title, unit, least / MARGIN, most * MARGIN);
    }

    private String svg(String id, String label) {
        LogFrame frame = plot.frame();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (from.isPartial != to.isPartial) {
                // A line would tell of a growth that other layers make.
                continue;
            }
            plot.line(from.seconds, from.inferencesPerSecond, to.seconds, to.inferencesPerSecond, 2, Ink.AXIS);
            plot.placer()
                    .avoid(
                            frame.x(from.seconds),
                            frame.y(from.inferencesPerSecond),
                            frame.x(to.seconds),
                            frame.y(to.inferencesPerSecond));
        }
        points.forEach(point -> plot.placer().avoid(frame.x(point.seconds), frame.y(point.inferencesPerSecond)));
        marks(point -> point.isOwn && !point.isPartial, LARGE, Ink.POINT, Ink.CARD);
        marks(point -> point.isOwn && point.isPartial, LARGE, Ink.CARD, Ink.POINT);
        marks(point -> !point.isOwn && !point.isPartial, SMALL, Ink.AXIS, Ink.CARD);
        marks(point -> !point.isOwn && point.isPartial, SMALL, Ink.CARD, Ink.AXIS);
        names();
        return plot.svg(id, label);
    }

    private void marks(Predicate<Point> which, double size, Ink fill, Ink rim) {
        Shape disc = new Ellipse2D.Double(-size / 2, -size / 2, size, size);
        List<Mark> marks =
                points.stream().filter(which).map(ThroughputChart::mark).toList();
        plot.marks(marks, disc, fill, rim);
    }

    private static Mark mark(Point point) {
        String tip = point.name + ": " + Si.format(point.inferencesPerSecond, "inf/s") + ", "
                + Si.format(point.seconds, "s");
        return new Mark(point.seconds, point.inferencesPerSecond, tip);
    }

    /** The page's own first, which must have its name; the others as far as there is room. */
    private void names() {
        List<Point> ordered = new ArrayList<>(points);
        ordered.sort(Comparator.comparing(Point::isOwn).reversed());
        for (Point point : ordered) {
            plot.placer()
                    .place(
                            point.name,
                            plot.frame().x(point.seconds),
                            plot.frame().y(point.inferencesPerSecond))
                    .ifPresent(plot::name);
        }
    }
}
