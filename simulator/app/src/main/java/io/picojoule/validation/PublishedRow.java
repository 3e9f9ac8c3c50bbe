package io.picojoule.validation;

import java.util.Optional;

/**
 * A figure somebody published.
 *
 * @param layer its name, that of an application where there are several, {@link #TOTAL} or a mean
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

    /** The layer's name in rows about the geometric mean of the figures of single layers, or of applications. */
    public static final String GEOMETRIC_MEAN = "geometric-mean";

    /** The layer's name in rows about the arithmetic mean over applications, by their weights. */
    public static final String WEIGHTED_MEAN = "weighted-mean";

    /** A difference that is understood: how large it may be, and why it is there. */
    public record KnownGap(double bound, String cause) {}

    /** Whether it is about all layers together. */
    public boolean isTotal() {
        return layer.equals(TOTAL);
    }

    /** Whether it is about the mean of all layers, or of all applications. */
    public boolean isGeometricMean() {
        return layer.equals(GEOMETRIC_MEAN);
    }

    /** Whether it is about the mean of all applications by their weights. */
    public boolean isWeightedMean() {
        return layer.equals(WEIGHTED_MEAN);
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
