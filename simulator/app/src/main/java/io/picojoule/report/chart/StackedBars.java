package io.picojoule.report.chart;

import io.picojoule.report.Si;
import java.awt.BasicStroke;
import java.awt.Font;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Horizontal bars, a layer each, stacked by component, operand or cause. */
public final class StackedBars {
    static final Font FONT = new Font("DejaVu Sans", Font.PLAIN, 12);

    private static final int WIDTH = 880;
    private static final int BAR = 27;
    private static final int AROUND = 64;
    private static final int TICKS = 8;
    private static final double GAP = 0.30;

    private StackedBars() {}

    /**
     * The bars as an SVG element.
     *
     * @param unit of the parts; {@code %} where they are fractions
     */
    public static String svg(String id, String label, Stack stack, String unit, String axisTitle) {
        CategoryPlot plot =
                new CategoryPlot(dataset(stack), names(), values(stack, unit, axisTitle), renderer(stack, unit));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(4, 4, 4, 40));
        return Canvas.svg(id, label, plot, WIDTH, stack.bars().size() * BAR + AROUND);
    }

    private static DefaultCategoryDataset dataset(Stack stack) {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (int number = 0; number < stack.bars().size(); number++) {
            Stack.Bar bar = stack.bars().get(number);
            for (int i = 0; i < bar.parts().length; i++) {
                dataset.addValue(bar.parts()[i], stack.series().get(i).name(), new Label(number, bar.name()));
            }
        }
        return dataset;
    }

    /** Tells bars apart by their number: names may be alike once they are cut, and the chart library takes minutes to lay out very long ones. */
    record Label(int number, String name) implements Comparable<Label> {
        private static final int LONGEST = 48;

        @Override
        public int compareTo(Label other) {
            return Integer.compare(number, other.number);
        }

        @Override
        public String toString() {
            return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
        }
    }

    static CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(FONT);
        axis.setTickLabelPaint(Ink.TEXT.color());
        axis.setAxisLinePaint(Ink.AXIS.color());
        axis.setTickMarksVisible(false);
        axis.setMaximumCategoryLabelWidthRatio(0.34f);
        axis.setLowerMargin(GAP / 2 / 10);
        axis.setUpperMargin(GAP / 2 / 10);
        axis.setCategoryMargin(GAP);
        return axis;
    }

    private static NumberAxis values(Stack stack, String unit, String title) {
        NumberAxis axis = new NumberAxis(title);
        double largest = unit.equals("%") ? 1 : stack.largest();
        double step = unit.equals("%") ? 0.2 : roundStep(largest / TICKS);
        axis.setAutoRange(false);
        axis.setRange(0, unit.equals("%") ? 1 : Math.ceil(largest / step - 1e-9) * step);
        axis.setTickUnit(new NumberTickUnit(step, new SiFormat(unit)), false, true);
        style(axis);
        return axis;
    }

    static void style(NumberAxis axis) {
        axis.setLabelFont(FONT);
        axis.setLabelPaint(Ink.MUTED.color());
        axis.setTickLabelFont(FONT);
        axis.setTickLabelPaint(Ink.MUTED.color());
        axis.setAxisLinePaint(Ink.AXIS.color());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
    }

    /** The next of 1, 2, 2.5, 5 times a power of ten. */
    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static StackedBarRenderer renderer(Stack stack, String unit) {
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setDefaultToolTipGenerator(
                (dataset, row, column) -> tip(stack.bars().get(column), stack, row, unit));
        for (int i = 0; i < stack.series().size(); i++) {
            renderer.setSeriesPaint(i, stack.series().get(i).ink().color());
        }
        return renderer;
    }

    private static String tip(Stack.Bar bar, Stack stack, int series, String unit) {
        String share = Si.share(bar.parts()[series] / bar.sum());
        String value = unit.equals("%") ? share : Si.format(bar.parts()[series], unit) + " (" + share + ")";
        return bar.name() + ": " + stack.series().get(series).name() + " " + value;
    }

    /** Axis labels with SI prefixes. */
    static final class SiFormat extends NumberFormat {
        private final String unit;

        SiFormat(String unit) {
            this.unit = unit;
        }

        @Override
        public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
            if (unit.equals("%")) {
                return text.append(Math.round(number * 100)).append(" %");
            }
            return text.append(trimmed(Si.format(number, unit)));
        }

        @Override
        public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
            return format((double) number, text, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("labels are not read back");
        }

        /** Without the zeros that three digits leave: {@code 5 mJ}, not {@code 5.00 mJ}. */
        private static String trimmed(String text) {
            int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
            String number = text.substring(0, end);
            if (number.contains(".")) {
                number = number.replaceAll("0+$", "").replaceAll("\\.$", "");
            }
            return number + text.substring(end);
        }
    }
}
