package io.picojoule.report.dataflow;

import io.picojoule.search.Objective;
import io.picojoule.simulation.ExploredLayer;
import io.picojoule.simulation.LayerResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A layer, and others that are alike, under each dataflow that the machine can have.
 *
 * @param alike names of the others
 */
record DataflowRow(String layer, List<String> alike, List<Entry> entries) {
    /** What a dataflow makes of the layer. */
    record Entry(String dataflow, ExploredLayer explored) {
        Optional<LayerResult> best() {
            return explored.best().stream().findFirst();
        }
    }

    int times() {
        return 1 + alike.size();
    }

    /** The layer where it costs least; of equals the dataflow that was named first. */
    Optional<Entry> best(Objective objective) {
        return entries.stream()
                .filter(entry -> entry.best().isPresent())
                .min(Comparator.comparingDouble(
                        entry -> entry.best().orElseThrow().cost(objective)));
    }
}
