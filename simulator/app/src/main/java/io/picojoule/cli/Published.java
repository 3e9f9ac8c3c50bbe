package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.config.Configurations;
import io.picojoule.config.Preset;
import io.picojoule.config.Presets;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.validation.PublishedCase;
import io.picojoule.validation.PublishedReader;
import io.picojoule.validation.Validation;
import io.picojoule.validation.ValidationRow;
import java.util.List;

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

    PublishedCase read(String nameOrPath) {
        Mapping document = configurations
                .document(Presets.Kind.PUBLISHED, nameOrPath, List.of())
                .value();
        Problems problems = new Problems();
        PublishedCase published = PublishedReader.read(Arguments.baseName(nameOrPath), document, problems);
        problems.throwIfAny();
        return published;
    }

    /** What is published about a run, and how that stands to it. */
    record Beside(List<ValidationRow> rows, String sentence) {}

    /** Looks for measurements of this very run; it may have more layers than were measured. */
    Beside beside(Arguments run, RunRequest request, RunResult result) {
        String elsewhere = "";
        for (String name : names()) {
            PublishedCase published = read(name);
            if (!published.accelerator().equals(run.accelerator())
                    || !published.workload().equals(run.workload())) {
                continue;
            }
            boolean sameTable =
                    run.energy().isEmpty() || published.energyTable().equals(run.energy());
            boolean sameSetting =
                    run.sets().equals(published.overrides()) && run.mapping().equals(published.mapping());
            if (published.batch() == request.batch() && sameTable && sameSetting) {
                List<ValidationRow> rows = Validation.beside(published, result);
                return new Beside(rows, sentence(name, rows));
            }
            elsewhere = "Published measurements of this machine and network are for another setting (batch "
                    + published.batch() + "): pj validate " + name + ".";
        }
        String none = "No published measurement of this machine with this network ships with Picojoule.";
        return new Beside(List.of(), elsewhere.isEmpty() ? none : elsewhere);
    }

    private static String sentence(String name, List<ValidationRow> rows) {
        long within = rows.stream().filter(row -> !row.isFailure()).count();
        return within + " of " + rows.size() + " published figures of this run are within their margins (pj validate "
                + name + ").";
    }
}
