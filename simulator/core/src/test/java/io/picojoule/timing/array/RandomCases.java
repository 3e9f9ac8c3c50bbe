package io.picojoule.timing.array;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.SplitMix;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Generates small machines, layers and mappings that fit them: all that the engines treat specially occurs, and tight stores often. Each
 * case depends on its seed and number only.
 */
final class RandomCases {
    private static final int MOST_MACS = 20_000;

    private final long seed;

    RandomCases(long seed) {
        this.seed = seed;
    }

    /** Case {@code number} of this seed. */
    RandomCase make(int number) {
        return new Generator(SplitMix.named(seed, "case/" + number)).make(seed, number);
    }

    /** The draws of one case, in order. */
    private record Generator(SplitMix random) {
        RandomCase make(long seed, int number) {
            LoopNest nest = nest();
            while (nest.macs() > MOST_MACS) {
                nest = nest();
            }
            LayerData data = LayerData.synthetic(
                    nest, random.nextInt(2) == 0, density(), density(), density(), "case/" + number, seed);
            LayerData layer = data;
            Subwords subwords = subwords(seed, number, nest);
            data = subwords.pack(data);
            nest = subwords.pack(nest);
            if (nest.isFullyConnected() && random.nextInt(3) > 0) {
                data = data.flattened();
                nest = nest.flattened();
            }
            RowStationaryParameters parameters = new RowStationaryParameters(
                    upTo(nest.m() + 1),
                    upTo(nest.n() + 1),
                    upTo(nest.p() + 1),
                    upTo(4),
                    upTo(4),
                    upTo(3),
                    upTo(3),
                    part(nest.q()),
                    part(nest.r()),
                    part(nest.s()));
            PassSequence passes = new PassSequence(RowStationary.mapping(nest, parameters));
            // Parameters as the mapping has cut them to the layer: the tight stores are to be tight.
            RowStationaryParameters used = RowStationary.parameters(passes.mapping());
            return new RandomCase(
                    seed, number, layer, new ArrayJob(machine(nest, used), passes, widths(), data, transfers(passes)));
        }

        /** Every third case packs. Drawn apart from the rest. */
        private static Subwords subwords(long seed, int number, LoopNest nest) {
            SplitMix draws = SplitMix.named(seed, "subwords/" + number);
            return Subwords.of(nest, draws.nextInt(3) == 0 ? 2 + draws.nextInt(4) : 1);
        }

        private LoopNest nest() {
            return switch (random.nextInt(8)) {
                case 0 -> image(upTo(6), 1, 1, upTo(3), upTo(3)); // depthwise
                case 1 -> image(upTo(2), upTo(9), upTo(9), 1, 1); // 1x1
                case 2 -> fullyConnected();
                case 3 -> image(1, upTo(9), upTo(9), upTo(3), upTo(3));
                default -> image(upTo(3), upTo(6), upTo(6), upTo(4), upTo(4));
            };
        }

        private LoopNest image(int groups, int filters, int channels, int filterRows, int filterColumns) {
            boolean dilates = random.nextInt(3) == 0;
            int dilation = dilates ? 1 + upTo(2) : 1;
            int strideHeight = upTo(random.nextInt(3) == 0 ? 5 : 2);
            int strideWidth = upTo(random.nextInt(3) == 0 ? 5 : 2);
            int outputRows = upTo(7);
            int outputColumns = outputColumns();
            int padTop = random.nextInt(3);
            int padLeft = random.nextInt(3);
            int neededRows = (outputRows - 1) * strideHeight + (filterRows - 1) * dilation + 1;
            int neededColumns = (outputColumns - 1) * strideWidth + (filterColumns - 1) * dilation + 1;
            return new LoopNest(
                    upTo(5),
                    groups,
                    filters,
                    channels,
                    outputRows,
                    outputColumns,
                    filterRows,
                    filterColumns,
                    strideHeight,
                    strideWidth,
                    dilation,
                    Math.max(1, neededRows - padTop - random.nextInt(3) + random.nextInt(3)),
                    Math.max(1, neededColumns - padLeft - random.nextInt(3) + random.nextInt(3)),
                    padTop,
                    padLeft);
        }

