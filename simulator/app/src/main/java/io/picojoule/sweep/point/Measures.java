package io.picojoule.sweep.point;

import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import io.picojoule.sweep.Figure;
import io.picojoule.sweep.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a sweep measures: the figures of a run. With several networks, their geometric mean, in which none drowns another, and for each network
 * {@link #OF_EACH} as well.
 */
final class Measures {
    /** Keys of what is kept of each of several networks. */
    private static final List<String> OF_EACH = List.of("seconds", "joules");

    private final List<Figure> figures;
    private final List<Figure> ofEach;
    private final List<Measure> all = new ArrayList<>();

    /** @param networks their short names, as columns have them */
    Measures(List<Figure> figures, List<String> networks) {
        this.figures = figures;
        this.ofEach = networks.size() < 2
                ? List.of()
                : figures.stream()
                        .filter(figure -> OF_EACH.contains(figure.measure().key()))
                        .toList();
        figures.forEach(figure -> all.add(figure.measure()));
        for (String network : networks) {
            for (Figure figure : ofEach) {
                Measure of = figure.measure();
                all.add(new Measure(network + "." + of.key(), of.title() + " of " + network, of.unit()));
            }
        }
    }

    List<Measure> all() {
        return List.copyOf(all);
    }

    double[] of(List<RunResult> results) {
        List<Totals> totals = results.stream().map(RunResult::totals).toList();
        double[] measured = new double[all.size()];
        int at = 0;
        for (Figure figure : figures) {
            measured[at++] = mean(IntStream.range(0, results.size())
                    .mapToDouble(i -> figure.of().applyAsDouble(totals.get(i), results.get(i)))
                    .toArray());
        }
        for (int i = 0; i < results.size(); i++) {
            for (Figure figure : ofEach) {
                measured[at++] = figure.of().applyAsDouble(totals.get(i), results.get(i));
            }
        }
        return measured;
    }

    /** Geometric; exact where all are the same, and 0 where one of them is. */
    private static double mean(double[] values) {
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            return values[0];
        }
        return Math.exp(Arrays.stream(values).map(Math::log).average().orElse(Double.NaN));
    }
}
