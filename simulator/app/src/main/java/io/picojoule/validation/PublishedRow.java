package io.picojoule.validation;

import java.util.Optional;

/**
 * A figure somebody published.
 *
 * @param layer its name, or {@link #TOTAL}
 * @param published in {@link PublishedQuantity#unit}
 * @param margin relative; 0 demands equality
 */
public record PublishedRow(
        String layer,
        PublishedQuantity quantity,
        double published,
        double margin,
        EvidenceClass evidence,
        String source,
        Optional<KnownGap> knownGap) {
    /** The layer's name in rows about the whole run. */
    public static final String TOTAL = "total";

    /** A difference that is understood: how large it may be, and why it is there. */
    public record KnownGap(double bound, String cause) {}

    /** Whether it is about all layers together. */
    public boolean isTotal() {
        return layer.equals(TOTAL);
    }

    /** This row with our figure beside it. */
    ValidationRow compare(String caseName, double ours) {
        double error = published == 0 ? ours : ours / published - 1;
        return new ValidationRow(caseName, this, ours, error, status(Math.abs(error)));
    }

    private Status status(double error) {
        if (error <= margin) {
            return Status.WITHIN;
        }
        return knownGap.isPresent() && error <= knownGap.get().bound() ? Status.KNOWN_GAP : Status.OUTSIDE;
    }
}
