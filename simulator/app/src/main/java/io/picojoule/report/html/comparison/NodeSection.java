package io.picojoule.report.html.comparison;

import io.picojoule.energy.TechnologyNode;
import io.picojoule.report.Si;
import io.picojoule.report.chart.Ink;
import io.picojoule.report.chart.LogBars;
import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.Stack.Series;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.NodeEnergy;
import io.picojoule.report.comparison.Round;
import io.picojoule.report.comparison.Score;
import io.picojoule.report.html.BarFigure;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import java.util.List;
import java.util.Optional;

/** Energies as they are priced, and beside them at one technology node. */
final class NodeSection implements Section<Comparison> {
    private static final List<String> HEADINGS = List.of(
            "machine",
            "prices of",
            "factor",
            "joules",
            "at the node",
            "inf/J",
            "at the node",
            "power",
            "at the node",
            "efficiency",
            "remark");

    @Override
    public String title() {
        return "Energy at one node";
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return comparison.terms().node().isPresent() && !comparison.isNothing();
    }

    @Override
    public void write(Html html, Comparison comparison) {
        TechnologyNode node = comparison.terms().node().orElseThrow();
        Round all = comparison.all();
        html.element(
                "p",
                "Over the layers that all machines ran. Energy on the chip times the factor from the node of its energy table to "
                        + node.text()
                        + "; DRAM as it is, and time as it is. The factors are a rule of thumb (feature size × V², one published pair "
                        + "below 28 nm), recalled and not read: assumed. All other figures of this page are as priced.",
                "class",
                "note");
        GroupedTable table = new GroupedTable(html, HEADINGS, 0);
        table.group("Normalised to " + node.text(), "");
        all.scores().forEach(score -> row(table, comparison, score));
        table.close();
        Stack stack = bars(comparison);
        BarFigure.write(
                html,
                "Inferences per joule",
                stack,
                "no joules are known",
                () -> LogBars.svg("node-inferences-per-joule", "Inferences per joule", stack, "inf/J", "inf/J"));
    }

    private static void row(GroupedTable table, Comparison comparison, Score score) {
        Optional<NodeEnergy> normalised = NodeEnergy.of(comparison, score);
        String technology = score.entrant().run().energyTable().technology();
        table.row(score.label())
                .number(technology.isBlank() ? Si.NONE : technology)
                .number(text(normalised.map(NodeEnergy::factor), ""))
                .number(score.text("joules"))
                .number(text(normalised.map(NodeEnergy::joules), "J"))
                .number(score.text("inferencesPerJoule"))
                .number(text(normalised.map(NodeEnergy::inferencesPerJoule), "inf/J"))
                .number(score.text("averageWatts"))
                .number(text(normalised.map(NodeEnergy::averageWatts), "W"))
                .number(Si.times(NodeEnergy.efficiency(comparison, comparison.all(), score)))
                .text(normalised.isPresent() ? "" : "left out")
                .end();
    }

    private static String text(Optional<Double> value, String unit) {
        return value.map(number -> unit.isEmpty() ? Si.digits(number) : Si.format(number, unit))
                .orElse(Si.NONE);
    }

    private static Stack bars(Comparison comparison) {
        String node = comparison.terms().node().orElseThrow().text();
        List<Series> series = List.of(new Series("as priced", Ink.BUSY), new Series("at " + node, Ink.SERIES_3));
        List<Stack.Bar> bars = comparison.all().scores().stream()
                .map(score -> new Stack.Bar(score.label(), new double[] {
                    score.value("inferencesPerJoule").map(Number::doubleValue).orElse(0.0),
                    NodeEnergy.of(comparison, score)
                            .map(NodeEnergy::inferencesPerJoule)
                            .orElse(0.0)
                }))
                .toList();
        return new Stack(series, bars);
    }
}
