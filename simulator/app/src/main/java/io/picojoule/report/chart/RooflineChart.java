package io.picojoule.report.chart;

import io.picojoule.report.Si;
import io.picojoule.report.chart.StackedBars.SiFormat;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Williams' roofline on two logarithmic axes: each layer at its intensity for DRAM and for the global buffer. */
public final class RooflineChart {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 500;
    private static final int LEFT = 92;
    private static final int BOTTOM = 56;
    private static final int TOP = 14;
    private static final int RIGHT = 26;
    private static final double MARGIN = 1.9;
    private static final Rectangle2D AREA =
            new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);

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
    private final LogFrame frame;
    private final LabelPlacer placer = new LabelPlacer(AREA);
    private final XYPlot plot = new XYPlot();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);

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
        this.frame = new LogFrame(AREA, intensity, performance);
    }

    public static String svg(String id, String label, List<Point> points, Roofs roofs) {
        return new RooflineChart(points, roofs).svg(id, label);
    }

    private String svg(String id, String label) {
        plot.setDomainAxis(intensity);
        plot.setRangeAxis(performance);
        plot.setFixedDomainAxisSpace(space(RectangleEdge.BOTTOM, BOTTOM), false);
        plot.setFixedRangeAxisSpace(space(RectangleEdge.LEFT, LEFT), false);
        plot.setInsets(new RectangleInsets(TOP, 0, 0, RIGHT));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(Ink.GRID.color());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        if (roofs.hasDram()) {
            roof(roofs.dramBytesPerSecond, "DRAM", Ink.DRAM);
        }
        roof(roofs.bufferBytesPerSecond, roofs.buffer, Ink.GLOBAL_BUFFER);
        peak();
        markers();
        names();
        return Canvas.svg(id, label, plot, WIDTH, HEIGHT);
    }

    private static AxisSpace space(RectangleEdge edge, double size) {
        AxisSpace space = new AxisSpace();
        space.add(size, edge);
        return space;
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
        placer.avoid(peak, right, baseline);
        text(peak, right, baseline, 0, TextAnchor.BASELINE_RIGHT, Ink.ROOF);
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
        text(
                name + " " + new SiFormat("B/s").format(bytesPerSecond),
                px + 7 * Math.sin(angle),
                py - 7 * Math.cos(angle),
                angle,
                TextAnchor.BASELINE_LEFT,
                ink);
    }

    private void markers() {
        XYSeries dram = new XYSeries("DRAM", false, true);
        XYSeries buffer = new XYSeries("global buffer", false, true);
        List<String> dramTips = new ArrayList<>();
        List<String> bufferTips = new ArrayList<>();
        for (Point point : points) {
            if (isDrawn(point.dramIntensity)) {
                dram.add(point.dramIntensity, point.operationsPerSecond);
                dramTips.add(tip(point, point.dramIntensity, "DRAM"));
            }
            if (isDrawn(point.bufferIntensity)) {
                buffer.add(point.bufferIntensity, point.operationsPerSecond);
                bufferTips.add(tip(point, point.bufferIntensity, roofs.memory()));
            }
            if (isDrawn(point.dramIntensity) && isDrawn(point.bufferIntensity)) {
                under(new XYLineAnnotation(
                        point.bufferIntensity,
                        point.operationsPerSecond,
                        point.dramIntensity,
                        point.operationsPerSecond,
                        new BasicStroke(1),
                        Ink.AXIS.color()));
            }
        }
        XYSeriesCollection series = new XYSeriesCollection();
        series.addSeries(dram);
        series.addSeries(buffer);
        plot.setDataset(series);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-5, -5, 10, 10));
        renderer.setSeriesShape(1, diamond());
        style(0, Ink.DRAM.color());
        style(1, Ink.GLOBAL_BUFFER.color());
        renderer.setSeriesToolTipGenerator(0, (dataset, row, item) -> dramTips.get(item));
        renderer.setSeriesToolTipGenerator(1, (dataset, row, item) -> bufferTips.get(item));
        plot.setRenderer(renderer);
    }

    private void style(int series, Color color) {
        renderer.setSeriesPaint(series, color);
        renderer.setSeriesOutlinePaint(series, Ink.CARD.color());
        renderer.setSeriesOutlineStroke(series, new BasicStroke(1.5f));
    }

    private static Path2D diamond() {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -5.5);
        diamond.lineTo(5.5, 0);
        diamond.lineTo(0, 5.5);
        diamond.lineTo(-5.5, 0);
        diamond.closePath();
        return diamond;
    }

    private static String tip(Point point, double operationsPerByte, String what) {
        return point.name + ": " + Si.format(point.operationsPerSecond, "op/s") + " at " + Si.digits(operationsPerByte)
                + " op per byte of " + what;
    }

    private void names() {
        new PointNames(frame, placer)
                .place(points)
                .forEach(label ->
                        text(label.text(), label.x(), label.baseline(), 0, TextAnchor.BASELINE_LEFT, Ink.TEXT));
    }

    static boolean isDrawn(double intensity) {
        return intensity > 0 && Double.isFinite(intensity);
    }

    private void line(double x1, double y1, double x2, double y2, Ink ink) {
        under(new XYLineAnnotation(x1, y1, x2, y2, new BasicStroke(2), ink.color()));
        placer.avoid(x(x1), y(y1), x(x2), y(y2));
    }

    private void text(String text, double px, double py, double angle, TextAnchor anchor, Ink ink) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, frame.intensityAt(px), frame.performanceAt(py));
        annotation.setFont(StackedBars.FONT);
        annotation.setPaint(ink.color());
        annotation.setTextAnchor(anchor);
        annotation.setRotationAnchor(anchor);
        annotation.setRotationAngle(angle);
        plot.addAnnotation(annotation, false);
    }

    /** Draws below the points. */
    private void under(XYAnnotation annotation) {
        renderer.addAnnotation(annotation, Layer.BACKGROUND);
    }

    private double x(double value) {
        return frame.x(value);
    }

    private double y(double value) {
        return frame.y(value);
    }
}
