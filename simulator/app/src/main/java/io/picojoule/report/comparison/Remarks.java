package io.picojoule.report.comparison;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.picojoule.energy.TechnologyNode;
import io.picojoule.report.Report;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stands between the machines and a fair comparison, a sentence each: layers left out, energy tables, widths of words. */
final class Remarks {
    private static final int NAMES_SHOWN = 12;

    private final Comparison comparison;
    private final List<String> remarks = new ArrayList<>();

    private Remarks(Comparison comparison) {
        this.comparison = comparison;
    }

    static List<String> of(Comparison comparison) {
        Remarks remarks = new Remarks(comparison);
        remarks.coverage(comparison.all());
        remarks.absent(comparison.all());
        remarks.leftOut(comparison.all());
        remarks.energyTables();
        remarks.nodes();
        remarks.words();
        remarks.withoutDram();
        remarks.withoutBaseline();
        remarks.notesOfRuns();
        return remarks.remarks;
    }

    private void coverage(Round round) {
        if (round.isEmpty()) {
            String why = round.scores().isEmpty() ? "no layer ran on any machine" : "no layer ran on every machine";
            remarks.add("Nothing is compared: " + why + ".");
            return;
        }
        int left = round.leftOut().size();
        String of = left == 0
                ? Report.layers(round.layers().size())
                : round.layers().size() + " of " + Report.layers(round.layers().size() + left);
        remarks.add("Compared over " + of + ": those that " + machines(round) + " ran.");
    }

    private static String machines(Round round) {
        int machines = round.scores().size();
        if (!round.absent().isEmpty()) {
            return machines + " of " + (machines + round.absent().size()) + " machines";
        }
        return switch (machines) {
            case 1 -> "the machine";
            case 2 -> "both machines";
            default -> "all " + machines + " machines";
        };
    }

    private void absent(Round round) {
        round.absent()
                .forEach(absent -> remarks.add(absent.entrant().label()
                        + " ran none of the layers and is not compared; " + absent.reason() + "."));
    }

    /** Layers that are missing on the same machines for the like reason share a sentence. */
    private void leftOut(Round round) {
        record Cause(boolean foreign, List<String> labels) {}
        Map<Cause, List<String>> layers = round.leftOut().stream()
                .collect(groupingBy(
                        left -> new Cause(left.isForeign(), Comparison.labels(left.missing())),
                        LinkedHashMap::new,
                        mapping(left -> left.layer().name(), toList())));
        layers.forEach((cause, names) -> remarks.add("Left out for all: " + cut(names)
                + (cause.foreign()
                        ? ", for which there is no unit on "
                        : names.size() == 1 ? ", which does not fit " : ", which do not fit ")
                + Comparison.listed(cause.labels()) + "."));
    }

    private static String cut(List<String> names) {
        int more = names.size() - NAMES_SHOWN;
        return more <= 0
                ? Comparison.listed(names)
                : String.join(", ", names.subList(0, NAMES_SHOWN)) + " and " + more + " more";
    }

    private void energyTables() {
        String tables = inWords(entrant -> {
            boolean normalised = entrant.report().isNormalised();
            return entrant.run().energyTable().name() + (normalised ? " (multiples of one MAC)" : " (picojoules)");
        });
        if (comparison.scale() == EnergyScale.NONE) {
            remarks.add("Energies have no common unit and are compared as shares only: " + tables
                    + ". --energy NAME prices all machines by one table.");
        } else if (EnergyScale.tables(comparison.compared()) > 1) {
            remarks.add("Energies are priced by different tables, so part of any difference is theirs: " + tables
                    + ". --energy NAME prices all machines by one table.");
        }
    }

    /** Joules are of the node of their table: which is not that of the machine, or not known. */
    private void nodes() {
        for (Entrant entrant : comparison.compared()) {
            String machine = entrant.run().machine().identity().technology();
            String table = entrant.run().energyTable().technology();
            if (!machine.isBlank() && !table.isBlank() && !machine.equals(table)) {
                remarks.add(
                        entrant.label() + " is made in " + machine + ", and its energies are those of " + table + ".");
            }
        }
        comparison.terms().node().ifPresent(this::normalised);
    }

    private void normalised(TechnologyNode node) {
        List<String> without = comparison.compared().stream()
                .filter(entrant -> entrant.report().isNormalised()
                        || NodeEnergy.from(entrant).isEmpty())
                .map(Entrant::label)
                .toList();
        String leftOut = without.isEmpty()
                ? ""
                : " Without " + Comparison.listed(without) + ": no joules, or no node within the table, are known of "
                        + (without.size() == 1 ? "its" : "their") + " energies.";
        remarks.add("Energies at " + node.text()
                + " stand beside those that were priced: what the chip spends times an assumed factor, DRAM as it is."
                + leftOut);
    }

    /** A machine without DRAM has its weights before it begins, which others have to fetch. */
    private void withoutDram() {
        List<String> labels = comparison.compared().stream()
                .filter(entrant -> entrant.run().machine().dram().isEmpty())
                .map(Entrant::label)
                .toList();
        if (!labels.isEmpty() && labels.size() < comparison.compared().size()) {
            remarks.add("Weights are on the chip before the run begins on " + Comparison.listed(labels)
                    + (labels.size() == 1 ? ", which has" : ", which have") + " no DRAM here; the others fetch them.");
        }
    }

    /** A group that the baseline did not run has another. */
    private void withoutBaseline() {
        String baseline = comparison.baseline().label();
        for (Round round : comparison.rounds()) {
            if (!round.isEmpty() && !round.reference().entrant().equals(comparison.baseline())) {
                remarks.add(baseline + ", the baseline, ran none of the "
                        + round.group().title()
                        + "; speed-up and efficiency there are against "
                        + round.reference().label() + ".");
            }
        }
    }

    private void words() {
        Set<WordWidths> widths = new LinkedHashSet<>();
        comparison
                .compared()
                .forEach(entrant -> widths.add(entrant.run().machine().precision()));
        if (widths.size() > 1) {
            remarks.add("Values have different widths, and an access to DRAM is one word of its machine: "
                    + inWords(entrant -> new MachineFacts(entrant).precision()) + ".");
        }
    }

    /** {@code 16 bit on A and B; 8 bit on C}. */
    private String inWords(Function<Entrant, String> property) {
        Map<String, List<String>> labels = comparison.compared().stream()
                .collect(groupingBy(property, LinkedHashMap::new, mapping(Entrant::label, toList())));
        return labels.entrySet().stream()
                .map(entry -> entry.getKey() + " on " + Comparison.listed(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Those of the network once, the others with the machine they belong to. */
    private void notesOfRuns() {
        List<String> shared = comparison.network().notes();
        shared.forEach(note -> remarks.add("Note: " + note + "."));
        for (Entrant entrant : comparison.entrants()) {
            entrant.run().notes().stream()
                    .filter(note -> !shared.contains(note))
                    .forEach(note -> remarks.add("Note: " + entrant.label() + ": " + note + "."));
        }
    }
}
