package io.picojoule.validation;

/**
 * A published figure beside ours.
 *
 * @param ours not a number if our run has no such layer
 * @param error relative to the published figure
 */
public record ValidationRow(String caseName, PublishedRow row, double ours, double error, Status status) {
    /** Whether it fails a validation. */
    public boolean isFailure() {
        return status == Status.OUTSIDE && row.evidence().isEnforced();
    }
}
