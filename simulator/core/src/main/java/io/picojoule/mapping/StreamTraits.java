package io.picojoule.mapping;

import io.picojoule.hardware.LayerTiling;
import io.picojoule.hardware.SpatialArray;

/**
 * What of a machine decides which words its passes move.
 *
 * @param sharesInputs whether neighbours pass inputs on, as on a multicast array
 * @param refetchesInputs whether an input tile leaves the buffer with its visit, even if the next visit needs it again
 */
record StreamTraits(boolean sharesInputs, boolean refetchesInputs) {
    static StreamTraits of(SpatialArray machine) {
        return new StreamTraits(
                StreamLimits.isFree(machine), machine.streaming().tiling() == LayerTiling.PASSES);
    }
}
