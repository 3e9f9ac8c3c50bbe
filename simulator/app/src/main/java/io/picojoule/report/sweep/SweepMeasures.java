package io.picojoule.report.sweep;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.report.Metric;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import io.picojoule.sweep.Figure;
import io.picojoule.sweep.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What sweeps measure: the metrics of whole runs by which machines are chosen. */
public final class SweepMeasures {
    private static final Set<String> KEYS = Set.of(
            "cycles",
            "seconds",
            "processingSeconds",
            "inferencesPerSecond",
            "operationsPerSecond",
            "joules",
            "chipJoules",
            "energyInMacs",
            "inferencesPerJoule",
            "inferencesPerSecondPerDollar",
            "averageWatts",
            "energyDelayProduct",
            "fractionOfPeak",
            "fractionOfRoof",
            "bandwidthBoundTimeFraction",
            "dramBytes",
            "inferencesPerSecondPerSquareMillimetre");

    /** In the order of {@link Metric#ALL}. */
    public static final List<Figure> ALL = Stream.concat(
                    Metric.ALL.stream()
                            .filter(metric -> KEYS.contains(metric.key()))
                            .map(metric -> new Figure(
                                    new Measure(metric.key(), metric.title(), metric.unit()),
                                    (totals, run) -> value(metric, totals, run))),
                    Stream.of(new Figure(
                            new Measure("area", "area", "mm²"),
                            (totals, run) -> run.area()
                                    .map(AreaBreakdown::squareMillimetres)
                                    .orElse(Double.NaN))))
            .toList();

    private SweepMeasures() {}

    /** What an objective can be. */
    public static Set<String> keys() {
        return ALL.stream()
                .map(figure -> figure.measure().key())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static double value(Metric metric, Totals totals, RunResult run) {
        Optional<Number> value = metric.of(totals, run);
        return value.map(Number::doubleValue).orElse(Double.NaN);
    }
}
