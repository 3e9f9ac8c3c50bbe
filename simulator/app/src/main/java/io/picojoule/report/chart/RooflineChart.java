package io.picojoule.report.chart;

import io.picojoule.report.Si;
import io.picojoule.report.chart.LogPlot.Mark;
import io.picojoule.report.chart.StackedBars.SiFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.ui.TextAnchor;

/** Williams' roofline on two logarithmic axes: each layer at its intensity for DRAM and for the global buffer. */
public final class RooflineChart {
    static final int HEIGHT = 500;
    private static final double MARGIN = 1.9;

    /** A layer; one that performs no operation is not drawn, nor is an intensity that is infinite. */
    public record Point(
            String name, double seconds, double operationsPerSecond, double dramIntensity, double bufferIntensity) {}

    /**
     * The roofs of the machine.
     *
     * @param dramBytesPerSecond infinite where there is no DRAM, which is then no roof
     * @param buffer what the buffer's roof is called
     */
    public record Roofs(
            double peakOperationsPerSecond, double dramBytesPerSecond, double bufferBytesPerSecond, String buffer) {
        /** Whose bytes cross there: the buses are those of the global buffer. */
        private String memory() {
            return buffer.equals("buses") ? "the global buffer" : buffer;
        }

        /** Where the lowest of the slanting roofs meets the peak. */
        private double ridge() {
            double ofBuffer = peakOperationsPerSecond / bufferBytesPerSecond;
            return hasDram() ? Math.min(peakOperationsPerSecond / dramBytesPerSecond, ofBuffer) : ofBuffer;
        }

        private boolean hasDram() {
            return Double.isFinite(dramBytesPerSecond);
        }
    }

    private final List<Point> points;
    private final Roofs roofs;
    private final DecadeAxis intensity;
    private final DecadeAxis performance;
    private final LogPlot plot;

    private RooflineChart(List<Point> points, Roofs roofs) {
        // Zero has no place on a logarithmic axis.
        this.points = points.stream()
                .filter(point -> point.operationsPerSecond > 0)
                .sorted(Comparator.comparingDouble(Point::seconds).reversed())
                .toList();
        this.roofs = roofs;
        double least = roofs.peakOperationsPerSecond / 10;
        double left = roofs.peakOperationsPerSecond / roofs.bufferBytesPerSecond;
        double right = roofs.hasDram() ? roofs.peakOperationsPerSecond / roofs.dramBytesPerSecond : left;
        for (Point point : this.points) {
            least = Math.min(least, point.operationsPerSecond);
            for (double each : new double[] {point.dramIntensity, point.bufferIntensity}) {
                if (isDrawn(each)) {
                    left = Math.min(left, each);
                    right = Math.max(right, each);
                }
            }
        }
        double narrow = Math.min(left, right);
        double wide = Math.max(left, right);
        this.intensity = new DecadeAxis(
                "arithmetic intensity (op per byte moved)", "", narrow / MARGIN / MARGIN, wide * MARGIN * MARGIN);
        this.performance =
                new DecadeAxis("performance", "op/s", least / MARGIN / MARGIN, roofs.peakOperationsPerSecond * MARGIN);
        this.plot = new LogPlot(intensity, performance, HEIGHT);
    }

    public static String svg(String id, String label, List<Point> points, Roofs roofs) {
        return new RooflineChart(points, roofs).svg(id, label);
    }

    private String svg(String id, String label) {
        if (roofs.hasDram()) {
            roof(roofs.dramBytesPerSecond, "DRAM", Ink.DRAM);
        }
        roof(roofs.bufferBytesPerSecond, roofs.buffer, Ink.GLOBAL_BUFFER);
        peak();
        markers();
        names();
        return plot.svg(id, label);
    }

    private void peak() {
        line(
                roofs.ridge(),
                roofs.peakOperationsPerSecond,
                intensity.getUpperBound(),
                roofs.peakOperationsPerSecond,
                Ink.ROOF);
        String peak = "peak " + new SiFormat("op/s").format(roofs.peakOperationsPerSecond);
        double right = x(intensity.getUpperBound()) - 6;
        double baseline = y(roofs.peakOperationsPerSecond) - 7;
        plot.placer().avoid(peak, right, baseline);
        plot.text(peak, right, baseline, 0, TextAnchor.BASELINE_RIGHT, Ink.ROOF);
    }

    /** A diagonal from the edge of the chart up to the peak, with its bandwidth along it. */
    private void roof(double bytesPerSecond, String name, Ink ink) {
        double ridge = roofs.peakOperationsPerSecond / bytesPerSecond;
        double start = Math.max(intensity.getLowerBound(), performance.getLowerBound() / bytesPerSecond);
        if (start >= ridge) {
            return;
        }
        line(start, start * bytesPerSecond, ridge, roofs.peakOperationsPerSecond, ink);
        double angle = Math.atan2(y(roofs.peakOperationsPerSecond) - y(start * bytesPerSecond), x(ridge) - x(start));
        double along = 0.05;
        double px = x(start) + along * (x(ridge) - x(start));
        double py = y(start * bytesPerSecond) + along * (y(roofs.peakOperationsPerSecond) - y(start * bytesPerSecond));
        plot.text(
                name + " " + new SiFormat("B/s").format(bytesPerSecond),
                px + 7 * Math.sin(angle),
                py - 7 * Math.cos(angle),
                angle,
                TextAnchor.BASELINE_LEFT,
                ink);
    }

    private void markers() {
        List<Mark> dram = new ArrayList<>();
        List<Mark> buffer = new ArrayList<>();
        for (Point point : points) {
            if (isDrawn(point.dramIntensity)) {
                dram.add(mark(point, point.dramIntensity, "DRAM"));
            }
            if (isDrawn(point.bufferIntensity)) {
                buffer.add(mark(point, point.bufferIntensity, roofs.memory()));
            }
            if (isDrawn(point.dramIntensity) && isDrawn(point.bufferIntensity)) {
                plot.line(
                        point.bufferIntensity,
                        point.operationsPerSecond,
                        point.dramIntensity,
                        point.operationsPerSecond,
                        1,
                        Ink.AXIS);
            }
        }
        plot.marks(dram, LogPlot.CIRCLE, Ink.DRAM, Ink.CARD);
        plot.marks(buffer, LogPlot.DIAMOND, Ink.GLOBAL_BUFFER, Ink.CARD);
    }

    private static Mark mark(Point point, double operationsPerByte, String what) {
        String tip = point.name + ": " + Si.format(point.operationsPerSecond, "op/s") + " at "
                + Si.digits(operationsPerByte) + " op per byte of " + what;
        return new Mark(operationsPerByte, point.operationsPerSecond, tip);
    }

    private void names() {
        new PointNames(plot.frame(), plot.placer()).place(points).forEach(plot::name);
    }

    static boolean isDrawn(double intensity) {
        return intensity > 0 && Double.isFinite(intensity);
    }

    private void line(double x1, double y1, double x2, double y2, Ink ink) {
        plot.line(x1, y1, x2, y2, 2, ink);
        plot.placer().avoid(x(x1), y(y1), x(x2), y(y2));
    }

    private double x(double value) {
        return plot.frame().x(value);
    }

    private double y(double value) {
        return plot.frame().y(value);
    }
}
