package io.picojoule.timing.array;

import io.picojoule.mapping.StreamGeometry;
import io.picojoule.mapping.StreamPasses.Pass;
import io.picojoule.mapping.TileVisit;

/**
 * A pass and what crosses the DRAM link for it, in bits; {@link #NOTHING} where nothing does.
 *
 * @param shape index of the pass among those of its visit is {@code number}
 * @param weights to fetch before it
 * @param inputs to fetch before it
 * @param sums of earlier visits, or passes, to bring back before it
 * @param leaving what leaves once it is over: outputs if they are final, else sums
 * @param startsSums whether its sums take the place of others in the buffer
 */
public record StreamStep(
        TileVisit visit,
        long number,
        Pass pass,
        long weights,
        long inputs,
        long sums,
        long leaving,
        boolean leavesOutputs,
        boolean startsSums) {
    /** No transfer. */
    public static final long NOTHING = -1;

    public StreamGeometry geometry() {
        return pass.geometry();
    }
}
