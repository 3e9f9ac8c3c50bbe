package io.picojoule.hardware;

import java.util.List;

/**
 * How the library of a processor multiplies matrices. The product is cut into tiles; a core works on some of them at once.
 *
 * @param tiles that there are kernels for; each also turned on its side
 * @param registerTile the piece of a tile that is kept in registers: what is read from the nearest memory for it is used for all of it
 * @param cutsEdges whether a tile at the edge takes only the register tiles that it needs, or as long as a whole one
 * @param depth of a step along the inner dimension, after which a core waits
 * @param stepLatencyCycles that a core waits in each step, once for all the tiles that it works on
 * @param tileLatencyCycles from the start of a kernel on a core to the first multiplication, and from the last to the tile written
 * @param issueEfficiency multiplications among the instructions of a step
 * @param gatherEfficiency the same in kernels that gather windows from an image, which are of another library
 * @param packingBytesPerSecond at which weights are first laid out in the order of tiles, by which the multiplications wait; 0 where they
 *     lie so from the beginning, as those of convolutions always do
 * @param splitsBelow share of the cores; where there are tiles for fewer, the inner dimension is split among several cores
 */
public record MatrixKernels(
        List<KernelTile> tiles,
        KernelTile registerTile,
        boolean cutsEdges,
        int depth,
        long stepLatencyCycles,
        long tileLatencyCycles,
        double issueEfficiency,
        double gatherEfficiency,
        long packingBytesPerSecond,
        double splitsBelow) {
    public MatrixKernels {
        tiles = List.copyOf(tiles);
        if (tiles.isEmpty() || depth < 1 || stepLatencyCycles < 0 || tileLatencyCycles < 0) {
            throw new IllegalArgumentException("MatrixKernels: at least one tile, a depth of 1, latencies of 0 cycles");
        }
        if (!(issueEfficiency > 0 && issueEfficiency <= 1)
                || !(gatherEfficiency > 0 && gatherEfficiency <= 1)
                || packingBytesPerSecond < 0
                || !(splitsBelow >= 0 && splitsBelow <= 1)) {
            throw new IllegalArgumentException("MatrixKernels: an efficiency is above 0 and at most 1");
        }
    }
}
