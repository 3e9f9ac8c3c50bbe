package io.picojoule.timing.array;

/**
 * Bits that tiles of one image take on the DRAM link, packed or not: counted from the tensors, once, and read by both engines.
 *
 * @param inputs by group, patch and group of channels
 * @param outputs by group, tile of filters and patch
 */
public record TransferSizes(long[][][] inputs, long[][][] outputs) {
    public long inputBits(int group, int patch, int channelGroup) {
        return inputs[group][patch][channelGroup];
    }

    public long outputBits(int group, int filterTile, int patch) {
        return outputs[group][filterTile][patch];
    }

    /** Every input tile once. */
    long allInputBits() {
        return sum(inputs);
    }

    long allOutputBits() {
        return sum(outputs);
    }

    static long sum(long[][][] sizes) {
        long sum = 0;
        for (long[][] ofGroup : sizes) {
            for (long[] row : ofGroup) {
                for (long bits : row) {
                    sum += bits;
                }
            }
        }
        return sum;
    }
}
