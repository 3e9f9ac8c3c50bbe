package io.picojoule.timing.array;

import io.picojoule.hardware.Dram;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.PassSequence.Tiling;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.RunLengthCode;
import io.picojoule.workload.WordWidths;

/**
 * Sizes of the tiles on the DRAM link. A tile of one image is one stream of the compressor, which sees values, however many a word holds.
 * A tensor that packing would make larger travels as it is, as does the network's own input.
 */
public final class Transfers {
    private Transfers() {}

    public static TransferSizes of(PassSequence passes, Dram dram, WordWidths words, LayerData data) {
        long[][][] inputs = rawInputs(passes, words.inputBits());
        int valueBits = words.inputBits() / data.valuesPerWord();
        if (dram.packs(Operand.INPUT) && !data.readsNetworkInput() && new RunLengthCode(valueBits).canPack()) {
            inputs = smaller(packedInputs(passes, valueBits, data), inputs);
        }
        long[][][] outputs = rawOutputs(passes, words.outputBits());
        if (dram.packs(Operand.OUTPUT) && new RunLengthCode(words.outputBits()).canPack()) {
            outputs = smaller(packedOutputs(passes, words.outputBits(), data), outputs);
        }
        return new TransferSizes(inputs, outputs);
    }

    /** What share of its raw size each operand takes when it is packed as a whole: for estimates, before tiles are known. */
    public static ArrayEstimate.Packing packing(Dram dram, WordWidths words, LayerData data) {
        boolean packsInput = dram.packs(Operand.INPUT) && !data.readsNetworkInput();
        return new ArrayEstimate.Packing(
                packsInput ? packing(data.input(), words.inputBits() / data.valuesPerWord()) : 1,
                dram.packs(Operand.OUTPUT) ? packing(data.output(), words.outputBits()) : 1);
    }

    private static double packing(int[] values, int bits) {
        RunLengthCode code = new RunLengthCode(bits);
        if (!code.canPack()) {
            return 1;
        }
        for (int value : values) {
            code.value(value);
        }
        return Math.min(1, (double) code.bits() / ((long) values.length * bits));
    }

    private static long[][][] smaller(long[][][] packed, long[][][] raw) {
        return TransferSizes.sum(packed) < TransferSizes.sum(raw) ? packed : raw;
    }

    private static long[][][] rawInputs(PassSequence passes, int bits) {
        Tiling strips = passes.strips();
        Tiling channels = passes.channelGroups();
        long[][][] sizes = new long[passes.groups()][strips.count()][channels.count()];
        for (long[][] ofGroup : sizes) {
            for (int strip = 0; strip < strips.count(); strip++) {
                long plane = (long) passes.nest().inputRows(strips.size(strip))
                        * passes.nest().inputColumns();
                for (int group = 0; group < channels.count(); group++) {
                    ofGroup[strip][group] = plane * channels.size(group) * bits;
                }
            }
        }
        return sizes;
    }

    private static long[][][] packedInputs(PassSequence passes, int bits, LayerData data) {
        Tiling strips = passes.strips();
        Tiling channels = passes.channelGroups();
        int channelsOfGroup = passes.nest().c();
        RunLengthCode code = new RunLengthCode(bits);
        long[][][] sizes = new long[passes.groups()][strips.count()][channels.count()];
        for (int group = 0; group < passes.groups(); group++) {
            for (int strip = 0; strip < strips.count(); strip++) {
                int firstRow = strips.start(strip) * passes.nest().strideHeight();
                int rows = passes.nest().inputRows(strips.size(strip));
                for (int tile = 0; tile < channels.count(); tile++) {
                    int first = group * channelsOfGroup + channels.start(tile);
                    for (int channel = first; channel < first + channels.size(tile); channel++) {
                        plane(code, data, channel, firstRow, rows);
                    }
                    sizes[group][strip][tile] = code.end();
                }
            }
        }
        return sizes;
    }

    /** Rows of the padded plane, from the left edge to the last column that is needed; of each word, all its values. */
    private static void plane(RunLengthCode code, LayerData data, int channel, int firstRow, int rows) {
        LoopNest nest = data.nest();
        int[] input = data.input();
        int values = data.valuesPerWord();
        int columns = nest.inputColumns() * values;
        int padLeft = nest.padLeft() * values;
        int inside = Math.max(0, Math.min(columns - padLeft, nest.inputWidth() * values));
        int left = Math.min(padLeft, columns);
        for (int row = firstRow - nest.padTop(); row < firstRow - nest.padTop() + rows; row++) {
            if (row < 0 || row >= nest.inputHeight()) {
                code.zeros(columns);
                continue;
            }
            code.zeros(left);
            int start = (channel * nest.inputHeight() + row) * nest.inputWidth() * values;
            for (int place = start; place < start + inside; place++) {
                code.value(input[place]);
            }
            code.zeros(columns - left - inside);
        }
    }

    private static long[][][] rawOutputs(PassSequence passes, int bits) {
        Tiling tiles = passes.filterTiles();
        Tiling strips = passes.strips();
        long[][][] sizes = new long[passes.groups()][tiles.count()][strips.count()];
        for (long[][] ofGroup : sizes) {
            for (int tile = 0; tile < tiles.count(); tile++) {
                for (int strip = 0; strip < strips.count(); strip++) {
                    ofGroup[tile][strip] = (long) tiles.size(tile)
                            * strips.size(strip)
                            * passes.nest().q()
                            * bits;
                }
            }
        }
        return sizes;
    }

    private static long[][][] packedOutputs(PassSequence passes, int bits, LayerData data) {
        Tiling tiles = passes.filterTiles();
        Tiling strips = passes.strips();
        LoopNest nest = passes.nest();
        int[] output = data.output();
        RunLengthCode code = new RunLengthCode(bits);
        long[][][] sizes = new long[passes.groups()][tiles.count()][strips.count()];
        for (int group = 0; group < passes.groups(); group++) {
            for (int tile = 0; tile < tiles.count(); tile++) {
                for (int strip = 0; strip < strips.count(); strip++) {
                    int words = strips.size(strip) * nest.q();
                    for (int filter = 0; filter < tiles.size(tile); filter++) {
                        int plane = group * nest.m() + tiles.start(tile) + filter;
                        int start = (plane * nest.p() + strips.start(strip)) * nest.q();
                        for (int place = start; place < start + words; place++) {
                            code.value(output[place]);
                        }
                    }
                    sizes[group][tile][strip] = code.end();
                }
            }
        }
        return sizes;
    }
}
