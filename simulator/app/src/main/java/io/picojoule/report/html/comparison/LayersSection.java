package io.picojoule.report.html.comparison;

import io.picojoule.report.Si;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.EnergyScale;
import io.picojoule.report.comparison.Entrant;
import io.picojoule.report.comparison.Score;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.workload.NetworkLayer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Every layer on every machine, also those that are not compared as some machine did not run them. */
final class LayersSection implements Section<Comparison> {
    private static final List<String> HEADINGS = List.of(
            "layer and machine",
            "cycles",
            "time",
            "energy",
            "energy per MAC",
            "DRAM accesses per MAC",
            "active PEs",
            "of peak",
            "bound by");

    @Override
    public String title() {
        return "Layers";
    }

    @Override
    public void write(Html html, Comparison comparison) {
        html.element(
                "p",
                "Bars compare the machines within a layer. A layer that some machine did not run is shown here, and is in no total.",
                "class",
                "note");
        List<NetworkLayer> shown = comparison.network().layers().stream()
                .filter(layer -> !scores(comparison, layer).isEmpty() || isInfeasibleAnywhere(comparison, layer))
                .toList();
        GroupedTable table = new GroupedTable(
                html, HEADINGS, shown.size() * comparison.entrants().size());
        shown.forEach(layer -> group(table, comparison, layer, scores(comparison, layer)));
        table.close();
    }

    /** Of the machines on which the layer takes time. */
    private static List<Score> scores(Comparison comparison, NetworkLayer layer) {
        return comparison.entrants().stream()
                .flatMap(entrant -> Score.of(entrant, layer.name()).stream())
                .filter(score -> score.totals().cycles() > 0)
                .toList();
    }

    private static boolean isInfeasibleAnywhere(Comparison comparison, NetworkLayer layer) {
        return comparison.entrants().stream()
                .flatMap(entrant -> entrant.skipped(layer.name()).stream())
                .anyMatch(SkippedLayer::infeasible);
    }

    private static void group(GroupedTable table, Comparison comparison, NetworkLayer layer, List<Score> scores) {
        long macs = layer.macs(comparison.batch());
        table.group(layer.name(), layer.layer().kind() + (macs > 0 ? ", " + Si.format(macs, "MAC") : ""));
        for (Entrant entrant : comparison.entrants()) {
            Optional<SkippedLayer> skipped = entrant.skipped(layer.name());
            skipped.ifPresent(why -> table.remark(entrant.label(), why.reason()));
            scores.stream()
                    .filter(score -> score.entrant().equals(entrant))
                    .forEach(score -> row(table, comparison, score, scores));
            if (skipped.isEmpty()
                    && scores.stream().noneMatch(score -> score.entrant().equals(entrant))) {
                table.remark(entrant.label(), "done on the way, in no cycle of its own");
            }
        }
    }

    private static void row(GroupedTable table, Comparison comparison, Score score, List<Score> scores) {
        boolean comparable = comparison.scale() != EnergyScale.NONE;
        String energy = score.entrant().report().isNormalised() ? "energyInMacs" : "joules";
        table.row(score.label())
                .number(Si.format(score.totals().cycles(), ""))
                .bar(score.text("seconds"), share(score, scores, Score::seconds))
                .bar(score.text(energy), comparable ? share(score, scores, Score::energy) : 0)
                .number(score.energyPerMacText())
                .bar(Si.digits(score.dramWordsPerMac()), share(score, scores, Score::dramWordsPerMac))
                .number(Integer.toString(score.run().layers().get(0).timing().activeElements()))
                .number(score.totals().macs() == 0 ? Si.NONE : score.text("fractionOfPeak"))
                .text(score.boundBy())
                .end();
    }

    private static double share(Score score, List<Score> scores, ToDoubleFunction<Score> figure) {
        return figure.applyAsDouble(score)
                / scores.stream().mapToDouble(figure).max().orElse(1);
    }
}
