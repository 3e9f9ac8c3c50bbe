package io.picojoule.report;

import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SkippedLayer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the headline of a run covers, said where the headline is. */
public record Coverage(int ran, List<SkippedLayer> notOnMachine, List<SkippedLayer> infeasible, Set<String> kinds) {

    public static Coverage of(RunResult run) {
        Set<String> kinds = new LinkedHashSet<>();
        for (LayerResult layer : run.layers()) {
            kinds.add(layer.kind());
        }
        return new Coverage(
                run.layers().size(),
                run.skipped().stream().filter(layer -> !layer.infeasible()).toList(),
                run.skipped().stream().filter(SkippedLayer::infeasible).toList(),
                kinds);
    }

    public boolean isWhole() {
        return notOnMachine.isEmpty() && infeasible.isEmpty();
    }

    /** One sentence. */
    public String sentence() {
        if (isWhole()) {
            return "Covers the whole network: " + count(ran) + ".";
        }
        if (ran == 0) {
            return "Covers nothing: none of the " + count(all()) + " ran.";
        }
        StringBuilder text = new StringBuilder("Covers ").append(ran).append(" of ").append(count(all()));
        if (kinds.size() == 1) {
            text.append(", the ").append(kinds.iterator().next()).append(" layers only");
        }
        if (!notOnMachine.isEmpty()) {
            text.append("; ").append(count(notOnMachine.size())).append(" not on this machine (").append(kindsOf(notOnMachine)).append(')');
        }
        if (!infeasible.isEmpty()) {
            text.append("; ").append(count(infeasible.size())).append(" infeasible");
        }
        return text.append('.').toString();
    }

    private int all() {
        return ran + notOnMachine.size() + infeasible.size();
    }

    private static String kindsOf(List<SkippedLayer> skipped) {
        Set<String> kinds = new TreeSet<>();
        for (SkippedLayer layer : skipped) {
            kinds.add(layer.layer().layer().kind());
        }
        return String.join(", ", kinds);
    }

    private static String count(int layers) {
        return layers == 1 ? "1 layer" : layers + " layers";
    }
}
