package io.picojoule.report.html.comparison;

import io.picojoule.report.Report;
import io.picojoule.report.chart.Ink;
import io.picojoule.report.chart.LogBars;
import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.Stack.Bar;
import io.picojoule.report.chart.Stack.Series;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.Entrant;
import io.picojoule.report.comparison.Relative;
import io.picojoule.report.comparison.Round;
import io.picojoule.report.comparison.Score;
import io.picojoule.report.html.BarFigure;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Inferences a second, per joule and per dollar, and both against the baseline: a bar for each machine and each batch of the command. */
final class ThroughputSection implements Section<Comparison> {
    private static final int LONGEST_NAME = 30;

    private static final String NO_UNIT = "no common unit";

    private final List<Comparison> batches;

    /** @param batches all comparisons of the command */
    ThroughputSection(List<Comparison> batches) {
        this.batches = batches;
    }

    /** A figure of a machine in a comparison; not a number where there is none. */
    private interface Figure {
        double of(Comparison comparison, Score score);
    }

    @Override
    public String title() {
        return "Speed and efficiency";
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return batches.stream().anyMatch(batch -> !batch.isNothing());
    }

    @Override
    public void write(Html html, Comparison comparison) {
        String baseline = comparison.baseline().label();
        html.element(
                "p",
                "Over the layers that all machines ran, logarithmic. Speed-up is inferences a second, and efficiency inferences per joule, "
                        + "of which " + baseline + " has 1"
                        + (batches.size() > 1 ? " at the same batch." : "."),
                "class",
                "note");
        if (batches.stream().map(ThroughputSection::layers).distinct().count() > 1) {
            String each = batches.stream()
                    .map(batch -> batch.batch() + " ("
                            + Report.layers(batch.all().layers().size()) + ")")
                    .collect(Collectors.joining(", "));
            html.open("p", "class", "note")
                    .element("strong", "The batches are not over the same layers: " + each + ".")
                    .text(" What the machines ran at each is on its page.")
                    .close();
        }
        metric(html, comparison, "throughput", "Inferences a second", "inferencesPerSecond", "inf/s", "did not run");
        ratios(html, comparison, "speed-up", "Speed-up against " + baseline, Relative::speedUp);
        metric(
                html,
                comparison,
                "inferences-per-joule",
                "Inferences per joule",
                "inferencesPerJoule",
                "inf/J",
                "no joules are known");
        ratios(html, comparison, "efficiency", "Efficiency against " + baseline, Relative::efficiency);
        metric(
                html,
                comparison,
                "throughput-per-dollar",
                "Inferences a second per dollar",
                "inferencesPerSecondPerDollar",
                "inf/s/$",
                "no price is stated");
        metric(
                html,
                comparison,
                "throughput-per-area",
                "Inferences a second per square millimetre",
                "inferencesPerSecondPerSquareMillimetre",
                "inf/s/mm²",
                "no area is known");
    }

    private void metric(
            Html html, Comparison comparison, String id, String heading, String key, String unit, String missing) {
        Figure figure =
                (batch, score) -> score.value(key).map(Number::doubleValue).orElse(Double.NaN);
        Stack stack = bars(comparison, figure, missing);
        BarFigure.write(html, heading, stack, missing, () -> LogBars.svg(id, heading, stack, unit, unit));
    }

    private interface Ratio {
        double of(Relative relative);
    }

    private void ratios(Html html, Comparison comparison, String id, String heading, Ratio ratio) {
        Figure figure = (batch, score) -> ratio.of(Relative.of(batch, batch.all(), score));
        String axis = "multiple of " + comparison.baseline().label();
        Stack stack = bars(comparison, figure, NO_UNIT);
        BarFigure.write(html, heading, stack, NO_UNIT, () -> LogBars.ofRatios(id, heading, stack, axis));
    }

    /** A machine that has no such figure keeps its place, with the reason beside its name. */
    private Stack bars(Comparison comparison, Figure figure, String missing) {
        List<Series> series = new ArrayList<>();
        for (Comparison batch : batches) {
            Ink ink = batches.size() == 1 ? Ink.BUSY : Ink.series(series.size());
            series.add(new Series("batch " + batch.batch(), ink));
        }
        List<Bar> bars = new ArrayList<>();
        for (Entrant entrant : comparison.entrants()) {
            double[] values = batches.stream()
                    .mapToDouble(batch -> value(batch, entrant.label(), figure))
                    .toArray();
            boolean none = Arrays.stream(values).noneMatch(value -> value > 0);
            String reason = isAbsent(entrant.label()) ? "did not run" : missing;
            String name = MachineStacks.cut(entrant.label(), LONGEST_NAME);
            bars.add(new Bar(none ? name + " · " + reason : name, values));
        }
        return new Stack(series, bars);
    }

    private static List<String> layers(Comparison batch) {
        return batch.all().layers().stream().map(NetworkLayer::name).toList();
    }

    private boolean isAbsent(String label) {
        return batches.stream().allMatch(batch -> score(batch, label).isEmpty());
    }

    private static Optional<Score> score(Comparison batch, String label) {
        Round all = batch.all();
        return all.isEmpty()
                ? Optional.empty()
                : all.scores().stream()
                        .filter(score -> score.label().equals(label))
                        .findFirst();
    }

    private static double value(Comparison batch, String label, Figure figure) {
        double value = score(batch, label).map(score -> figure.of(batch, score)).orElse(0.0);
        return Double.isFinite(value) ? value : 0;
    }
}
