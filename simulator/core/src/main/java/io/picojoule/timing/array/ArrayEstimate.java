package io.picojoule.timing.array;

import io.picojoule.activity.Activity;

/**
 * What a mapping will take, for ranking candidates.
 *
 * @param activity with the estimated cycles
 */
public record ArrayEstimate(long cycles, Activity activity) {

    /** What share of its raw size an operand takes on the DRAM link. */
    public record Packing(double input, double output) {
        public static final Packing NONE = new Packing(1, 1);
    }
}
