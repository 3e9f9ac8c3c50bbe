package io.picojoule.report.html;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.report.Naming;
import io.picojoule.report.Report;
import io.picojoule.report.Si;

/** What the processing elements did: worked, or waited, and for what. */
final class CycleSection implements Section<Report> {
    @Override
    public String title() {
        return "Cycles";
    }

    @Override
    public boolean appliesTo(Report report) {
        return !report.run().layers().isEmpty();
    }

    @Override
    public void write(Html html, Report report) {
        Machine machine = report.run().machine();
        Charts.shares(
                html,
                "cycles-by-cause",
                "Where the cycles of the active " + Naming.elements(machine) + " went",
                Stacks.cycles(report).named((index, name) -> name + " · " + time(report, index)),
                "share of " + (machine instanceof Processor ? "lane" : "element") + " cycles");
    }

    /** How long the layer of a bar takes. */
    private static String time(Report report, int index) {
        return Si.format(
                report.run().seconds(report.timedLayers().get(index).timing().cycles()), "s");
    }
}
