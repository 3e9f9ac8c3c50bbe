package io.picojoule.timing.array.detailed;

import io.picojoule.timing.LayerTiming;

/**
 * What the detailed engine finds.
 *
 * @param outputs the sums of products {@code [n][g*m][p][q]}, row-major, in wrapping 32-bit arithmetic
 */
public record DetailedRun(LayerTiming timing, int[] outputs) {}
