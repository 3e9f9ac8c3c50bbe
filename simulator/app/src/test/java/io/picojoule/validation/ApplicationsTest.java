package io.picojoule.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.report.SampleRuns;
import io.picojoule.simulation.RunResult;
import io.picojoule.validation.PublishedCase.Application;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Are means over applications those that papers print? */
class ApplicationsTest {
    private static final Application SMALL = new Application("small", 200, 3);
    private static final Application LARGE = new Application("large", 8, 1);

    /** The second runs twice as many images in the same time. */
    @Test
    void theGeometricMeanCountsEachOnceAndTheWeightedOneByItsWeight() {
        RunResult run = SampleRuns.report().run();
        Map<String, Double> ours = new HashMap<>();
        List<Applications.Run> runs = List.of(
                new Applications.Run(SMALL, run, Optional.empty()),
                new Applications.Run(LARGE, twiceAsMany(run), Optional.empty()));
        for (ValidationRow row : Applications.compare(published(), runs)) {
            ours.put(row.row().layer(), row.ours());
        }
        double small = run.batch() / run.seconds(run.totals().cycles());
        assertThat(ours.get("small")).isCloseTo(small, within(1e-9));
        assertThat(ours.get("large")).isCloseTo(2 * small, within(1e-9));
        assertThat(ours.get(PublishedRow.GEOMETRIC_MEAN)).isCloseTo(Math.sqrt(2) * small, within(1e-9));
        assertThat(ours.get(PublishedRow.WEIGHTED_MEAN)).isCloseTo((3 * 1 + 1 * 2) / 4.0 * small, within(1e-9));
        assertThat(ours.get("nosuch")).isNaN();
    }

    private static RunResult twiceAsMany(RunResult run) {
        return new RunResult(
                run.machine(),
                run.network(),
                2 * run.batch(),
                run.seed(),
                run.engine(),
                run.energyTable(),
                run.layers(),
                run.skipped(),
                run.notes());
    }

    private static PublishedCase published() {
        return new PublishedCase(
                "case",
                "",
                Optional.of("chip"),
                "small",
                1,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(SMALL, LARGE),
                Stream.of("small", "large", PublishedRow.GEOMETRIC_MEAN, PublishedRow.WEIGHTED_MEAN, "nosuch")
                        .map(ApplicationsTest::row)
                        .toList());
    }

    private static PublishedRow row(String name) {
        return new PublishedRow(
                name,
                PublishedQuantity.INFERENCES_PER_SECOND,
                1,
                0,
                EvidenceClass.REPRODUCED,
                "a paper",
                Optional.empty());
    }
}
