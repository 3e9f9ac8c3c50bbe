package io.picojoule.report.html.comparison;

import io.picojoule.report.Si;
import io.picojoule.report.chart.Ink;
import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.Stack.Series;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.LayerGroup;
import io.picojoule.report.comparison.Round;
import io.picojoule.report.html.BarFigure;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import java.util.List;

/** What kinds of layers each machine spends its time on, and how much of it waits for bytes. */
final class TimeSection implements Section<Comparison> {
    @Override
    public String title() {
        return "Time by kind of layer";
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return !comparison.isNothing();
    }

    @Override
    public void write(Html html, Comparison comparison) {
        html.element(
                "p",
                "Of the layers that all machines ran. Bound by bandwidth are layers that a bus or DRAM binds.",
                "class",
                "note");
        Round all = comparison.all();
        BarFigure.write(
                html,
                "time-by-kind",
                "Share of each machine's time",
                MachineStacks.labelled(kinds(all).asShares(), all, score -> score.text("seconds")),
                "%",
                "share of the machine's time");
        Stack bound = MachineStacks.stack(all, List.of(new Series("bound by bandwidth", Ink.STALL_DRAM)), score ->
                new double[] {score.totals().bandwidthBoundTimeFraction()});
        BarFigure.write(
                html,
                "bandwidth-bound",
                "Share of each machine's time in layers that are bound by bandwidth",
                MachineStacks.labelled(
                        bound, all, score -> Si.share(score.totals().bandwidthBoundTimeFraction())),
                "%",
                "share of the machine's time");
    }

    private static Stack kinds(Round all) {
        List<Series> series = List.of(
                new Series("convolutions", Ink.MAC),
                new Series("fully-connected and other products", Ink.WEIGHT),
                new Series("other layers", Ink.PIPELINE));
        return MachineStacks.stack(
                all,
                series,
                score -> LayerGroup.KINDS.stream().mapToDouble(score::seconds).toArray());
    }
}
