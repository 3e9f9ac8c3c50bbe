package io.picojoule.validation;

import io.picojoule.simulation.RunResult;
import io.picojoule.validation.PublishedCase.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures of an experiment on several networks: of each of them, by its name, and their means. */
public final class Applications {
    /**
     * What an application came to.
     *
     * @param baseline what relative figures are relative to, of the same application
     */
    public record Run(Application application, RunResult run, Optional<RunResult> baseline) {}

    private final PublishedCase published;
    private final List<Run> runs;

    private Applications(PublishedCase published, List<Run> runs) {
        this.published = published;
        this.runs = runs;
    }

    /** Puts our figures beside the published ones; a figure of an application that is not there is not a number. */
    public static List<ValidationRow> compare(PublishedCase published, List<Run> runs) {
        Applications applications = new Applications(published, runs);
        List<ValidationRow> rows = new ArrayList<>();
        for (PublishedRow row : published.rows()) {
            rows.add(row.compare(published.name(), applications.ours(row)));
        }
        return rows;
    }

    private double ours(PublishedRow row) {
        if (row.isGeometricMean()) {
            return Math.exp(runs.stream()
                    .mapToDouble(run -> Math.log(figure(row, run)))
                    .average()
                    .orElse(Double.NaN));
        }
        double sum = 0;
        double weights = 0;
        for (Run run : runs) {
            if (row.isWeightedMean() || row.isOf(run.application().workload())) {
                sum += figure(row, run) * run.application().weight();
                weights += run.application().weight();
            }
        }
        return sum / weights;
    }

    private double figure(PublishedRow row, Run run) {
        return row.quantity()
                .of(Validation.measured(run.run(), run.run(), run.baseline(), layer -> published.covers(layer.name())));
    }
}
