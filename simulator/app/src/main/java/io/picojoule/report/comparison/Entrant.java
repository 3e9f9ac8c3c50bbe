package io.picojoule.report.comparison;

import io.picojoule.report.Report;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SkippedLayer;
import java.util.List;
import java.util.Optional;

/**
 * A machine in a comparison, and its run.
 *
 * @param label what it is called here, as no other
 * @param argument what the user called it
 * @param sensitivities what its values that are not known well do to it
 */
public record Entrant(String label, String argument, Report report, List<Sensitivity> sensitivities) {
    public Entrant {
        sensitivities = List.copyOf(sensitivities);
    }

    /** Whose values are all taken for known. */
    public Entrant(String label, String argument, Report report) {
        this(label, argument, report, List.of());
    }

    public RunResult run() {
        return report.run();
    }

    public Optional<LayerResult> result(String layer) {
        return run().layer(layer);
    }

    /** Layers for which the machine has no unit, in the order of the network. */
    public List<SkippedLayer> notOnMachine() {
        return run().skipped().stream().filter(layer -> !layer.infeasible()).toList();
    }

    /** Layers that the machine has the unit for and that do not fit it. */
    public List<SkippedLayer> infeasible() {
        return run().skipped().stream().filter(SkippedLayer::infeasible).toList();
    }

    /** Why a layer did not run, if it did not. */
    public Optional<SkippedLayer> skipped(String layer) {
        return run().skipped().stream()
                .filter(skipped -> skipped.layer().name().equals(layer))
                .findFirst();
    }
}
