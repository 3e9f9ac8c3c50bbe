package io.picojoule.timing.array;

import io.picojoule.hardware.Dram;
import io.picojoule.mapping.TileGrid;
import io.picojoule.mapping.Tiling;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.RunLengthCode;
import io.picojoule.workload.WordWidths;
import io.picojoule.workload.ZeroRuns;

/**
 * Sizes of the tiles on the DRAM link. A tile of one image is one stream of the compressor, which sees values, however many a word holds.
 * A tensor that packing would make larger travels as it is, as does the network's own input.
 */
public final class Transfers {
    private Transfers() {}

    public static TransferSizes of(TileGrid grid, Dram dram, WordWidths words, LayerData data) {
        return of(grid, dram, words, data, new TransferMemory());
    }

    /**
     * The same, with what is known of the layer.
     *
     * @param memory of this layer
     */
    public static TransferSizes of(TileGrid grid, Dram dram, WordWidths words, LayerData data, TransferMemory memory) {
        int valueBits = words.inputBits() / data.valuesPerWord();
        boolean packsInputs =
                dram.packs(Operand.INPUT) && !data.readsNetworkInput() && new RunLengthCode(valueBits).canPack();
        boolean packsOutputs = dram.packs(Operand.OUTPUT) && new RunLengthCode(words.outputBits()).canPack();
        long[][][] inputs = memory.of(
                data, true, grid.channels(), grid.strips(), grid.columns(), words.inputBits(), packsInputs, () -> {
                    long[][][] raw = rawInputs(grid, words.inputBits());
                    return packsInputs ? smaller(packedInputs(grid, valueBits, data), raw) : raw;
                });
        long[][][] outputs = memory.of(
                data, false, grid.filters(), grid.strips(), grid.columns(), words.outputBits(), packsOutputs, () -> {
                    long[][][] raw = rawOutputs(grid, words.outputBits());
                    return packsOutputs ? smaller(packedOutputs(grid, words.outputBits(), data), raw) : raw;
                });
        return new TransferSizes(
                dram.resident().contains(Operand.INPUT) ? none(inputs) : inputs,
                dram.resident().contains(Operand.OUTPUT) ? none(outputs) : outputs);
    }

    /** Tiles that never cross. */
    private static long[][][] none(long[][][] sizes) {
        return new long[sizes.length][sizes[0].length][sizes[0][0].length];
    }

    /** What share of its raw size each operand takes when it is packed as a whole: for estimates, before tiles are known. */
    public static ArrayEstimate.Packing packing(Dram dram, WordWidths words, LayerData data) {
        boolean packsInput = dram.packs(Operand.INPUT) && !data.readsNetworkInput();
        return new ArrayEstimate.Packing(
                dram.resident().contains(Operand.INPUT)
                        ? 0
                        : packsInput ? packing(data.unpaddedInputRuns(), words.inputBits() / data.valuesPerWord()) : 1,
                dram.resident().contains(Operand.OUTPUT)
                        ? 0
                        : dram.packs(Operand.OUTPUT) ? packing(data.outputRuns(), words.outputBits()) : 1);
    }

    private static double packing(ZeroRuns zeros, int bits) {
        RunLengthCode code = new RunLengthCode(bits);
        if (!code.canPack()) {
            return 1;
        }
        zeros.pack(code, 0, zeros.size());
        return Math.min(1, (double) code.bits() / ((long) zeros.size() * bits));
    }

    private static long[][][] smaller(long[][][] packed, long[][][] raw) {
        return TransferSizes.sum(packed) < TransferSizes.sum(raw) ? packed : raw;
    }

    private static long[][][] rawInputs(TileGrid grid, int bits) {
        Tiling channels = grid.channels();
        long[][][] sizes = new long[grid.groups()][grid.patches()][channels.count()];
        for (long[][] ofGroup : sizes) {
            for (int patch = 0; patch < grid.patches(); patch++) {
                long plane = (long) grid.inputRows(patch) * grid.inputColumns(patch);
                for (int group = 0; group < channels.count(); group++) {
                    ofGroup[patch][group] = plane * channels.size(group) * bits;
                }
            }
        }
        return sizes;
    }

    private static long[][][] packedInputs(TileGrid grid, int bits, LayerData data) {
        LoopNest nest = grid.nest();
        Tiling channels = grid.channels();
        ZeroRuns zeros = data.inputRuns();
        int values = data.valuesPerWord();
        int width = nest.inputColumns() * values;
        int height = nest.inputRows(nest.p());
        RunLengthCode code = new RunLengthCode(bits);
        long[][][] sizes = new long[grid.groups()][grid.patches()][channels.count()];
        for (int group = 0; group < grid.groups(); group++) {
            for (int patch = 0; patch < grid.patches(); patch++) {
                int firstRow = grid.strips().start(grid.stripOf(patch)) * nest.strideHeight();
                int firstColumn = grid.columns().start(grid.columnTileOf(patch)) * nest.strideWidth() * values;
                int rows = grid.inputRows(patch);
                int columns = grid.inputColumns(patch) * values;
                for (int tile = 0; tile < channels.count(); tile++) {
                    int first = group * nest.c() + channels.start(tile);
                    for (int channel = first; channel < first + channels.size(tile); channel++) {
                        pack(code, zeros, (channel * height + firstRow) * width + firstColumn, rows, columns, width);
                    }
                    sizes[group][patch][tile] = code.end();
                }
            }
        }
        return sizes;
    }

    /** A part of a plane, row by row; whole rows are one stretch. */
    private static void pack(RunLengthCode code, ZeroRuns zeros, int start, int rows, int columns, int width) {
        if (columns == width) {
            zeros.pack(code, start, start + rows * width);
            return;
        }
        for (int row = start; row < start + rows * width; row += width) {
            zeros.pack(code, row, row + columns);
        }
    }

    private static long[][][] rawOutputs(TileGrid grid, int bits) {
        Tiling tiles = grid.filters();
        long[][][] sizes = new long[grid.groups()][tiles.count()][grid.patches()];
        for (long[][] ofGroup : sizes) {
            for (int tile = 0; tile < tiles.count(); tile++) {
                for (int patch = 0; patch < grid.patches(); patch++) {
                    ofGroup[tile][patch] = tiles.size(tile) * grid.outputPixels(patch) * bits;
                }
            }
        }
        return sizes;
    }

    private static long[][][] packedOutputs(TileGrid grid, int bits, LayerData data) {
        LoopNest nest = grid.nest();
        Tiling tiles = grid.filters();
        ZeroRuns zeros = data.outputRuns();
        RunLengthCode code = new RunLengthCode(bits);
        long[][][] sizes = new long[grid.groups()][tiles.count()][grid.patches()];
        for (int group = 0; group < grid.groups(); group++) {
            for (int tile = 0; tile < tiles.count(); tile++) {
                int firstPlane = group * nest.m() + tiles.start(tile);
                for (int patch = 0; patch < grid.patches(); patch++) {
                    int rows = grid.strips().size(grid.stripOf(patch));
                    int columns = grid.columns().size(grid.columnTileOf(patch));
                    int firstRow = grid.strips().start(grid.stripOf(patch));
                    int firstColumn = grid.columns().start(grid.columnTileOf(patch));
                    for (int plane = firstPlane; plane < firstPlane + tiles.size(tile); plane++) {
                        int start = (plane * nest.p() + firstRow) * nest.q() + firstColumn;
                        pack(code, zeros, start, rows, columns, nest.q());
                    }
                    sizes[group][tile][patch] = code.end();
                }
            }
        }
        return sizes;
    }
}
