package io.picojoule.validation;

import io.picojoule.config.Globs;
import java.util.List;
import java.util.Optional;

/**
 * A published experiment: what was run, and what came out.
 *
 * @param layers names of layers with {@code *} for anything; empty means all
 * @param mapping a mapping file or {@code search}; none means what the machine says
 * @param energyTable none means that of the machine
 * @param overrides {@code path=value}, as on the command line
 */
public record PublishedCase(
        String name,
        String description,
        String accelerator,
        String workload,
        int batch,
        List<String> layers,
        Optional<String> mapping,
        Optional<String> energyTable,
        List<String> overrides,
        List<PublishedRow> rows) {
    public PublishedCase {
        layers = List.copyOf(layers);
        overrides = List.copyOf(overrides);
        rows = List.copyOf(rows);
    }

    /** Whether a layer belongs to the experiment. */
    public boolean covers(String layer) {
        return layers.isEmpty() || layers.stream().anyMatch(glob -> Globs.matches(glob, layer));
    }

    /** The same experiment with other figures. */
    PublishedCase withRows(List<PublishedRow> others) {
        return new PublishedCase(
                name, description, accelerator, workload, batch, layers, mapping, energyTable, overrides, others);
    }
}
