package io.picojoule.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
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

/** What rooflines are drawn on: two logarithmic axes, lines below points, and texts. */
final class LogLogPlot {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 500;
    private static final int LEFT = 92;
    private static final int BOTTOM = 56;
    private static final int TOP = 14;
    private static final int RIGHT = 26;
    private static final double RADIUS = 5;
    static final Rectangle2D AREA = new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);

    static final Shape CIRCLE = new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
    static final Shape DIAMOND = polygon(0, -5.5, 5.5, 0, 0, 5.5, -5.5, 0);
    static final Shape SQUARE = polygon(-4.5, -4.5, 4.5, -4.5, 4.5, 4.5, -4.5, 4.5);
    static final Shape TRIANGLE = polygon(0, -5.5, 5.5, 4.5, -5.5, 4.5);

    /** @param tip what is told of it under the pointer */
    record Mark(double x, double y, String tip) {}

    private final LogFrame frame;
    private final XYPlot plot = new XYPlot();
    private final XYSeriesCollection series = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);

    LogLogPlot(DecadeAxis across, DecadeAxis up) {
        this.frame = new LogFrame(AREA, across, up);
        plot.setDomainAxis(across);
        plot.setRangeAxis(up);
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
        plot.setDataset(series);
        plot.setRenderer(renderer);
        renderer.setUseOutlinePaint(true);
    }

    LogFrame frame() {
        return frame;
    }

    String svg(String id, String label) {
        return Canvas.svg(id, label, plot, WIDTH, HEIGHT);
    }

    /** Points of one shape and colour. */
    void marks(List<Mark> marks, Shape shape, Ink ink) {
        int index = series.getSeriesCount();
        XYSeries points = new XYSeries(index, false, true);
        marks.forEach(mark -> points.add(mark.x(), mark.y()));
        series.addSeries(points);
        renderer.setSeriesShape(index, shape);
        renderer.setSeriesPaint(index, ink.color());
        renderer.setSeriesOutlinePaint(index, Ink.CARD.color());
        renderer.setSeriesOutlineStroke(index, new BasicStroke(1.5f));
        renderer.setSeriesToolTipGenerator(
                index, (dataset, row, item) -> marks.get(item).tip());
    }

    /** A line below the points. */
    void line(double x1, double y1, double x2, double y2, float width, Color color) {
        under(new XYLineAnnotation(x1, y1, x2, y2, new BasicStroke(width), color));
    }

    private void under(XYAnnotation annotation) {
        renderer.addAnnotation(annotation, Layer.BACKGROUND);
    }

    /** A text at a place of the canvas, turned by {@code angle} radians. */
    void text(String text, double px, double py, double angle, TextAnchor anchor, Ink ink) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, frame.intensityAt(px), frame.performanceAt(py));
        annotation.setFont(StackedBars.FONT);
        annotation.setPaint(ink.color());
        annotation.setTextAnchor(anchor);
        annotation.setRotationAnchor(anchor);
        annotation.setRotationAngle(angle);
        plot.addAnnotation(annotation, false);
    }

    private static AxisSpace space(RectangleEdge edge, double size) {
        AxisSpace space = new AxisSpace();
        space.add(size, edge);
        return space;
    }

    private static Shape polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
