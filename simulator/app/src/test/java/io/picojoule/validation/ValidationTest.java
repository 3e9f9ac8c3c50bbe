package io.picojoule.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.SampleRuns;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationTest {

    @Test
    void aRowIsWithinOrAKnownGapOrOutside() {
        assertThat(SampleRows.rows())
                .extracting(ValidationRow::status)
                .containsExactly(Status.WITHIN, Status.KNOWN_GAP, Status.OUTSIDE, Status.OUTSIDE);
        assertThat(SampleRows.rows()).extracting(ValidationRow::isFailure).containsExactly(false, false, true, true);
    }

    @Test
    void aGoalIsShownAndNotEnforced() {
        PublishedRow goal = new PublishedRow(
                "conv1", PublishedQuantity.TOTAL_LATENCY, 10, 0.01, EvidenceClass.GOAL, "", Optional.empty());
        assertThat(goal.compare("case", 20).status()).isEqualTo(Status.OUTSIDE);
        assertThat(goal.compare("case", 20).isFailure()).isFalse();
    }

    @Test
    void figuresAreThoseOfTheRun() {
        PublishedCase published = published(
                row("conv1", PublishedQuantity.PROCESSING_LATENCY, 12),
                row("conv1", PublishedQuantity.ACTIVE_PES, 100),
                row("total", PublishedQuantity.TOTAL_LATENCY, 16.5),
                row("nosuch", PublishedQuantity.TOTAL_LATENCY, 1));
        List<ValidationRow> rows = Validation.rows(
                published, SampleRuns.report().run(), SampleRuns.report().run(), Optional.empty());
        assertThat(rows).extracting(ValidationRow::ours).containsExactly(12.0, 100.0, 16.5, Double.NaN);
    }

    @Test
    void besideARunStandsOnlyWhatItCanBeComparedWith() {
        PublishedCase published = published(
                row("conv1", PublishedQuantity.TOTAL_LATENCY, 16.5),
                row("conv1", PublishedQuantity.DRAM_BYTES_UNCOMPRESSED, 1),
                row("nosuch", PublishedQuantity.TOTAL_LATENCY, 1),
                row("total", PublishedQuantity.TOTAL_LATENCY, 17.5));
        assertThat(Validation.beside(published, SampleRuns.report().run()))
                .extracting(row -> row.row().layer())
                .containsExactly("conv1");
    }

    private static PublishedRow row(String layer, PublishedQuantity quantity, double figure) {
        return new PublishedRow(layer, quantity, figure, 0, EvidenceClass.REPRODUCED, "a paper", Optional.empty());
    }

    private static PublishedCase published(PublishedRow... rows) {
        return new PublishedCase(
                "case",
                "",
                Optional.of("chip"),
                "net",
                SampleRuns.BATCH,
                List.of("conv*"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(rows));
    }
}
