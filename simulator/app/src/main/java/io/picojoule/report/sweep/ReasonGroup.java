package io.picojoule.report.sweep;

import io.picojoule.sweep.SweepRow;

/**
 * Points that cannot be for the same reason, but for its numbers.
 *
 * @param text of the reason with {@code #} for numbers
 * @param example the first of the points
 */
public record ReasonGroup(String text, long count, SweepRow example) {}
