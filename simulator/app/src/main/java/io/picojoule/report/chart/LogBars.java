package io.picojoule.report.chart;

import io.picojoule.report.Si;
import java.awt.BasicStroke;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Horizontal bars on a logarithmic axis: for each name a bar of each series, side by side, with its value at its end. A value of zero is
 * none, as a logarithmic axis has no place for it.
 */
public final class LogBars {
    private static final int WIDTH = 880;
    private static final int THIN = 17;
    private static final int BETWEEN = 12;
    private static final int AROUND = 60;
    /** How far the axis goes on beyond the values, as a factor: room for the shortest bar, and for the value behind the longest. */
    private static final double BELOW = 2.5;

    private static final double ROOM_FOR_VALUES = 0.18;

    private final Stack bars;
    private final String unit;
    private final boolean ratios;
    private final DecadeAxis axis;

    private LogBars(Stack bars, String unit, String axisTitle, boolean ratios) {
        this.bars = bars;
        this.unit = unit;
        this.ratios = ratios;
        double least = ratios ? 1 : Double.MAX_VALUE;
        double most = ratios ? 1 : 0;
        for (Stack.Bar bar : bars.bars()) {
            for (double value : bar.parts()) {
                if (value > 0) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        double low = least / BELOW;
        double room = Math.pow(most / low, ROOM_FOR_VALUES);
        this.axis = new DecadeAxis(axisTitle, unit, low, most * room);
    }

    /** Bars from the left edge. */
    public static String svg(String id, String label, Stack bars, String unit, String axisTitle) {
        return new LogBars(bars, unit, axisTitle, false).svg(id, label);
    }

    /** Bars from 1, to the right where a ratio is more and to the left where it is less. */
    public static String ofRatios(String id, String label, Stack bars, String axisTitle) {
        return new LogBars(bars, "", axisTitle, true).svg(id, label);
    }

    private String svg(String id, String label) {
        CategoryPlot plot = new CategoryPlot(dataset(), StackedBars.names(), axis, renderer());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(4, 4, 4, 12));
        if (ratios) {
            plot.addRangeMarker(new ValueMarker(1, Ink.AXIS.color(), new BasicStroke(1.5f)));
        }
        int height = bars.bars().size() * (bars.series().size() * THIN + BETWEEN) + AROUND;
        return Canvas.svg(id, label, plot, WIDTH, height);
    }

    private DefaultCategoryDataset dataset() {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (int number = 0; number < bars.bars().size(); number++) {
            Stack.Bar bar = bars.bars().get(number);
            for (int i = 0; i < bar.parts().length; i++) {
                Double value = bar.parts()[i] > 0 ? bar.parts()[i] : null;
                dataset.addValue(value, Integer.valueOf(i), new StackedBars.Label(number, bar.name()));
            }
        }
        return dataset;
    }

    private BarRenderer renderer() {
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setBase(ratios ? 1 : axis.getLowerBound());
        renderer.setIncludeBaseInRange(false);
        renderer.setItemMargin(0.06);
        renderer.setDefaultItemLabelFont(StackedBars.FONT);
        renderer.setDefaultItemLabelPaint(Ink.TEXT.color());
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setDefaultItemLabelGenerator(new Values());
        renderer.setDefaultToolTipGenerator((dataset, row, column) -> {
            Stack.Bar bar = bars.bars().get(column);
            String series =
                    bars.series().size() > 1 ? ", " + bars.series().get(row).name() : "";
            return bar.name() + series + ": " + value(bar.parts()[row]);
        });
        for (int i = 0; i < bars.series().size(); i++) {
            renderer.setSeriesPaint(i, bars.series().get(i).ink().color());
        }
        return renderer;
    }

    private String value(double value) {
        return ratios ? Si.digits(value) + " ×" : Si.format(value, unit);
    }

    /** The values at the ends of the bars. */
    private final class Values extends StandardCategoryItemLabelGenerator {
        @Override
        public String generateLabel(CategoryDataset dataset, int row, int column) {
            return dataset.getValue(row, column) == null
                    ? ""
                    : value(dataset.getValue(row, column).doubleValue());
        }
    }
}
