package io.picojoule.report.html;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.report.Binding;
import io.picojoule.report.Kernel;
import io.picojoule.report.Metric;
import io.picojoule.report.Naming;
import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;

/** The figures of a layer that have no chart: what it is, how long it takes, what it asks of the machine. */
final class FactsPart implements DetailPart {
    private final Report report;
    private final Totals all;

    FactsPart(Report report) {
        this.report = report;
        this.all = report.run().totals();
    }

    @Override
    public String title() {
        return "At a glance";
    }

    @Override
    public void write(Html html, LayerResult layer) {
        RunResult run = report.run();
        Totals totals = Totals.of(layer);
        html.open("dl");
        Fact.write(html, "kind", layer.kind());
        Fact.write(html, "MACs of the batch", Si.grouped(layer.macs()));
        Fact.write(
                html,
                "cycles",
                Si.grouped(totals.cycles()) + ", " + share(totals.cycles(), all.cycles()) + " of the network");
        if (run.machine() instanceof SpatialArray) {
            Fact.write(html, "of which DRAM alone", Si.grouped(layer.timing().exposedDramCycles()));
        }
        Fact.write(html, "latency", Metric.of("seconds").text(totals, run));
        Fact.write(
                html,
                "energy",
                Si.format(report.energy(totals.energy().total()), report.energyUnit()) + ", "
                        + share(totals.energy().total(), all.energy().total()) + " of the network");
        Metric.of("averageWatts")
                .of(totals, run)
                .ifPresent(watts -> Fact.write(
                        html, "average power", Metric.of("averageWatts").text(totals, run)));
        Fact.write(
                html,
                "active " + Naming.elementsInShort(run.machine()),
                layer.timing().activeElements() + " of " + run.machine().elements());
        if (Kernel.of(layer).isEmpty()) {
            String passes = layer.sparse().isPresent() ? "products of a matrix and a vector" : "passes of the array";
            Fact.write(html, passes, Si.grouped(layer.timing().passes()));
        }
        int repetitions = layer.layer().repetitions(run.batch());
        if (repetitions > 1) {
            Fact.write(html, "repetitions, one after another", Si.grouped(repetitions));
        }
        Fact.write(html, "bound by", Binding.words(layer.timing().boundBy()));
        html.close();
    }

    private static String share(double part, double all) {
        return Si.share(part / all);
    }
}
