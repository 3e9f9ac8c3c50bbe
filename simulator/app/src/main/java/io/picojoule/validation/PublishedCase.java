package io.picojoule.validation;

import io.picojoule.config.document.Glob;
import io.picojoule.search.Objective;
import java.util.List;
import java.util.Optional;

/**
 * A published experiment: what was run, and what came out.
 *
 * @param accelerator none if it is about compressed weights, which no machine runs
 * @param workload that of the first application, if there are any
 * @param layers names of layers with {@code *} for anything; empty means all
 * @param mapping a mapping file or {@code search}; none means what the machine says
 * @param energyTable none means that of the machine
 * @param objective what a search makes small, if it is not what it usually is
 * @param baseline the run that relative figures are relative to
 * @param overrides {@code path=value}, as on the command line
 * @param applications whose figures and means are published; none if it is about the one workload
 */
public record PublishedCase(
        String name,
        String description,
        Optional<String> accelerator,
        String workload,
        int batch,
        List<String> layers,
        Optional<String> mapping,
        Optional<String> energyTable,
        List<String> overrides,
        Optional<Objective> objective,
        Optional<Baseline> baseline,
        List<Application> applications,
        List<PublishedRow> rows) {
    /**
     * One of several networks of an experiment.
     *
     * @param weight its share in a weighted mean, in any unit
     */
    public record Application(String workload, int batch, double weight) {}

    /**
     * Another run, of the same layers, that figures are relative to.
     *
     * @param overrides its own, instead of those of the case
     */
    public record Baseline(String accelerator, int batch, Optional<List<String>> overrides) {}

    public PublishedCase {
        layers = List.copyOf(layers);
        overrides = List.copyOf(overrides);
        applications = List.copyOf(applications);
        rows = List.copyOf(rows);
    }

    /** Whether a layer belongs to the experiment. */
    public boolean covers(String layer) {
        return layers.isEmpty() || layers.stream().anyMatch(glob -> Glob.matches(glob, layer));
    }

    /** Whether it is about the sizes of compressed weights, and not about a run. */
    public boolean isOfCompression() {
        return accelerator.isEmpty();
    }

    /** Whether its figures are of the machine alone, whatever runs on it. */
    public boolean isOfMachine() {
        return rows.stream().allMatch(row -> row.quantity().isOfMachine());
    }

    /** Whether it is about several networks, each of them a run. */
    public boolean isOfApplications() {
        return !applications.isEmpty();
    }

    /** The experiment on one of its applications, without figures. */
    public PublishedCase of(Application application) {
        return new PublishedCase(
                name,
                description,
                accelerator,
                application.workload(),
                application.batch(),
                layers,
                mapping,
                energyTable,
                overrides,
                objective,
                baseline.map(other -> new Baseline(other.accelerator(), application.batch(), other.overrides())),
                List.of(),
                List.of());
    }

    /** The same experiment with other figures. */
    PublishedCase withRows(List<PublishedRow> others) {
        return new PublishedCase(
                name,
                description,
                accelerator,
                workload,
                batch,
                layers,
                mapping,
                energyTable,
                overrides,
                objective,
                baseline,
                applications,
                others);
    }

    /** The experiment that the figures are relative to, without figures of its own. */
    public Optional<PublishedCase> baselineCase() {
        return baseline.map(other -> new PublishedCase(
                name,
                description,
                Optional.of(other.accelerator()),
                workload,
                other.batch(),
                layers,
                mapping,
                energyTable,
                other.overrides().orElse(overrides),
                objective,
                Optional.empty(),
                List.of(),
                List.of()));
    }
}
