package io.picojoule.sweep;

import java.util.Arrays;
import java.util.Objects;

/**
 * What became of a point.
 *
 * @param number of the point in the order of the sweep, from 0
 * @param choices which value of each axis it has
 * @param reason why it cannot be; empty for a point that ran
 * @param measures in the order of the sweep's measures, NaN where the point does not have one; none if it cannot be
 */
public record SweepRow(long number, int[] choices, String reason, double[] measures) {
    public boolean isFeasible() {
        return reason.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SweepRow row
                && number == row.number
                && Arrays.equals(choices, row.choices)
                && reason.equals(row.reason)
                && Arrays.equals(measures, row.measures);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, Arrays.hashCode(choices), reason, Arrays.hashCode(measures));
    }

    @Override
    public String toString() {
        return "SweepRow[" + number + ", " + Arrays.toString(choices) + ", "
                + (isFeasible() ? Arrays.toString(measures) : reason) + "]";
    }
}
