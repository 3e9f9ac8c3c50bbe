package io.picojoule.report.comparison;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.report.Machines;
import io.picojoule.report.Provenance;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What {@code comparison.json} says of a machine by itself. */
final class MachineJson {
    private MachineJson() {}

    static Map<String, Object> of(Comparison comparison, Entrant entrant) {
        Provenance provenance = entrant.report().provenance();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("label", entrant.label());
        tree.put("accelerator", entrant.argument());
        tree.put("name", entrant.run().machine().name());
        tree.put("digest", provenance.acceleratorDigest());
        tree.put("dataflow", Machines.manner(entrant.run().machine()));
        tree.put("energyTable", entrant.run().energyTable().name());
        tree.put("energyTableDigest", provenance.energyTableDigest());
        tree.put("energyIsNormalised", entrant.report().isNormalised());
        tree.put("mappingsDigest", provenance.mappingsDigest());
        addFacts(tree, new MachineFacts(entrant));
        tree.put("secondsByKind", comparison.all().score(entrant).map(MachineJson::secondsByKind));
        tree.put(
                "notOnMachine",
                entrant.notOnMachine().stream()
                        .map(skipped -> skipped.layer().name())
                        .toList());
        tree.put(
                "infeasible",
                entrant.infeasible().stream().map(MachineJson::infeasible).toList());
        tree.put(
                "ranges",
                Swing.of(comparison, entrant).stream().map(MachineJson::range).toList());
        return tree;
    }

    private static Map<String, Object> range(Swing swing) {
        Sensitivity sensitivity = swing.sensitivity();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("of", sensitivity.of().key());
        tree.put("path", sensitivity.path());
        tree.put("value", sensitivity.value());
        tree.put("low", sensitivity.low());
        tree.put("high", sensitivity.high());
        tree.put("source", sensitivity.source());
        tree.put("atLow", swing.low().map(end -> end(swing, end)));
        tree.put("atHigh", swing.high().map(end -> end(swing, end)));
        return tree;
    }

    private static Map<String, Object> end(Swing swing, Score end) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String metric : List.of("seconds", "joules", "inferencesPerSecond", "inferencesPerJoule")) {
            tree.put(metric, end.value(metric));
        }
        tree.put("changeOfInferencesPerSecond", swing.changeOfThroughput(end));
        tree.put("changeOfInferencesPerJoule", swing.changeOfEfficiency(end));
        return tree;
    }

    private static void addFacts(Map<String, Object> tree, MachineFacts facts) {
        tree.put("kind", facts.machine().kind());
        tree.put("precisionBits", bits(facts.machine().precision()));
        String technology = facts.identity().technology();
        tree.put("technology", technology.isBlank() ? Optional.empty() : technology);
        OptionalInt year = facts.identity().year();
        tree.put("year", year.isPresent() ? Optional.of(year.getAsInt()) : Optional.empty());
        OptionalDouble price = facts.identity().priceDollars();
        tree.put("priceDollars", price.isPresent() ? Optional.of(price.getAsDouble()) : Optional.empty());
        tree.put("squareMillimetres", facts.entrant().run().area().map(AreaBreakdown::squareMillimetres));
        tree.put("clockHertz", facts.machine().clockHertz());
        tree.put("peakOperationsPerSecond", facts.peakOperationsPerSecond());
        tree.put(
                "dramBytesPerSecond",
                facts.dramBytesPerSecond().isPresent()
                        ? Optional.of(facts.dramBytesPerSecond().getAsLong())
                        : Optional.empty());
    }

    private static Map<String, Object> bits(WordWidths words) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Operand operand : Operand.values()) {
            tree.put(operand.key(), words.bits(operand));
        }
        return tree;
    }

    private static Map<String, Object> secondsByKind(Score score) {
        Map<String, Object> tree = new LinkedHashMap<>();
        LayerGroup.KINDS.forEach(kind -> tree.put(kind.key(), score.seconds(kind)));
        return tree;
    }

    private static Map<String, Object> infeasible(SkippedLayer skipped) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", skipped.layer().name());
        tree.put("reason", skipped.reason());
        return tree;
    }
}
