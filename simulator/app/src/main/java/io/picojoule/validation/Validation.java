package io.picojoule.validation;

import io.picojoule.compression.CompressedLayer;
import io.picojoule.compression.Compressor;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunProgress;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SearchTime;
import io.picojoule.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs a published experiment and puts our figures beside the published ones. */
public final class Validation {
    private Validation() {}

    /**
     * Simulates the request, which is that of the case, and compares.
     *
     * @param baseline what its relative figures are relative to
     */
    public static List<ValidationRow> compare(
            PublishedCase published, RunRequest request, Optional<RunResult> baseline, RunProgress progress) {
        RunResult run = Simulator.run(request, progress, SearchTime.UNLIMITED);
        boolean needsUncompressed = published.rows().stream().anyMatch(Validation::isUncompressed);
        return rows(
                published,
                run,
                needsUncompressed ? Simulator.run(uncompressed(request), progress, SearchTime.UNLIMITED) : run,
                baseline);
    }

    /** Compares with a run that is already there, as far as it goes: a figure that takes another run is left out. */
    public static List<ValidationRow> beside(PublishedCase published, RunResult run) {
        boolean complete = published.rows().stream()
                .allMatch(row -> row.isTotal() || run.layer(row.layer()).isPresent());
        List<PublishedRow> comparable = published.rows().stream()
                .filter(row -> !isUncompressed(row) && !row.quantity().isRelative())
                .filter(row -> row.isTotal() ? complete : run.layer(row.layer()).isPresent())
                .toList();
        return rows(published.withRows(comparable), run, run, Optional.empty());
    }

    /** Puts the sizes of compressed weights beside the published ones; a figure of a layer that is not there is not a number. */
    public static List<ValidationRow> compare(PublishedCase published, List<CompressedLayer> compressed) {
        List<ValidationRow> rows = new ArrayList<>();
        for (PublishedRow row : published.rows()) {
            List<CompressedLayer> layers = compressed.stream()
                    .filter(layer -> isOf(published, row, layer.name()))
                    .toList();
            double ours = layers.isEmpty() ? Double.NaN : row.quantity().of(Compressor.total(layers));
            rows.add(row.compare(published.name(), ours));
        }
        return rows;
    }

    static List<ValidationRow> rows(
            PublishedCase published, RunResult run, RunResult uncompressed, Optional<RunResult> baseline) {
        List<ValidationRow> rows = new ArrayList<>();
        for (PublishedRow row : published.rows()) {
            rows.add(row.compare(published.name(), ours(published, row, run, uncompressed, baseline)));
        }
        return rows;
    }

    private static double ours(
            PublishedCase published,
            PublishedRow row,
            RunResult run,
            RunResult uncompressed,
            Optional<RunResult> baseline) {
        List<LayerResult> layers = layers(published, row, run);
        if (layers.isEmpty()) {
            return Double.NaN;
        }
        if (row.isGeometricMean()) {
            return Math.exp(layers.stream()
                    .map(layer -> measured(
                            run, uncompressed, baseline, other -> other.name().equals(layer.name())))
                    .mapToDouble(ours -> Math.log(row.quantity().of(ours)))
                    .average()
                    .orElse(Double.NaN));
        }
        return row.quantity().of(measured(run, uncompressed, baseline, layer -> isOf(published, row, layer.name())));
    }

    static Measured measured(
            RunResult run, RunResult uncompressed, Optional<RunResult> baseline, Predicate<LayerResult> which) {
        return new Measured(run, layers(run, which), layers(uncompressed, which), baseline.map(other -> {
            List<LayerResult> layers = layers(other, which);
            return new Measured(other, layers, layers, Optional.empty());
        }));
    }

    private static List<LayerResult> layers(RunResult run, Predicate<LayerResult> which) {
        return run.layers().stream().filter(which).toList();
    }

    private static boolean isOf(PublishedCase published, PublishedRow row, String layer) {
        return row.isTotal() || row.isGeometricMean() ? published.covers(layer) : row.isOf(layer);
    }

    private static boolean isUncompressed(PublishedRow row) {
        return row.quantity() == PublishedQuantity.DRAM_BYTES_UNCOMPRESSED;
    }

    private static List<LayerResult> layers(PublishedCase published, PublishedRow row, RunResult run) {
        return layers(run, layer -> isOf(published, row, layer.name()));
    }

    private static RunRequest uncompressed(RunRequest request) {
        SpatialArray machine = request.array();
        MemoryHierarchy memory = machine.memory();
        return request.withMachine(
                machine.withMemory(memory.withDram(memory.dram().withCompression(Dram.Compression.NONE))));
    }
}
