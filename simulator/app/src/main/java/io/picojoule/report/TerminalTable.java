package io.picojoule.report;

import io.picojoule.hardware.Processor;
import io.picojoule.report.TextTable.Style;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run on a terminal: a row a layer, the totals, and what they cover. */
public final class TerminalTable {
    private static final int LEADING_COLUMNS = 2;

    private final Report report;
    private final RunResult run;
    private final boolean colour;
    private final boolean onProcessor;

    private TerminalTable(Report report, boolean colour) {
        this.report = report;
        this.run = report.run();
        this.colour = colour;
        this.onProcessor = run.machine() instanceof Processor;
    }

    public static String of(Report report, boolean colour) {
        return new TerminalTable(report, colour).text();
    }

    private String text() {
        return title() + "\n\n" + table() + "\n" + sparse() + headline() + "\n" + coverage();
    }

    private String title() {
        return Style.BOLD.of(run.machine().name() + "  ×  " + run.network().name(), colour) + "   batch " + run.batch()
                + ", energy of " + run.energyTable().name() + ", "
                + run.engine().key() + " engine";
    }

    private String sparse() {
        String table = SparseTable.of(report, colour);
        return table.isEmpty() ? "" : table + "\n";
    }

    private TextTable table() {
        TextTable table = new TextTable(onProcessor ? LEADING_COLUMNS + 1 : LEADING_COLUMNS, colour);
        List<String> columns = List.of("MACs", "cycles", "time", "of peak");
        List<String> others = List.of(Naming.elementsInShort(run.machine()), "bound by", "energy", "DRAM");
        table.row(Style.DIM, row("layer", "kind", "kernel", columns, others));
        for (NetworkLayer layer : run.network().layers()) {
            report.timedLayers().stream()
                    .filter(ran -> ran.name().equals(layer.name()))
                    .forEach(ran -> table.row(Style.PLAIN, cells(ran)));
            run.skipped().stream()
                    .filter(skipped ->
                            skipped.infeasible() && skipped.layer().name().equals(layer.name()))
                    .forEach(skipped -> table.row(
                            Style.YELLOW, List.of(layer.name(), layer.layer().kind(), skipped.reason())));
        }
        table.gap();
        Map<String, Totals> kinds = subtotals();
        if (kinds.size() > 1) {
            kinds.forEach((kind, totals) ->
                    table.row(Style.DIM, cells(Report.layers(totals.layers()), kind, "", totals, "", "")));
        }
        String bound = Binding.of(run)
                .map(binding -> Binding.words(binding.resource()))
                .orElse(Si.NONE);
        table.row(Style.BOLD, cells("total", "", "", run.totals(), "", bound));
        return table;
    }

    /** Totals of the kinds with MACs, and of all others together. */
    private Map<String, Totals> subtotals() {
        Map<String, Totals> ran = report.timedKinds();
        Map<String, Totals> subtotals = new LinkedHashMap<>();
        ran.forEach((kind, totals) -> {
            if (totals.macs() > 0) {
                subtotals.put(kind, totals);
            }
        });
        ran.keySet().removeAll(subtotals.keySet());
        ran.values().forEach(totals -> subtotals.merge("other", totals, Totals::plus));
        return subtotals;
    }

    private List<String> cells(LayerResult layer) {
        return cells(
                layer.name(),
                layer.kind(),
                Kernel.wordsOf(layer),
                Totals.of(layer),
                Integer.toString(layer.timing().activeElements()),
                Binding.words(layer.timing().boundBy()));
    }

    private List<String> cells(String name, String kind, String kernel, Totals totals, String elements, String bound) {
        return row(
                name,
                kind,
                kernel,
                List.of(
                        Si.format(totals.macs(), ""),
                        Si.format(totals.cycles(), ""),
                        text("seconds", totals),
                        totals.macs() == 0 ? Si.NONE : text("fractionOfPeak", totals)),
                List.of(
                        elements,
                        bound,
                        text(report.isNormalised() ? "energyInMacs" : "joules", totals),
                        text("dramBytes", totals)));
    }

    /** Kernels are of processors only. */
    private List<String> row(String name, String kind, String kernel, List<String> figures, List<String> others) {
        List<String> row = new ArrayList<>(List.of(name, kind));
        if (onProcessor) {
            row.add(kernel);
        }
        row.addAll(figures);
        row.addAll(others);
        return row;
    }

    private String headline() {
        Totals totals = run.totals();
        List<String> keys = new ArrayList<>(List.of("seconds", "inferencesPerSecond"));
        keys.addAll(
                report.isNormalised()
                        ? List.of("energyInMacs")
                        : List.of("inferencesPerJoule", "joules", "averageWatts", "chipWatts", "energyDelayProduct"));
        keys.addAll(List.of(
                "inferencesPerSecondPerDollar",
                "inferencesPerSecondPerSquareMillimetre",
                "fractionOfPeak",
                "fractionOfRoof",
                "bandwidthBoundTimeFraction"));
        TextTable lines = new TextTable(LEADING_COLUMNS, colour);
        for (String key : keys) {
            Metric metric = Metric.of(key);
            metric.of(totals, run)
                    .ifPresent(value -> lines.row(Style.PLAIN, List.of(metric.title(), metric.text(totals, run))));
        }
        run.area().ifPresent(area -> lines.row(Style.PLAIN, List.of("area", Machines.area(area.squareMillimetres()))));
        return lines.toString();
    }

    private String coverage() {
        Coverage coverage = Coverage.of(report);
        StringBuilder text = new StringBuilder(Style.BOLD.of(coverage.sentence(), colour)).append('\n');
        if (!coverage.notOnMachine().isEmpty()) {
            text.append("  not on this machine: ")
                    .append(Coverage.names(coverage.notOnMachine()))
                    .append('\n');
        }
        if (!coverage.infeasible().isEmpty()) {
            text.append("  not fitting: ")
                    .append(Coverage.names(coverage.infeasible()))
                    .append('\n');
        }
        return text.append(report.evidence()).append('\n').toString();
    }

    private String text(String key, Totals totals) {
        return Metric.of(key).text(totals, run);
    }
}
