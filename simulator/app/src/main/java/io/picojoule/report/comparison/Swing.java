package io.picojoule.report.comparison;

import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.simulation.LayerResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How far a value that is not known well moves the figures of its machine, over the layers that all machines ran.
 *
 * @param stated with the value as it is stated
 * @param low with the value at the lower end of its range; nothing if the machine does not run all of the layers then
 * @param high likewise, at the upper end
 */
public record Swing(Sensitivity sensitivity, Score stated, Optional<Score> low, Optional<Score> high) {
    /** All swings of a comparison, machine by machine in the order of their documents. */
    public static List<Swing> of(Comparison comparison) {
        return comparison.entrants().stream()
                .flatMap(entrant -> of(comparison, entrant).stream())
                .toList();
    }

    static List<Swing> of(Comparison comparison, Entrant entrant) {
        return comparison.all().score(entrant).stream()
                .flatMap(stated -> entrant.sensitivities().stream()
                        .map(each -> new Swing(each, stated, end(stated, each.atLow()), end(stated, each.atHigh()))))
                .toList();
    }

    private static Optional<Score> end(Score stated, Report report) {
        Set<String> names =
                stated.run().layers().stream().map(LayerResult::name).collect(Collectors.toSet());
        List<LayerResult> layers = report.run().layers().stream()
                .filter(layer -> names.contains(layer.name()))
                .toList();
        Entrant entrant = new Entrant(stated.label(), stated.entrant().argument(), report);
        return layers.size() == names.size() ? Optional.of(Score.of(entrant, layers)) : Optional.empty();
    }

    /** By what fraction inferences a second are more than with the stated value. */
    public double changeOfThroughput(Score end) {
        return change(end, Score::seconds);
    }

    /** By what fraction inferences per joule are more than with the stated value. */
    public double changeOfEfficiency(Score end) {
        return change(end, Score::energy);
    }

    private double change(Score end, ToDoubleFunction<Score> cost) {
        return cost.applyAsDouble(stated) / cost.applyAsDouble(end) - 1;
    }

    /** {@code memory.dram.bandwidth}, or {@code dram (energy table)}. */
    public String name() {
        return sensitivity.of() == Sensitivity.Document.ACCELERATOR
                ? sensitivity.path()
                : sensitivity.path() + " (energy table)";
    }

    /** {@code 240 MB/s .. 960 MB/s}. */
    public String range() {
        return sensitivity.low() + " .. " + sensitivity.high();
    }

    /** {@code -12.3 % .. +8.9 %}, of inferences a second. */
    String throughputText() {
        return text(low.map(this::changeOfThroughput), high.map(this::changeOfThroughput));
    }

    String efficiencyText() {
        return text(low.map(this::changeOfEfficiency), high.map(this::changeOfEfficiency));
    }

    private static String text(Optional<Double> low, Optional<Double> high) {
        return low.map(Si::signedPercent).orElse(Si.NONE) + " .. "
                + high.map(Si::signedPercent).orElse(Si.NONE);
    }
}
