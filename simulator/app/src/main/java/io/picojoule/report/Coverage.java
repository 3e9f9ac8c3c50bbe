package io.picojoule.report;

import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.SkippedLayer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the headline of a run covers, said where the headline is.
 *
 * @param timed how many layers took time
 * @param kinds of those
 * @param free kinds of layers that ran and took none
 * @param leftOut how many layers the user did not select
 */
public record Coverage(
        int timed,
        Set<String> kinds,
        Set<String> free,
        int leftOut,
        List<SkippedLayer> notOnMachine,
        List<SkippedLayer> infeasible) {
    private static final int NAMES_SHOWN = 12;

    public static Coverage of(Report report) {
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> free = new LinkedHashSet<>();
        for (LayerResult layer : report.run().layers()) {
            (layer.timing().cycles() > 0 ? kinds : free).add(layer.kind());
        }
        List<SkippedLayer> skipped = report.run().skipped();
        return new Coverage(
                report.timedLayers().size(),
                kinds,
                free,
                report.layersOfNetwork() - report.run().layers().size() - skipped.size(),
                skipped.stream().filter(layer -> !layer.infeasible()).toList(),
                skipped.stream().filter(SkippedLayer::infeasible).toList());
    }

    /** Whether nothing is missing. */
    public boolean isWhole() {
        return leftOut == 0 && notOnMachine.isEmpty() && infeasible.isEmpty();
    }

    /** Whether layers were left out, and no other took any time. */
    public boolean isNothing() {
        return timed == 0 && !(notOnMachine.isEmpty() && infeasible.isEmpty());
    }

    /** Why nothing ran: the first layer that did not, and its reason. Empty if any ran. */
    public Optional<String> whyNothing() {
        return isNothing()
                ? Stream.concat(infeasible.stream(), notOnMachine.stream())
                        .findFirst()
                        .map(layer -> layer.layer().name() + ": " + layer.reason())
                : Optional.empty();
    }

    /** The names of layers, cut where they are many. */
    public static String names(List<SkippedLayer> skipped) {
        String names = skipped.stream()
                .limit(NAMES_SHOWN)
                .map(layer -> layer.layer().name())
                .collect(Collectors.joining(", "));
        int more = skipped.size() - NAMES_SHOWN;
        return more > 0 ? names + ", and " + more + " more" : names;
    }

    /** One sentence. */
    public String sentence() {
        String what = isWhole()
                ? "the whole network"
                : leftOut > 0 ? "selected layers only" : "the " + words(kinds) + " layers only";
        StringBuilder text = new StringBuilder();
        if (timed == 0) {
            text.append("Covers nothing: no layer ran");
        } else {
            text.append("Covers ").append(what).append(": ").append(Report.layers(timed));
        }
        if (!free.isEmpty()) {
            text.append(", with ").append(words(free)).append(" at no cost");
        }
        if (!notOnMachine.isEmpty()) {
            text.append("; ").append(Report.layers(notOnMachine.size())).append(" not on this machine (");
            text.append(words(kindsOf(notOnMachine))).append(')');
        }
        if (!infeasible.isEmpty()) {
            text.append("; ")
                    .append(Report.layers(infeasible.size()))
                    .append(infeasible.size() == 1 ? " does not fit" : " do not fit");
        }
        return text.append('.').toString();
    }

    private static Set<String> kindsOf(List<SkippedLayer> skipped) {
        Set<String> kinds = new LinkedHashSet<>();
        skipped.forEach(layer -> kinds.add(layer.layer().layer().workKind()));
        return kinds;
    }

    /** {@code conv, add and relu}. */
    static String words(Collection<String> kinds) {
        List<String> all = List.copyOf(kinds);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
