package io.picojoule.mapping;

/**
 * A stay of the array at one tile of every operand.
 *
 * @param bringsInput whether its input tile is another than that of the visit before
 * @param bringsWeights likewise its tile of weights
 * @param bringsSums likewise its tile of outputs; sums of earlier channels come back with it if there were any
 * @param takesSums whether earlier visits have added to its sums
 * @param endsSums whether nothing will be added to them
 * @param leavesSums whether the next visit is at another tile of outputs, or there is none
 */
public record TileVisit(
        int group,
        int imageTile,
        int patch,
        int filterTile,
        int channelTile,
        boolean bringsInput,
        boolean bringsWeights,
        boolean bringsSums,
        boolean takesSums,
        boolean endsSums,
        boolean leavesSums) {}
