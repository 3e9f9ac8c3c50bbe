package io.picojoule.validation;

import io.picojoule.hardware.Dram;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;

/** Runs a published experiment and puts our figures beside the published ones. */
public final class Validation {
    private Validation() {}

    /** Simulates the request, which is that of the case, and compares. */
    public static List<ValidationRow> compare(PublishedCase published, RunRequest request) {
        return compare(published, request, Simulator.run(request));
    }

    /** Compares a run of the request that is already there. */
    public static List<ValidationRow> compare(PublishedCase published, RunRequest request, RunResult run) {
        boolean needsUncompressed =
                published.rows().stream().anyMatch(row -> row.quantity() == PublishedQuantity.DRAM_BYTES_UNCOMPRESSED);
        return rows(published, run, needsUncompressed ? Simulator.run(uncompressed(request)) : run);
    }

    static List<ValidationRow> rows(PublishedCase published, RunResult run, RunResult uncompressed) {
        List<ValidationRow> rows = new ArrayList<>();
        for (PublishedRow row : published.rows()) {
            Measured ours = new Measured(run, layers(row, run), layers(row, uncompressed));
            rows.add(row.compare(published.name(), ours.layers().isEmpty() ? Double.NaN : row.quantity().of(ours)));
        }
        return rows;
    }

    private static List<LayerResult> layers(PublishedRow row, RunResult run) {
        return row.layer().equals(PublishedRow.TOTAL)
                ? run.layers()
                : run.layer(row.layer()).map(List::of).orElse(List.of());
    }

    private static RunRequest uncompressed(RunRequest request) {
        SpatialArray machine = request.machine();
        MemoryHierarchy memory = machine.memory();
        return new RunRequest(
                machine.withMemory(memory.withDram(memory.dram().withCompression(Dram.Compression.NONE))),
                request.network(),
                request.energyTable(),
                request.batch(),
                request.mappings(),
                request.objective(),
                request.engine(),
                request.seed());
    }
}
