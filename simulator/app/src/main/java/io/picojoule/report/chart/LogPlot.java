package io.picojoule.report.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
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

/** Marks, lines and texts on two logarithmic axes, with places for names that lie on nothing else. */
final class LogPlot {
    private static final int WIDTH = 880;
    private static final int LEFT = 92;
    private static final int BOTTOM = 56;
    private static final int TOP = 14;
    private static final int RIGHT = 26;
    private static final double RIM = 1.5;
    private static final double RADIUS = 5;
    static final Shape CIRCLE = new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
    static final Shape DIAMOND = polygon(0, -5.5, 5.5, 0, 0, 5.5, -5.5, 0);
    static final Shape SQUARE = polygon(-4.5, -4.5, 4.5, -4.5, 4.5, 4.5, -4.5, 4.5);
    static final Shape TRIANGLE = polygon(0, -5.5, 5.5, 4.5, -5.5, 4.5);

    /** @param tip what is shown under the pointer */
    record Mark(double x, double y, String tip) {}

    private final int height;
    private final LogFrame frame;
    private final LabelPlacer placer;
    private final XYPlot plot = new XYPlot();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    private final XYSeriesCollection series = new XYSeriesCollection();

    LogPlot(DecadeAxis horizontal, DecadeAxis vertical, int height) {
        Rectangle2D area = new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, height - TOP - BOTTOM);
        this.height = height;
        this.frame = new LogFrame(area, horizontal, vertical);
        this.placer = new LabelPlacer(area);
        plot.setDomainAxis(horizontal);
        plot.setRangeAxis(vertical);
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

    private static Shape polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static AxisSpace space(RectangleEdge edge, double size) {
        AxisSpace space = new AxisSpace();
        space.add(size, edge);
        return space;
    }

    LogFrame frame() {
        return frame;
    }

    LabelPlacer placer() {
        return placer;
    }

    /** Marks of one kind, below all that came before. */
    void marks(List<Mark> marks, Shape shape, Ink fill, Ink rim) {
        int number = series.getSeriesCount();
        XYSeries points = new XYSeries(number, false, true);
        marks.forEach(mark -> points.add(mark.x, mark.y));
        series.addSeries(points);
        renderer.setSeriesShape(number, shape);
        renderer.setSeriesPaint(number, fill.color());
        renderer.setSeriesOutlinePaint(number, rim.color());
        renderer.setSeriesOutlineStroke(number, new BasicStroke((float) RIM));
        renderer.setSeriesToolTipGenerator(number, (dataset, row, item) -> marks.get(item).tip);
    }

    /** A line between two points of the axes, below the marks. */
    void line(double x1, double y1, double x2, double y2, float width, Ink ink) {
        renderer.addAnnotation(
                new XYLineAnnotation(x1, y1, x2, y2, new BasicStroke(width), ink.color()), Layer.BACKGROUND);
    }

    /** A text at a point of the canvas. */
    void text(String text, double px, double py, double angle, TextAnchor anchor, Ink ink) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, frame.horizontalAt(px), frame.verticalAt(py));
        annotation.setFont(StackedBars.FONT);
        annotation.setPaint(ink.color());
        annotation.setTextAnchor(anchor);
        annotation.setRotationAnchor(anchor);
        annotation.setRotationAngle(angle);
        plot.addAnnotation(annotation, false);
    }

    /** A name for which there was room. */
    void name(LabelPlacer.Label label) {
        text(label.text(), label.x(), label.baseline(), 0, TextAnchor.BASELINE_LEFT, Ink.TEXT);
    }

    String svg(String id, String label) {
        return Canvas.svg(id, label, plot, WIDTH, height);
    }
}
