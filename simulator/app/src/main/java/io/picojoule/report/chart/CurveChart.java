package io.picojoule.report.chart;

import io.picojoule.report.Si;
import io.picojoule.report.chart.StackedBars.SiFormat;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Lines over steps of a parameter, each of which is twice the one before: fractions from 0 to 1, or factors on a logarithmic axis. */
public final class CurveChart {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 320;
    private static final double MARK = 7;
    private static final double FIFTH = 0.2;
    private static final double ABOVE = 1.3;

    private CurveChart() {}

    /** @param unit {@code %} where the values are fractions */
    public static String svg(String id, String label, List<Curve> curves, String unit, String axisTitle) {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (Curve curve : curves) {
            curve.points().forEach(point -> dataset.addValue(point.value(), curve.name(), point.at()));
        }
        CategoryPlot plot = new CategoryPlot(
                dataset, steps(axisTitle), unit.equals("%") ? shares() : factors(curves), renderer(curves, unit));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(8, 4, 4, 24));
        return Canvas.svg(id, label, plot, WIDTH, HEIGHT);
    }

    private static CategoryAxis steps(String title) {
        CategoryAxis axis = new CategoryAxis(title);
        axis.setLabelFont(StackedBars.FONT);
        axis.setLabelPaint(Ink.MUTED.color());
        axis.setTickLabelFont(StackedBars.FONT);
        axis.setTickLabelPaint(Ink.MUTED.color());
        axis.setAxisLinePaint(Ink.AXIS.color());
        axis.setTickMarksVisible(false);
        return axis;
    }

    private static ValueAxis shares() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(0, 1);
        axis.setTickUnit(new NumberTickUnit(FIFTH, new SiFormat("%")), false, true);
        StackedBars.style(axis);
        return axis;
    }

    private static ValueAxis factors(List<Curve> curves) {
        double largest = 2;
        double smallest = 1;
        for (Curve curve : curves) {
            for (Curve.Point point : curve.points()) {
                largest = Math.max(largest, point.value());
                smallest = Math.min(smallest, point.value());
            }
        }
        return new DecadeAxis("", "", smallest / ABOVE, largest * ABOVE);
    }

    private static LineAndShapeRenderer renderer(List<Curve> curves, String unit) {
        LineAndShapeRenderer renderer = new LineAndShapeRenderer(true, true);
        for (int i = 0; i < curves.size(); i++) {
            renderer.setSeriesPaint(i, curves.get(i).ink().color());
            renderer.setSeriesStroke(i, new BasicStroke(2));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-MARK / 2, -MARK / 2, MARK, MARK));
        }
        renderer.setDefaultToolTipGenerator((dataset, row, column) -> {
            Curve.Point point = curves.get(row).points().get(column);
            return curves.get(row).name() + " at " + point.at() + ": "
                    + (unit.equals("%") ? Si.share(point.value()) : Si.digits(point.value()));
        });
        return renderer;
    }
}
