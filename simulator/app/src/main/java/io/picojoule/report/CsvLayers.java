package io.picojoule.report;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.Component;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import io.picojoule.timing.Cause;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code layers.csv}: a row for each layer that ran, at full precision, for spreadsheets. */
public final class CsvLayers {
    /** Figures of a sparse engine; empty on another machine. */
    private static final Map<String, Function<SparseFigures, Number>> SPARSE = sparse();

    private CsvLayers() {}

    private static Map<String, Function<SparseFigures, Number>> sparse() {
        Map<String, Function<SparseFigures, Number>> figures = new LinkedHashMap<>();
        figures.put("entries", layer -> layer.counts().entries());
        figures.put("paddingEntries", layer -> layer.counts().paddingEntries());
        figures.put("broadcasts", layer -> layer.counts().broadcasts());
        figures.put("loadBalance", layer -> layer.counts().loadBalance());
        figures.put("efficiency", SparseFigures::efficiency);
        figures.put("theoreticalSeconds", SparseFigures::theoreticalSeconds);
        figures.put("blockedCycles", layer -> layer.counts().blockedCycles());
        figures.put("storedEntries", layer -> layer.counts().storedEntries());
        figures.put("storedPaddingEntries", layer -> layer.counts().storedPaddingEntries());
        figures.put("storedBytes", SparseFigures::storedBytes);
        return figures;
    }

    public static String of(Report report) {
        return of(List.of(report));
    }

    /** Runs of one command, which differ in their batch alone, under one header. */
    public static String of(List<Report> reports) {
        Csv csv = new Csv();
        csv.row(header(reports.get(0)));
        for (Report report : reports) {
            report.run().layers().forEach(layer -> csv.row(row(report, layer)));
        }
        return csv.toString();
    }

    private static List<Object> header(Report report) {
        List<Object> cells = new ArrayList<>(List.of("name", "kind", "batch"));
        Metric.ALL.forEach(metric -> cells.add(metric.key()));
        cells.addAll(List.of("computeCycles", "activeProcessingElements", "boundBy"));
        for (Operand operand : Operand.values()) {
            cells.add("wordBits." + operand.key());
        }
        cells.addAll(List.of("macsPerLaneCycle", "channelsPerWord"));
        SPARSE.keySet().forEach(key -> cells.add("sparse." + key));
        cells.addAll(List.of("processor.kernel", "processor.launches"));
        for (Cause cause : Cause.values()) {
            cells.add("peCycles." + cause.key());
        }
        for (Component component : Component.values()) {
            cells.add((report.isNormalised() ? "energyInMacs." : "picojoules.") + component.key());
        }
        for (Level level : Level.values()) {
            for (Operand operand : Operand.values()) {
                cells.add(level.key() + "." + operand.key() + ".readBytes");
                cells.add(level.key() + "." + operand.key() + ".writeBytes");
            }
        }
        return cells;
    }

    private static List<Object> row(Report report, LayerResult layer) {
        RunResult run = report.run();
        List<Object> cells = new ArrayList<>(List.of(layer.name(), layer.kind(), run.batch()));
        Totals totals = Totals.of(layer);
        Metric.ALL.forEach(metric ->
                cells.add(metric.of(totals, run).map(Object.class::cast).orElse("")));
        cells.addAll(List.of(
                layer.timing().computeCycles(),
                layer.timing().activeElements(),
                Binding.of(layer).map(Resource::key).orElse("")));
        for (Operand operand : Operand.values()) {
            cells.add(layer.words().bits(operand));
        }
        cells.addAll(List.of(layer.macsPerLaneCycle(), layer.channelsPerWord()));
        Optional<SparseFigures> sparse = layer.sparse().map(counts -> SparseFigures.of(layer, run));
        SPARSE.values()
                .forEach(figure -> cells.add(sparse.<Object>map(figure::apply).orElse("")));
        Optional<Kernel> kernel = Kernel.of(layer);
        cells.add(kernel.map(Kernel::name).orElse(""));
        cells.add(kernel.<Object>map(Kernel::launches).orElse(""));
        for (Cause cause : Cause.values()) {
            cells.add(layer.timing().elementCycles().getOrDefault(cause, 0L));
        }
        for (Component component : Component.values()) {
            cells.add(layer.energy().of(component));
        }
        Activity activity = layer.timing().activity();
        for (Level level : Level.values()) {
            for (Operand operand : Operand.values()) {
                cells.add(Metric.bytes(activity.bits(Action.READ, operand, level)));
                cells.add(Metric.bytes(activity.bits(Action.WRITE, operand, level)));
            }
        }
        return cells;
    }
}
