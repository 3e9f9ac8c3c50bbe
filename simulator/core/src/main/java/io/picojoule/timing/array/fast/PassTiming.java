package io.picojoule.timing.array.fast;

import io.picojoule.timing.Cause;

/**
 * The course of one pass.
 *
 * @param cycles from its first weight word to its last partial sum
 * @param weightCycles until the weights are in the scratchpads
 * @param elementCycles by ordinal of {@link Cause}, over the elements that the pass uses
 * @param inputBusCycles in which the input bus moved a word
 * @param weightBusCycles in which the weight bus did
 * @param partialSumInBusCycles in which the bus of incoming partial sums did
 * @param partialSumOutBusCycles in which the bus of leaving partial sums did
 */
record PassTiming(
        long cycles,
        long weightCycles,
        long[] elementCycles,
        long inputBusCycles,
        long weightBusCycles,
        long partialSumInBusCycles,
        long partialSumOutBusCycles) {
    long elementCycles(Cause cause) {
        return elementCycles[cause.ordinal()];
    }
}
