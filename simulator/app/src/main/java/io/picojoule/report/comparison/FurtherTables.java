package io.picojoule.report.comparison;

import io.picojoule.energy.TechnologyNode;
import io.picojoule.report.Si;
import io.picojoule.report.TextTable;
import io.picojoule.report.TextTable.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on a terminal below the figures of the machines: time by kind, energy at one node, what the machines are, assumed values. */
final class FurtherTables {
    private final Comparison comparison;
    private final boolean colour;

    FurtherTables(Comparison comparison, boolean colour) {
        this.comparison = comparison;
        this.colour = colour;
    }

    /** Those that have anything to say. */
    List<TextTable> all() {
        List<TextTable> tables = new ArrayList<>();
        if (!comparison.isNothing()) {
            tables.add(times());
            comparison.terms().node().map(this::normalised).ifPresent(tables::add);
        }
        tables.add(machines());
        List<Swing> swings = Swing.of(comparison);
        if (!swings.isEmpty()) {
            tables.add(assumptions(swings));
        }
        return tables;
    }

    /** Over the layers that all machines ran, as the rows of all layers. */
    private TextTable times() {
        TextTable table = new TextTable(1, colour);
        List<String> headings = new ArrayList<>(List.of("Time by kind of layer"));
        LayerGroup.KINDS.forEach(kind -> headings.add(kind.key()));
        headings.add("bound by bandwidth");
        table.row(Style.DIM, headings);
        for (Score score : comparison.all().scores()) {
            List<String> cells = new ArrayList<>(List.of(score.label()));
            LayerGroup.KINDS.forEach(kind -> cells.add(Si.format(score.seconds(kind), "s")));
            cells.add(score.text("bandwidthBoundTimeFraction"));
            table.row(Style.PLAIN, cells);
        }
        return table;
    }

    private TextTable machines() {
        TextTable table = new TextTable(1, colour);
        List<String> headings = new ArrayList<>(List.of("Machines"));
        headings.addAll(MachineFacts.TITLES);
        table.row(Style.DIM, headings);
        for (Entrant entrant : comparison.entrants()) {
            List<String> cells = new ArrayList<>(List.of(entrant.label()));
            cells.addAll(new MachineFacts(entrant).texts());
            table.row(Style.PLAIN, cells);
        }
        return table;
    }

    /** Beside each figure at the node stands the one that was priced. */
    private TextTable normalised(TechnologyNode node) {
        String at = "at " + node.text();
        TextTable table = new TextTable(1, colour);
        table.row(
                Style.DIM,
                List.of(
                        "Energy " + at,
                        "prices of",
                        "factor",
                        "joules",
                        at,
                        "inf/J",
                        at,
                        "power",
                        at,
                        "efficiency " + at));
        for (Score score : comparison.all().scores()) {
            String technology = score.entrant().run().energyTable().technology();
            Optional<NodeEnergy> there = NodeEnergy.of(comparison, score);
            table.row(
                    there.isPresent() ? Style.PLAIN : Style.YELLOW,
                    List.of(
                            score.label(),
                            technology.isBlank() ? Si.NONE : technology,
                            there.map(NodeEnergy::factor).map(Si::digits).orElse(Si.NONE),
                            score.text("joules"),
                            text(there.map(NodeEnergy::joules), "J"),
                            ComparisonTable.bare(score.text("inferencesPerJoule"), " inf/J"),
                            ComparisonTable.bare(text(there.map(NodeEnergy::inferencesPerJoule), "inf/J"), " inf/J"),
                            score.text("averageWatts"),
                            text(there.map(NodeEnergy::averageWatts), "W"),
                            ComparisonTable.times(NodeEnergy.efficiency(comparison, comparison.all(), score))));
        }
        return table;
    }

    private static String text(Optional<Double> value, String unit) {
        return value.map(number -> Si.format(number, unit)).orElse(Si.NONE);
    }

    private TextTable assumptions(List<Swing> swings) {
        TextTable table = new TextTable(2, colour);
        table.row(Style.DIM, List.of("What assumed values do", "value", "stated", "range", "to inf/s", "to inf/J"));
        for (Swing swing : swings) {
            table.row(
                    Style.PLAIN,
                    List.of(
                            swing.stated().label(),
                            swing.name(),
                            swing.sensitivity().value(),
                            swing.range(),
                            swing.throughputText(),
                            swing.efficiencyText()));
        }
        return table;
    }
}
