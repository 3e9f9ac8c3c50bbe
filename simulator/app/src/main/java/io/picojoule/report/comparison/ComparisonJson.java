package io.picojoule.report.comparison;

import io.picojoule.activity.Action;
import io.picojoule.energy.Component;
import io.picojoule.energy.TechnologyNode;
import io.picojoule.report.Binding;
import io.picojoule.report.JsonTree;
import io.picojoule.report.Metric;
import io.picojoule.report.Provenance;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.timing.Resource;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code comparison.json}: everything, at full precision. */
public final class ComparisonJson {
    /** The first thing that the file says. */
    public static final String FORMAT = "picojoule-comparison/1";

    private final Comparison comparison;

    private ComparisonJson(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The document, with a line end after it. */
    public static String of(Comparison comparison) {
        return JsonTree.of(new ComparisonJson(comparison).document());
    }

    private Map<String, Object> document() {
        Provenance provenance = comparison.first().provenance();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("version", provenance.version());
        Map<String, Object> workload = new LinkedHashMap<>();
        workload.put("name", comparison.network().name());
        workload.put("digest", provenance.workloadDigest());
        tree.put("workload", workload);
        tree.put("batch", comparison.batch());
        tree.put("seed", comparison.first().run().seed());
        tree.put("engine", comparison.first().run().engine().key());
        tree.put("objective", provenance.objective().key());
        tree.put("command", comparison.command());
        tree.put("baseline", comparison.baseline().label());
        tree.put("normaliseNode", comparison.terms().node().map(TechnologyNode::text));
        tree.put("energyScale", comparison.scale().key());
        tree.put("remarks", comparison.remarks());
        tree.put(
                "accelerators",
                comparison.entrants().stream()
                        .map(entrant -> MachineJson.of(comparison, entrant))
                        .toList());
        tree.put("groups", comparison.rounds().stream().map(this::round).toList());
        tree.put(
                "layers",
                comparison.network().layers().stream().map(this::layer).toList());
        return tree;
    }

    private Map<String, Object> round(Round round) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("group", round.group().key());
        tree.put("layers", round.layers().stream().map(NetworkLayer::name).toList());
        tree.put(
                "leftOut", round.leftOut().stream().map(ComparisonJson::leftOut).toList());
        tree.put("absent", round.absent().stream().map(ComparisonJson::absent).toList());
        List<Score> scores = round.isEmpty() ? List.of() : round.scores();
        tree.put(
                "accelerators",
                scores.stream()
                        .map(score -> {
                            Map<String, Object> figures = figures(score);
                            Relative relative = Relative.of(comparison, round, score);
                            Map<String, Object> ratios = new LinkedHashMap<>();
                            ratios.put("to", round.reference().label());
                            ratios.put("seconds", relative.seconds());
                            ratios.put("energy", relative.energy());
                            ratios.put("energyDelayProduct", relative.energyDelayProduct());
                            ratios.put("speedUp", relative.speedUp());
                            ratios.put("efficiency", relative.efficiency());
                            ratios.put("speedUpGeometricMean", relative.meanSpeedUp());
                            ratios.put("efficiencyGeometricMean", relative.meanEfficiency());
                            figures.put("relative", ratios);
                            figures.put(
                                    "normalised",
                                    NodeEnergy.of(comparison, score).map(energy -> normalised(energy, round, score)));
                            return figures;
                        })
                        .toList());
        return tree;
    }

    private Map<String, Object> normalised(NodeEnergy energy, Round round, Score score) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("fromNode", energy.from().text());
        tree.put("factor", energy.factor());
        tree.put("joules", energy.joules());
        tree.put("inferencesPerJoule", energy.inferencesPerJoule());
        tree.put("averageWatts", energy.averageWatts());
        tree.put("efficiency", NodeEnergy.efficiency(comparison, round, score));
        return tree;
    }

    private static Map<String, Object> leftOut(Round.LeftOut left) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("layer", left.layer().name());
        tree.put("missingOn", Comparison.labels(left.missing()));
        return tree;
    }

    private static Map<String, Object> absent(Round.Absent absent) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("label", absent.entrant().label());
        tree.put("reason", absent.reason());
        return tree;
    }

    private Map<String, Object> layer(NetworkLayer layer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", layer.name());
        tree.put("kind", layer.layer().kind());
        tree.put(
                "accelerators",
                comparison.entrants().stream()
                        .map(entrant -> Score.of(entrant, layer.name())
                                .map(ComparisonJson::figures)
                                .orElseGet(() -> skipped(entrant, layer)))
                        .toList());
        return tree;
    }

    private static Map<String, Object> skipped(Entrant entrant, NetworkLayer layer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("label", entrant.label());
        tree.put("infeasible", entrant.skipped(layer.name()).map(SkippedLayer::infeasible));
        tree.put("reason", entrant.skipped(layer.name()).map(SkippedLayer::reason));
        return tree;
    }

    private static Map<String, Object> figures(Score score) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("label", score.label());
        Metric.ALL.forEach(metric -> tree.put(metric.key(), score.value(metric.key())));
        tree.put("boundBy", score.binding().map(Binding::resource).map(Resource::key));
        tree.put("dramReadWordsPerMac", score.dramWordsPerMac(Action.READ));
        tree.put("dramWriteWordsPerMac", score.dramWordsPerMac(Action.WRITE));
        PerMac energy = PerMac.of(score);
        Optional<Map<String, Object>> energies = Optional.of(energies(energy));
        tree.put("picojoulesPerMac", energy.isNormalised() ? Optional.empty() : energies);
        tree.put("energyInMacsPerMac", energy.isNormalised() ? energies : Optional.empty());
        return tree;
    }

    private static Map<String, Object> energies(PerMac energy) {
        Map<String, Object> byComponent = new LinkedHashMap<>();
        for (Component component : Component.values()) {
            byComponent.put(component.key(), energy.of(component));
        }
        Map<String, Object> byOperand = new LinkedHashMap<>();
        for (Operand operand : Operand.values()) {
            byOperand.put(operand.key(), energy.of(operand));
        }
        byOperand.put("none", energy.ofNoOperand());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("total", energy.total());
        tree.put("byComponent", byComponent);
        tree.put("byOperand", byOperand);
        return tree;
    }
}
