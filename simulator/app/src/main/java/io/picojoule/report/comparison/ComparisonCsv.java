package io.picojoule.report.comparison;

import io.picojoule.activity.Action;
import io.picojoule.energy.Component;
import io.picojoule.report.Binding;
import io.picojoule.report.Csv;
import io.picojoule.report.Metric;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.timing.Resource;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code comparison.csv}: a row for each machine in each group of layers, one for each end of a range, then one for each machine in each layer, at full precision. */
public final class ComparisonCsv {
    private static final int BEFORE_METRICS = 7;

    private final Comparison comparison;
    private final Csv csv = new Csv();
    private final int columns;

    private ComparisonCsv(Comparison comparison) {
        this.comparison = comparison;
        List<String> header = header();
        this.columns = header.size();
        csv.row(header);
    }

    public static String of(Comparison comparison) {
        return of(List.of(comparison));
    }

    /** Comparisons of one command, which differ in their batch alone, under one header. */
    public static String of(List<Comparison> comparisons) {
        StringBuilder text = new StringBuilder();
        for (Comparison comparison : comparisons) {
            String rows = new ComparisonCsv(comparison).write();
            text.append(text.length() == 0 ? rows : rows.substring(rows.indexOf('\n') + 1));
        }
        return text.toString();
    }

    private static List<String> header() {
        List<String> header =
                new ArrayList<>(List.of("of", "name", "kind", "accelerator", "batch", "layers", "reason"));
        Metric.ALL.forEach(metric -> header.add(metric.key()));
        header.addAll(List.of("boundBy", "dramReadWordsPerMac", "dramWriteWordsPerMac"));
        header.addAll(List.of("picojoulesPerMac", "energyInMacsPerMac"));
        for (Component component : Component.values()) {
            header.add("energyPerMac." + component.key());
        }
        header.addAll(List.of("relativeSeconds", "relativeEnergy", "relativeEnergyDelayProduct"));
        header.addAll(List.of("baseline", "speedUp", "efficiency"));
        header.addAll(List.of("normalisedJoules", "normalisedInferencesPerJoule", "normalisedWatts"));
        return header;
    }

    private String write() {
        for (Round round : comparison.rounds()) {
            String name = round.group().key();
            for (Score score : round.isEmpty() ? List.<Score>of() : round.scores()) {
                List<Object> cells = before(
                        "group", name, "", score.entrant(), round.layers().size(), "");
                addFigures(cells, score);
                Relative relative = Relative.of(comparison, round, score);
                cells.addAll(List.of(relative.seconds(), relative.energy(), relative.energyDelayProduct()));
                cells.addAll(List.of(round.reference().label(), relative.speedUp(), relative.efficiency()));
                cells.addAll(NodeEnergy.of(comparison, score)
                        .<List<Object>>map(
                                energy -> List.of(energy.joules(), energy.inferencesPerJoule(), energy.averageWatts()))
                        .orElse(List.of("", "", "")));
                csv.row(cells);
            }
            round.absent().forEach(absent -> reason("group", name, "", absent.entrant(), absent.reason()));
        }
        for (Swing swing : Swing.of(comparison)) {
            swing.low().ifPresent(end -> range(swing, swing.sensitivity().low(), end));
            swing.high().ifPresent(end -> range(swing, swing.sensitivity().high(), end));
        }
        for (NetworkLayer layer : comparison.network().layers()) {
            comparison.entrants().forEach(entrant -> layer(layer, entrant));
        }
        return csv.toString();
    }

    /** The name is the path of a value, and the kind what it is there. */
    private void range(Swing swing, String value, Score end) {
        Entrant entrant = swing.stated().entrant();
        int layers = comparison.all().layers().size();
        List<Object> cells = before("range", swing.name(), value, entrant, layers, "");
        addFigures(cells, end);
        cells.addAll(Collections.nCopies(columns - cells.size(), ""));
        csv.row(cells);
    }

    private void layer(NetworkLayer layer, Entrant entrant) {
        String kind = layer.layer().kind();
        Optional<SkippedLayer> skipped = entrant.skipped(layer.name());
        skipped.ifPresent(why -> reason("layer", layer.name(), kind, entrant, why.reason()));
        Score.of(entrant, layer.name()).ifPresent(score -> {
            List<Object> cells = before("layer", layer.name(), kind, entrant, 1, "");
            addFigures(cells, score);
            cells.addAll(Collections.nCopies(columns - cells.size(), ""));
            csv.row(cells);
        });
    }

    private List<Object> before(String of, String name, String kind, Entrant entrant, int layers, String reason) {
        return new ArrayList<>(List.of(of, name, kind, entrant.label(), comparison.batch(), layers, reason));
    }

    private void reason(String of, String name, String kind, Entrant entrant, String reason) {
        List<Object> cells = before(of, name, kind, entrant, 0, reason);
        cells.addAll(Collections.nCopies(columns - BEFORE_METRICS, ""));
        csv.row(cells);
    }

    private static void addFigures(List<Object> cells, Score score) {
        Metric.ALL.forEach(metric ->
                cells.add(score.value(metric.key()).map(Object.class::cast).orElse("")));
        cells.add(score.binding().map(Binding::resource).map(Resource::key).orElse(""));
        cells.add(score.dramWordsPerMac(Action.READ));
        cells.add(score.dramWordsPerMac(Action.WRITE));
        PerMac energy = PerMac.of(score);
        cells.add(energy.isNormalised() ? "" : energy.total());
        cells.add(energy.isNormalised() ? energy.total() : "");
        for (Component component : Component.values()) {
            cells.add(energy.of(component));
        }
    }
}
