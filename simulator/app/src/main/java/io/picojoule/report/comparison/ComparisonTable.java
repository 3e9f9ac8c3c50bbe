package io.picojoule.report.comparison;

import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.report.TextTable;
import io.picojoule.report.TextTable.Style;
import io.picojoule.workload.OneLine;
import java.util.ArrayList;
import java.util.List;

/** A comparison on a terminal: a row a machine, convolutions and products apart, then all layers. */
public final class ComparisonTable {
    private final Comparison comparison;
    private final boolean colour;

    private ComparisonTable(Comparison comparison, boolean colour) {
        this.comparison = comparison;
        this.colour = colour;
    }

    public static String of(Comparison comparison, boolean colour) {
        return new ComparisonTable(comparison, colour).text();
    }

    private String text() {
        int machines = comparison.entrants().size();
        String title = comparison.network().name() + "  ×  " + (machines == 1 ? "1 machine" : machines + " machines");
        StringBuilder text = new StringBuilder(Style.BOLD.of(OneLine.of(title), colour))
                .append("   batch ")
                .append(comparison.batch())
                .append(", ")
                .append(comparison.first().run().engine().key())
                .append(" engine, speed-up and efficiency against ")
                .append(OneLine.of(comparison.baseline().label()))
                .append("\n\n")
                .append(table())
                .append('\n');
        new FurtherTables(comparison, colour)
                .all()
                .forEach(each -> text.append(each).append('\n'));
        List<String> remarks = comparison.remarks();
        for (int i = 0; i < remarks.size(); i++) {
            text.append((i == 0 ? Style.BOLD : Style.PLAIN).of(OneLine.of(remarks.get(i)), colour))
                    .append('\n');
        }
        return text.toString();
    }

    private TextTable table() {
        TextTable table = new TextTable(1, colour);
        List<Round> rounds = comparison.rounds();
        for (int i = 0; i < rounds.size(); i++) {
            if (i > 0) {
                table.gap();
            }
            Round round = rounds.get(i);
            table.row(Style.DIM, headings(round));
            round.scores().stream()
                    .filter(score -> !round.isEmpty())
                    .forEach(score -> table.row(Style.PLAIN, cells(round, score)));
            round.absent()
                    .forEach(absent ->
                            table.row(Style.YELLOW, List.of(absent.entrant().label(), "none ran; " + absent.reason())));
            if (round.isEmpty() && !round.scores().isEmpty()) {
                table.row(Style.YELLOW, List.of("", "no layer ran on every machine"));
            }
        }
        return table;
    }

    private List<String> headings(Round round) {
        List<String> headings = new ArrayList<>(List.of(
                round.group().title() + ": " + Report.layers(round.layers().size()),
                "cycles",
                "time",
                "speed-up",
                "inf/s",
                "inf/J",
                "efficiency",
                "energy/MAC",
                "DRAM/MAC",
                "of peak",
                "bound by"));
        addPrice(headings, "inf/s/$");
        return headings;
    }

    private List<String> cells(Round round, Score score) {
        Relative relative = Relative.of(comparison, round, score);
        List<String> cells = new ArrayList<>(List.of(
                score.label(),
                Si.format(score.totals().cycles(), ""),
                score.text("seconds"),
                times(relative.speedUp()),
                bare(score.text("inferencesPerSecond"), " inf/s"),
                bare(score.text("inferencesPerJoule"), " inf/J"),
                times(relative.efficiency()),
                score.energyPerMacText(),
                Si.digits(score.dramWordsPerMac()),
                score.totals().macs() == 0 ? Si.NONE : score.text("fractionOfPeak"),
                score.boundBy()));
        addPrice(cells, bare(score.text("inferencesPerSecondPerDollar"), " inf/s/$"));
        return cells;
    }

    private void addPrice(List<String> cells, String price) {
        if (comparison.hasPrices()) {
            cells.add(7, price);
        }
    }

    /** Without the unit that the heading has. */
    static String bare(String text, String unit) {
        return text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
    }

    /** {@code 1.43x}. */
    static String times(double ratio) {
        String digits = Si.digits(ratio);
        return digits.equals(Si.NONE) ? digits : digits + "x";
    }
}
