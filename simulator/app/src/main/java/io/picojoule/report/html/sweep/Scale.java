package io.picojoule.report.html.sweep;

import io.picojoule.report.sweep.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where numbers lie on a drawing. The script {@code scale.js} does the same.
 *
 * @param low the number at {@code from}
 * @param high the number at {@code to}, above {@code low}
 * @param from in units of the drawing
 */
record Scale(double low, double high, boolean isLog, double from, double to) {
    /** From so many times on an axis is logarithmic. */
    private static final double MANY_TIMES = 10;

    private static final double MARGIN = 0.04;
    private static final double FEW_DECADES = 2.2;
    private static final int[] STEPS = {1, 2, 5};

    /** Room for all numbers of a span, logarithmic if they are positive and far apart. */
    static Scale of(Span span, double from, double to) {
        return of(span.least(), span.most(), from, to);
    }

    static Scale of(double least, double most, double from, double to) {
        if (!(least < most)) {
            double around = least == 0 || !Double.isFinite(least) ? 1 : Math.abs(least) / 2;
            double middle = Double.isFinite(least) ? least : 0;
            return new Scale(middle - around, middle + around, false, from, to);
        }
        if (least > 0 && most / least >= MANY_TIMES) {
            double margin = Math.pow(most / least, MARGIN);
            return new Scale(least / margin, most * margin, true, from, to);
        }
        double margin = (most - least) * MARGIN;
        return new Scale(least - margin, most + margin, false, from, to);
    }

    double at(double value) {
        double share = isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /** Round numbers between the ends, {@code most} or fewer. */
    List<Double> ticks(int most) {
        List<Double> decades = isLog ? decades() : List.of();
        return decades.size() >= 2 ? every(decades, most) : round(most);
    }

    private List<Double> decades() {
        List<Double> ticks = new ArrayList<>();
        int[] steps = Math.log10(high / low) < FEW_DECADES ? STEPS : new int[] {1};
        for (int exponent = (int) Math.floor(Math.log10(low)); exponent <= Math.ceil(Math.log10(high)); exponent++) {
            for (int step : steps) {
                double value = Double.parseDouble(step + "e" + exponent);
                if (value >= low && value <= high) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }

    private static List<Double> every(List<Double> ticks, int most) {
        int step = (ticks.size() + most - 1) / most;
        List<Double> some = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i += step) {
            some.add(ticks.get(i));
        }
        return some;
    }

    private List<Double> round(int most) {
        List<Double> ticks = new ArrayList<>();
        int exponent = (int) Math.floor(Math.log10((high - low) / most));
        for (int i = 0; i <= STEPS.length; i++) {
            BigDecimal step = i < STEPS.length
                    ? BigDecimal.valueOf(STEPS[i]).scaleByPowerOfTen(exponent)
                    : BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
            double width = step.doubleValue();
            if ((high - low) / width <= most) {
                for (long n = (long) Math.ceil(low / width); n <= Math.floor(high / width); n++) {
                    ticks.add(step.multiply(BigDecimal.valueOf(n)).doubleValue());
                }
                return ticks;
            }
        }
        return ticks;
    }
}