        /** Few, or so many that the fast engine finds a repetition to skip. */
        private int outputColumns() {
            return switch (random.nextInt(16)) {
                case 0 -> upTo(1_000);
                case 1, 2 -> upTo(150);
                default -> upTo(9);
            };
        }

        private LoopNest fullyConnected() {
            int height = upTo(4);
            int width = upTo(4);
            return new LoopNest(upTo(5), 1, upTo(12), upTo(10), 1, 1, height, width, 1, 1, 1, height, width, 0, 0);
        }

        /** A machine that can just run the mapping, or has some room to spare. */
        private SpatialArray machine(LoopNest nest, RowStationaryParameters parameters) {
            int columns = Math.min(parameters.filterColumns(), nest.s());
            int window = parameters.q() * nest.spanWidth(columns);
            int weights = parameters.p() * parameters.q() * columns;
            boolean shared = random.nextInt(4) == 0;
            ProcessingElement element = new ProcessingElement(
                    window + slack(),
                    weights + slack(),
                    parameters.p() + slack(),
                    shared ? OptionalInt.of(window + weights + parameters.p() + slack()) : OptionalInt.empty(),
                    random.nextInt(2) == 0 ? 0 : random.nextInt(6),
                    ZeroInputs.values()[random.nextInt(3)]);
            return TestArrays.of(
                    1 + random.nextInt(1_000_000_000),
                    element,
                    new Buses(upTo(5), upTo(5), upTo(5), upTo(5)),
                    memory());
        }

        private MemoryHierarchy memory() {
            EnumSet<Operand> overlaps = EnumSet.noneOf(Operand.class);
            for (Operand operand : new Operand[] {Operand.INPUT, Operand.WEIGHT, Operand.OUTPUT}) {
                if (random.nextInt(2) == 0) {
                    overlaps.add(operand);
                }
            }
            // From a bit a thousand cycles to a thousand bits a cycle, whatever the clock.
            long bytesPerSecond = 1L << (12 + random.nextInt(26));
            Dram dram = TestArrays.dram(bytesPerSecond, random.nextInt(3) == 0 ? 0 : random.nextInt(40), overlaps);
            OnChipBuffer globalBuffer = random.nextInt(2) == 0
                    ? TestArrays.LARGE_BUFFER
                    : new OnChipBuffer(
                            1 << 24, OptionalLong.empty(), Set.of(Operand.INPUT, Operand.PARTIAL_SUM, Operand.WEIGHT));
            return new MemoryHierarchy(
                    globalBuffer,
                    random.nextInt(2) == 0
                            ? Optional.of(new OnChipBuffer(1 << 20, OptionalLong.empty(), Set.of(Operand.WEIGHT)))
                            : Optional.empty(),
                    dram);
        }

        /** Any sizes: how they come about is not the engines' business. */
        private TransferSizes transfers(PassSequence passes) {
            int groups = passes.groups();
            int patches = passes.patches();
            return new TransferSizes(
                    sizes(groups, patches, passes.channelGroups().count()),
                    sizes(groups, passes.filterTiles().count(), patches));
        }

        private long[][][] sizes(int first, int second, int third) {
            long[][][] sizes = new long[first][second][third];
            int bound = 1 << random.nextInt(13);
            for (long[][] plane : sizes) {
                for (long[] row : plane) {
                    for (int i = 0; i < row.length; i++) {
                        row[i] = random.nextInt(bound);
                    }
                }
            }
            return sizes;
        }

        private WordWidths widths() {
            return new WordWidths(upTo(32), upTo(32), upTo(64), upTo(32));
        }

        private double density() {
            return switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> 1;
                default -> random.nextDouble();
            };
        }

        private int slack() {
            return random.nextInt(2) == 0 ? 0 : random.nextInt(5);
        }

        /** Mostly the whole. */
        private int part(int extent) {
            return random.nextInt(4) == 0 ? upTo(extent) : RowStationaryParameters.WHOLE;
        }

        /** Uniform in 1 .. most. */
        private int upTo(int most) {
            return 1 + random.nextInt(most);
        }
    }
}
