package io.picojoule.validation;

import java.util.List;
import java.util.Optional;

/** Rows with every status. */
public final class SampleRows {
    private SampleRows() {}

    public static List<ValidationRow> rows() {
        return List.of(
                row("conv1", Optional.empty()).compare("case", 10.1),
                row("conv2", Optional.of(new PublishedRow.KnownGap(0.2, "it is <known>")))
                        .compare("case", 11.5),
                row("conv3", Optional.of(new PublishedRow.KnownGap(0.2, "not that much")))
                        .compare("case", 15),
                row("total", Optional.empty()).compare("case", Double.NaN));
    }

    private static PublishedRow row(String layer, Optional<PublishedRow.KnownGap> gap) {
        return new PublishedRow(
                layer, PublishedQuantity.TOTAL_LATENCY, 10, 0.03, EvidenceClass.REPRODUCED, "a paper", gap);
    }
}
