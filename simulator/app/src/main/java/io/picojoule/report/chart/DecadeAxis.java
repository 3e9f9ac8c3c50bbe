package io.picojoule.report.chart;

import io.picojoule.report.chart.StackedBars.SiFormat;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with ticks at powers of ten, and at 2 and 5 where there are few of those. */
final class DecadeAxis extends LogAxis {
    private static final double FEW_DECADES = 2.2;

    private final transient SiFormat format;
    private final double low;
    private final double high;

    DecadeAxis(String title, String unit, double low, double high) {
        super(title);
        this.format = new SiFormat(unit);
        this.low = low;
        this.high = high;
        setAutoRange(false);
        setRange(low, high);
        setLabelFont(StackedBars.FONT);
        setLabelPaint(Ink.MUTED.color());
        setTickLabelFont(StackedBars.FONT);
        setTickLabelPaint(Ink.MUTED.color());
        setAxisLinePaint(Ink.AXIS.color());
        setTickMarksVisible(false);
        setMinorTickMarksVisible(false);
    }

    /** Where on the axis a value lies, from 0 to 1. */
    double position(double value) {
        return Math.log(value / low) / Math.log(high / low);
    }

    /** The inverse of {@link #position}. */
    double value(double position) {
        return low * Math.pow(high / low, position);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        int[] steps = Math.log10(high / low) < FEW_DECADES ? new int[] {1, 2, 5} : new int[] {1};
        List<NumberTick> ticks = new ArrayList<>();
        int last = (int) Math.ceil(Math.log10(high));
        for (int exponent = (int) Math.floor(Math.log10(low)); exponent <= last; exponent++) {
            for (int step : steps) {
                double value = Double.parseDouble(step + "e" + exponent);
                if (value >= low && value <= high) {
                    ticks.add(new NumberTick(value, format.format(value), anchor, TextAnchor.CENTER, 0));
                }
            }
        }
        return ticks;
    }
}
