package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Dram.Compression;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.mapping.Tiling;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.RunLengthCode;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Are the sizes of tiles those of their words, written out one by one and packed where the machine packs? */
class TransfersTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = 400;
    private static final WordWidths WORDS = new WordWidths(8, 8, 16, 12);

    private static Dram dram(Compression compression, Operand... compresses) {
        return new Dram(1, 0, compression, Set.of(compresses), Set.of());
    }

    private static final Dram PACKING = dram(Compression.RUN_LENGTH, Operand.INPUT, Operand.OUTPUT);

    /** Every tile of the inputs in the order group, strip, tile of columns, group of channels; the padding is sent too. */
    private static List<List<Integer>> inputTiles(PassSequence passes, LayerData data) {
        LoopNest nest = passes.nest();
        List<List<Integer>> tiles = new ArrayList<>();
        for (int group = 0; group < passes.groups(); group++) {
            for (Range rows : ranges(passes.strips(), nest.strideHeight(), nest::inputRows)) {
                for (Range columns : ranges(passes.columnTiles(), nest.strideWidth(), nest::inputColumns)) {
                    for (Range channels : ranges(passes.channelGroups(), 1, size -> size)) {
                        int first = group * nest.c();
                        List<Integer> words = new ArrayList<>();
                        walk(channels, rows, columns, (c, row, column) -> {
                            for (int value = 0; value < data.valuesPerWord(); value++) {
                                words.add(data.inputAt((first + c) * data.valuesPerWord() + value, row, column));
                            }
                        });
                        tiles.add(words);
                    }
                }
            }
        }
        return tiles;
    }

    /** Every tile of the outputs in the order group, tile of filters, strip, tile of columns. */
    private static List<List<Integer>> outputTiles(PassSequence passes, LayerData data) {
        LoopNest nest = passes.nest();
        List<List<Integer>> tiles = new ArrayList<>();
        for (int group = 0; group < passes.groups(); group++) {
            for (Range filters : ranges(passes.filterTiles(), 1, size -> size)) {
                for (Range rows : ranges(passes.strips(), 1, size -> size)) {
                    for (Range columns : ranges(passes.columnTiles(), 1, size -> size)) {
                        int first = group * nest.m();
                        List<Integer> words = new ArrayList<>();
                        walk(
                                filters,
                                rows,
                                columns,
                                (m, p, q) -> words.add(data.output()[((first + m) * nest.p() + p) * nest.q() + q]));
                        tiles.add(words);
                    }
                }
            }
        }
        return tiles;
    }

    private record Range(int start, int size) {}

    private static List<Range> ranges(Tiling tiling, int stride, IntUnaryOperator needed) {
        return IntStream.range(0, tiling.count())
                .mapToObj(tile -> new Range(tiling.start(tile) * stride, needed.applyAsInt(tiling.size(tile))))
                .toList();
    }

    private interface Visitor {
        void visit(int plane, int row, int column);
    }

    private static void walk(Range planes, Range rows, Range columns, Visitor visitor) {
        for (int plane = planes.start(); plane < planes.start() + planes.size(); plane++) {
            for (int row = rows.start(); row < rows.start() + rows.size(); row++) {
                for (int column = columns.start(); column < columns.start() + columns.size(); column++) {
                    visitor.visit(plane, row, column);
                }
            }
        }
    }

    private static List<Long> raw(List<List<Integer>> tiles, int bits) {
        return tiles.stream().map(words -> (long) words.size() * bits).toList();
    }

    private static List<Long> packed(List<List<Integer>> tiles, int bits) {
        return tiles.stream()
                .map(words -> {
                    RunLengthCode code = new RunLengthCode(bits);
                    words.forEach(code::value);
                    return code.bits();
                })
                .toList();
    }

    private static List<Long> smaller(List<Long> packed, List<Long> raw) {
        return sum(packed) < sum(raw) ? packed : raw;
    }

    private static long sum(List<Long> sizes) {
        return sizes.stream().mapToLong(Long::longValue).sum();
    }

    private static List<Long> flat(long[][][] sizes) {
        List<Long> flat = new ArrayList<>();
        for (long[][] plane : sizes) {
            for (long[] row : plane) {
                for (long size : row) {
                    flat.add(size);
                }
            }
        }
        return flat;
    }

    @Test
    void sizes_areThoseOfTheWords_onGeneratedLayers() {
        RandomCases cases = new RandomCases(SEED);
        int packedInputs = 0;
        for (int number = 0; number < CASES; number++) {
            RandomCase generated = cases.make(number);
            PassSequence passes = generated.job().passes();
            LayerData data = generated.job().data();
            List<List<Integer>> inputs = inputTiles(passes, data);
            List<List<Integer>> outputs = outputTiles(passes, data);
            String name = generated.description();

            WordWidths widths = new WordWidths(8 * data.valuesPerWord(), 8, 16, 12);
            TransferSizes plain = Transfers.of(passes.grid(), dram(Compression.NONE), widths, data);
            assertThat(flat(plain.inputs())).as(name).isEqualTo(raw(inputs, 8));
            assertThat(flat(plain.outputs())).as(name).isEqualTo(raw(outputs, 12));

            TransferSizes packed = Transfers.of(passes.grid(), PACKING, widths, data);
            List<Long> expected = smaller(packed(inputs, 8), raw(inputs, 8));
            assertThat(flat(packed.inputs())).as(name).isEqualTo(data.readsNetworkInput() ? raw(inputs, 8) : expected);
            assertThat(flat(packed.outputs())).as(name).isEqualTo(smaller(packed(outputs, 12), raw(outputs, 12)));
            packedInputs += flat(packed.inputs()).equals(raw(inputs, 8)) ? 0 : 1;
        }
        assertThat(packedInputs).as("cases in which packing pays").isGreaterThan(CASES / 20);
    }

    @Test
    void onlyTheOperandsThatTheMachineLists_arePacked() {
        LoopNest nest = new LoopNest(1, 1, 4, 4, 6, 6, 1, 1, 1, 1, 1, 6, 6, 0, 0);
        LayerData data = LayerData.synthetic(nest, false, 0.1, 1, 0.1, "sparse", 1);
        PassSequence passes =
                new PassSequence(RowStationary.mapping(nest, new RowStationaryParameters(4, 1, 3, 2, 2, 1, 1)));
        TransferSizes plain = Transfers.of(passes.grid(), dram(Compression.NONE), WORDS, data);
        TransferSizes both = Transfers.of(passes.grid(), PACKING, WORDS, data);
        TransferSizes outputs = Transfers.of(passes.grid(), dram(Compression.RUN_LENGTH, Operand.OUTPUT), WORDS, data);

        assertThat(both.allInputBits()).isLessThan(plain.allInputBits());
        assertThat(outputs.allInputBits()).isEqualTo(plain.allInputBits());
        assertThat(outputs.allOutputBits()).isEqualTo(both.allOutputBits()).isLessThan(plain.allOutputBits());
        assertThat(Transfers.packing(dram(Compression.NONE), WORDS, data)).isEqualTo(ArrayEstimate.Packing.NONE);
        double share = Transfers.packing(PACKING, WORDS, data).input();
        assertThat(share).isBetween(0.1, 0.5);
        Subwords pairs = Subwords.of(nest, 2);
        // The same values in another order.
        assertThat(Transfers.packing(PACKING, pairs.pack(WORDS), pairs.pack(data))
                        .input())
                .isCloseTo(share, within(0.05));
    }
}
