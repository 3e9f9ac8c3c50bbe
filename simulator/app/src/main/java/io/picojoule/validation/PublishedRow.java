package io.picojoule.validation;

import java.util.Optional;

/**
 * A figure somebody published.
 *
 * @param layer its name, {@link #TOTAL} or {@link #GEOMETRIC_MEAN}
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

    /** The layer's name in rows about the geometric mean of the figures of single layers. */
    public static final String GEOMETRIC_MEAN = "geometric-mean";

    /** A difference that is understood: how large it may be, and why it is there. */
    public record KnownGap(double bound, String cause) {}

    /** Whether it is about all layers together. */
    public boolean isTotal() {
        return layer.equals(TOTAL);
    }

    /** Whether it is about the mean of all layers. */
    public boolean isGeometricMean() {
        return layer.equals(GEOMETRIC_MEAN);
    }

    /** Whether it is about this layer, if it has one of its own. */
    boolean isOf(String other) {
        return !isTotal() && !isGeometricMean() && layer.equals(other);
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
