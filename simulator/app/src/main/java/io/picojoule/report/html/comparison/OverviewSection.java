package io.picojoule.report.html.comparison;

import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.Relative;
import io.picojoule.report.comparison.Round;
import io.picojoule.report.comparison.Score;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import java.util.ArrayList;
import java.util.List;

/** The table of the terminal: a row a machine, convolutions and products apart, then all layers. */
final class OverviewSection implements Section<Comparison> {
    private static final String PRICE = "inferencesPerSecondPerDollar";

    @Override
    public String title() {
        return "Overview";
    }

    @Override
    public void write(Html html, Comparison comparison) {
        html.element(
                "p",
                "Below inferences a second stands the speed-up, below inferences per joule the efficiency, both as multiples of "
                        + comparison.baseline().label()
                        + ", the baseline, as is energy × delay; the mean is the geometric one of single layers. All is of the layers of the group alone.",
                "class",
                "note");
        GroupedTable table = new GroupedTable(html, headings(comparison), 0);
        for (Round round : comparison.rounds()) {
            table.group(round.group().title(), Report.layers(round.layers().size()));
            if (!round.isEmpty()) {
                round.scores().forEach(score -> row(table, comparison, round, score));
            } else if (!round.scores().isEmpty()) {
                table.remark("", "no layer ran on every machine");
            }
            round.absent().forEach(absent -> table.remark(absent.entrant().label(), "none ran; " + absent.reason()));
        }
        table.close();
    }

    private static List<String> headings(Comparison comparison) {
        List<String> headings = new ArrayList<>(List.of("machine", "inf/s, speed-up", "inf/J, efficiency"));
        if (comparison.hasPrices()) {
            headings.add("inf/s/$");
        }
        headings.addAll(List.of(
                "cycles",
                "time",
                "energy per MAC",
                "energy × delay",
                "DRAM accesses per MAC",
                "of peak",
                "bound by bandwidth",
                "bound by"));
        return headings;
    }

    private static void row(GroupedTable table, Comparison comparison, Round round, Score score) {
        Relative relative = Relative.of(comparison, round, score);
        table.row(score.label())
                .number(score.text("inferencesPerSecond"), of(relative.speedUp(), relative.meanSpeedUp(), round))
                .number(score.text("inferencesPerJoule"), of(relative.efficiency(), relative.meanEfficiency(), round));
        if (comparison.hasPrices()) {
            table.number(score.text(PRICE));
        }
        table.number(Si.format(score.totals().cycles(), ""))
                .number(score.text("seconds"))
                .number(score.energyPerMacText())
                .number(Si.times(relative.energyDelayProduct()))
                .number(Si.digits(score.dramWordsPerMac()))
                .number(score.totals().macs() == 0 ? Si.NONE : score.text("fractionOfPeak"))
                .number(score.text("bandwidthBoundTimeFraction"))
                .text(score.boundBy())
                .end();
    }

    /** With the geometric mean of single layers, where there are several. */
    private static String of(double ratio, double mean, Round round) {
        return round.layers().size() < 2 ? Si.times(ratio) : Si.times(ratio) + ", mean " + Si.times(mean);
    }
}
