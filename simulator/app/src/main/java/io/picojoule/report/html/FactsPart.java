package io.picojoule.report.html;

import io.picojoule.report.Binding;
import io.picojoule.report.Metric;
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
        fact(html, "kind", layer.kind());
        fact(html, "MACs of the batch", Si.grouped(layer.macs()));
        fact(
                html,
                "cycles",
                Si.grouped(totals.cycles()) + ", " + share(totals.cycles(), all.cycles()) + " of the network");
        if (run.machine().dram().isPresent()) {
            fact(html, "of which DRAM alone", Si.grouped(layer.timing().exposedDramCycles()));
        }
        fact(html, "latency", Metric.of("seconds").text(totals, run));
        fact(
                html,
                "energy",
                Si.format(report.energy(totals.energy().total()), report.energyUnit()) + ", "
                        + share(totals.energy().total(), all.energy().total()) + " of the network");
        Metric.of("averageWatts")
                .of(totals, run)
                .ifPresent(watts ->
                        fact(html, "average power", Metric.of("averageWatts").text(totals, run)));
        fact(
                html,
                "active PEs",
                layer.timing().activeElements() + " of " + run.machine().elements());
        fact(
                html,
                layer.sparse().isPresent() ? "products of a matrix and a vector" : "passes of the array",
                Si.grouped(layer.timing().passes()));
        int repetitions = layer.layer().repetitions(run.batch());
        if (repetitions > 1) {
            fact(html, "repetitions, one after another", Si.grouped(repetitions));
        }
        fact(html, "bound by", Binding.words(layer.timing().boundBy()));
        html.close();
    }

    private static String share(double part, double all) {
        return Si.share(part / all);
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
