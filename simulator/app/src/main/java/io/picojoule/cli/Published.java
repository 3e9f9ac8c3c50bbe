package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.compression.CompressedLayer;
import io.picojoule.config.Configurations;
import io.picojoule.config.Loaded;
import io.picojoule.config.Preset;
import io.picojoule.config.Presets;
import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.search.Objective;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.validation.PublishedCase;
import io.picojoule.validation.PublishedReader;
import io.picojoule.validation.Status;
import io.picojoule.validation.Validation;
import io.picojoule.validation.ValidationRow;
import java.util.List;
import java.util.function.BiFunction;

/** The published experiments that ship with the program. */
final class Published {
    private final Configurations configurations;

    Published(Configurations configurations) {
        this.configurations = configurations;
    }

    List<String> names() {
        return configurations.presets().list(Presets.Kind.PUBLISHED).stream()
                .map(Preset::name)
                .toList();
    }

    /** The cases of a preset or file. */
    List<PublishedCase> read(String nameOrPath) {
        Mapping document = configurations
                .document(Presets.Kind.PUBLISHED, nameOrPath, List.of())
                .value();
        Problems problems = new Problems();
        List<PublishedCase> published = PublishedReader.read(Presets.baseName(nameOrPath), document, problems);
        problems.throwIfAny();
        return published;
    }

    /** What is published about a run, and how that stands to it. */
    record Beside(List<ValidationRow> rows, String sentence) {}

    /** Looks for measurements of this very run; it may have more layers than were measured. */
    Beside beside(RunPlan plan, RunRequest request, RunResult result) {
        String sentence = "No published measurement of this machine with this network ships with Picojoule.";
        for (String name : names()) {
            for (PublishedCase published : read(name)) {
                if (!isOf(published, plan)) {
                    continue;
                }
                List<ValidationRow> rows = isSetLike(published, plan.arguments(), request)
                        ? Validation.beside(published, result)
                        : List.of();
                if (!rows.isEmpty()) {
                    return new Beside(rows, sentence(name, rows));
                }
                String other = published.batch() == request.batch()
                        ? "other values"
                        : "another setting (batch " + published.batch() + ")";
                sentence = "Published measurements of this machine and network are for " + other + ": pj validate "
                        + name + ".";
            }
        }
        return new Beside(List.of(), sentence);
    }

    /** The published sizes of this very compression, of those layers that it has. */
    List<ValidationRow> beside(CompressPlan plan, List<CompressedLayer> compressed) {
        for (String name : names()) {
            for (PublishedCase published : read(name)) {
                if (published.isOfCompression()
                        && published.overrides().equals(plan.arguments().sets())
                        && isSame(
                                published.workload(),
                                plan.arguments().workload(),
                                plan.workload(),
                                configurations::workload)) {
                    return Validation.compare(published, compressed).stream()
                            .filter(row -> !Double.isNaN(row.ours()))
                            .filter(row -> !row.row().isTotal()
                                    || plan.arguments().layers().isEmpty())
                            .toList();
                }
            }
        }
        return List.of();
    }

    /** Whether machine and network are those of the case, by name or, where files are named, by what they say. */
    private boolean isOf(PublishedCase published, RunPlan plan) {
        Arguments run = plan.arguments();
        return !published.isOfCompression()
                && !published.isOfMachine()
                && !published.isOfApplications()
                && isSame(
                        published.accelerator().orElseThrow(),
                        run.accelerator(),
                        plan.machine(),
                        configurations::machine)
                && isSame(published.workload(), run.workload(), plan.workload(), configurations::workload);
    }

    private static <T> boolean isSame(
            String published, String asked, Loaded<T> loaded, BiFunction<String, List<Assignment>, Loaded<T>> load) {
        return published.equals(asked)
                || Presets.isPath(asked)
                        && published.equals(Presets.baseName(asked))
                        && load.apply(published, List.of()).digest().equals(loaded.digest());
    }

    private static boolean isSetLike(PublishedCase published, Arguments run, RunRequest request) {
        String usual = request.machine().energyTable();
        return published.batch() == request.batch()
                && published.energyTable().orElse(usual).equals(run.energy().orElse(usual))
                && published.objective().orElse(Objective.DEFAULT) == request.objective()
                && published.overrides().equals(run.sets())
                && published.mapping().equals(run.mapping());
    }

    private static String sentence(String name, List<ValidationRow> rows) {
        long within = rows.stream().filter(row -> row.status() == Status.WITHIN).count();
        long gaps =
                rows.stream().filter(row -> row.status() == Status.KNOWN_GAP).count();
        return within + " of " + rows.size() + " published figures of this run are within their margins (pj validate "
                + name + ")" + (gaps == 0 ? "." : "; known gaps: " + gaps + ".");
    }
}
