package io.picojoule.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A table to be drawn as stacked bars: a row of bars for each name, a part for each series. */
public final class Stack {
    /** What the parts of one colour are. */
    public record Series(String name, Ink ink) {}

    /** A bar. */
    public record Bar(String name, double[] parts) {
        double sum() {
            double sum = 0;
            for (double part : parts) {
                sum += part;
            }
            return sum;
        }
    }

    private final List<Series> series;
    private final List<Bar> bars;

    public Stack(List<Series> series, List<Bar> bars) {
        this.series = List.copyOf(series);
        this.bars = List.copyOf(bars);
    }

    public List<Series> series() {
        return series;
    }

    public List<Bar> bars() {
        return bars;
    }

    public double total(int seriesIndex) {
        return bars.stream().mapToDouble(bar -> bar.parts()[seriesIndex]).sum();
    }

    public double largest() {
        return bars.stream().mapToDouble(Bar::sum).max().orElse(0);
    }

    public boolean isEmpty() {
        return largest() <= 0;
    }

    /** Without the series that are zero everywhere. */
    public Stack withoutEmptySeries() {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (total(i) > 0) {
                kept.add(i);
            }
        }
        List<Bar> narrowed = bars.stream()
                .map(bar -> new Bar(
                        bar.name(),
                        kept.stream().mapToDouble(i -> bar.parts()[i]).toArray()))
                .toList();
        return new Stack(kept.stream().map(series::get).toList(), narrowed);
    }

    /** The same bars under other names. */
    public Stack named(BiFunction<Integer, String, String> name) {
        List<Bar> renamed = new ArrayList<>();
        for (Bar bar : bars) {
            renamed.add(new Bar(name.apply(renamed.size(), bar.name()), bar.parts()));
        }
        return new Stack(series, renamed);
    }

    /** Each bar as fractions of itself. */
    public Stack asShares() {
        List<Bar> shares = new ArrayList<>();
        for (Bar bar : bars) {
            double sum = bar.sum();
            double[] parts = new double[bar.parts().length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = sum == 0 ? 0 : bar.parts()[i] / sum;
            }
            shares.add(new Bar(bar.name(), parts));
        }
        return new Stack(series, shares);
    }

    /** The {@code most} largest bars in their order, and one for all the others together where there are more. */
    public Stack folded(int most) {
        if (bars.size() <= most) {
            return this;
        }
        double[] sums = bars.stream().mapToDouble(Bar::sum).sorted().toArray();
        double threshold = sums[sums.length - most];
        List<Bar> kept = new ArrayList<>();
        double[] rest = new double[series.size()];
        int others = 0;
        for (Bar bar : bars) {
            if (bar.sum() >= threshold && kept.size() < most) {
                kept.add(bar);
                continue;
            }
            others++;
            for (int i = 0; i < rest.length; i++) {
                rest[i] += bar.parts()[i];
            }
        }
        kept.add(new Bar(others + " other layers", rest));
        return new Stack(series, kept);
    }
}
