package io.picojoule.report.html;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.report.Binding;
import io.picojoule.report.Coverage;
import io.picojoule.report.Machines;
import io.picojoule.report.Metric;
import io.picojoule.report.Naming;
import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.simulation.Totals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What ran on what, the four numbers that matter, and what they cover. */
final class Headline {
    private static final int OPERATIONS_PER_MAC = 2;

    static String title(Report report) {
        return report.run().network().name() + " on " + report.run().machine().name();
    }

    void write(Html html, Report report) {
        RunResult run = report.run();
        html.open("header");
        html.element("p", "Picojoule simulation report", "class", "eyebrow");
        html.open("h1")
                .text(run.network().name())
                .element("span", " on ", "class", "on")
                .text(run.machine().name())
                .close();
        html.element("p", subtitle(run), "class", "subtitle").line();
        tiles(html, report);
        covers(html, report);
        html.close();
    }

    private static String subtitle(RunResult run) {
        Machine machine = run.machine();
        double peak = run.layers().stream()
                .mapToDouble(layer -> layer.roofline().peakOperationsPerSecond())
                .max()
                .orElse(OPERATIONS_PER_MAC * (double) macsPerCycle(machine) * machine.clockHertz());
        String technology = machine.identity().technology().isBlank()
                ? ""
                : machine.identity().technology() + ", ";
        return "Batch " + run.batch() + ", " + technology + Machines.elements(machine)
                + " " + Naming.elements(machine) + " at "
                + Si.format(machine.clockHertz(), "Hz") + " (peak " + Si.format(peak, "op/s") + "), "
                + Machines.manner(machine)
                + ", energy table " + run.energyTable().name() + ".";
    }

    /** At the precision that the machine would run in. */
    private static long macsPerCycle(Machine machine) {
        return machine instanceof Processor processor
                ? processor.macsPerCycle() * processor.macsPerLaneCycle()
                : machine.macsPerCycle();
    }

    private void tiles(Html html, Report report) {
        RunResult run = report.run();
        Totals totals = run.totals();
        boolean hasDram = run.machine().dram().isPresent();
        html.open("div", "class", "tiles");
        metric(html, report, "inferencesPerSecond", Metric.of("fractionOfPeak").text(totals, run) + " of peak");
        if (report.isNormalised()) {
            double perMac = totals.energy().total() / Math.max(1, totals.macs());
            metric(html, report, "energyInMacs", Si.digits(perMac) + " for each MAC of the network");
        } else {
            metric(
                    html,
                    report,
                    "inferencesPerJoule",
                    Metric.of("averageWatts").text(totals, run) + " average"
                            + (hasDram ? ", " + Metric.of("chipWatts").text(totals, run) + " without DRAM" : ""));
        }
        String processing = Metric.of("processingSeconds").text(totals, run);
        String withoutDram = run.machine() instanceof SpatialArray ? "; " + processing + " without exposed DRAM" : "";
        metric(html, report, "seconds", "batch of " + run.batch() + withoutDram);
        Optional<Binding> binding = Binding.of(run);
        String bound = binding.map(most -> Binding.words(most.resource())).orElse(Si.NONE);
        String share = binding.map(most -> "binds layers of " + Si.format(most.timeFraction(), "%") + " of the time")
                .orElse("");
        Tile.write(html, "bound by", bound, "", share);
        html.close().line();
    }

    private static void metric(Html html, Report report, String key, String remark) {
        Metric metric = Metric.of(key);
        String text = metric.text(report.run().totals(), report.run());
        int space = text.indexOf(' ');
        String number = space < 0 ? text : text.substring(0, space);
        Tile.write(html, metric.title(), number, space < 0 ? "" : text.substring(space + 1), remark);
    }

    private static void covers(Html html, Report report) {
        Coverage coverage = Coverage.of(report);
        html.open("div", "class", coverage.infeasible().isEmpty() ? "covers" : "covers warn");
        html.open("p")
                .element("strong", coverage.sentence())
                .text(" " + report.evidence())
                .close();
        report.run().notes().forEach(note -> html.element("p", "Note: " + note + "."));
        if (!coverage.infeasible().isEmpty()) {
            html.open("ul");
            for (SkippedLayer layer : coverage.infeasible()) {
                html.open("li")
                        .element("b", layer.layer().name())
                        .text(": " + layer.reason())
                        .close();
            }
            html.close();
        }
        if (!coverage.notOnMachine().isEmpty()) {
            details(html, coverage.notOnMachine());
        }
        html.close();
    }

    private static void details(Html html, List<SkippedLayer> skipped) {
        html.open("details").element("summary", "Not on this machine, and in no number of this page");
        html.element("p", skipped.stream().map(layer -> layer.layer().name()).collect(Collectors.joining(", ")));
        html.close();
    }
}
