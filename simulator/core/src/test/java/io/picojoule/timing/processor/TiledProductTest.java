package io.picojoule.timing.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.activity.Action;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Cache;
import io.picojoule.hardware.KernelTile;
import io.picojoule.hardware.MatrixKernels;
import io.picojoule.hardware.NumberType;
import io.picojoule.hardware.Processor;
import io.picojoule.workload.Operand;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Does a product of matrices in tiles take what a pencil says? A column of a tile of 16 x 16 takes the 8 lanes of a core 32 cycles.
 */
class TiledProductTest {
    private static final Offset<Double> TINY = within(1e-4);
    private static final KernelTile TILE = new KernelTile(16, 16);

    private static Product product(long rows, long columns, long depth) {
        return product(rows, columns, depth, 1, 4);
    }

    private static Product product(long rows, long columns, long depth, long copies, int wordBytes) {
        return new Product(
                rows,
                columns,
                depth,
                copies,
                new Product.Tensor((double) rows * depth * copies * wordBytes, true),
                new Product.Tensor((double) columns * depth * copies * wordBytes, true),
                new Product.Tensor((double) rows * columns * copies * wordBytes, true),
                1,
                false);
    }

    /** One that gathers windows from an image. */
    private static Product gathering(long rows, long columns, long depth) {
        Product plain = product(rows, columns, depth);
        return new Product(rows, columns, depth, 1, plain.weights(), plain.inputs(), plain.outputs(), 1, true);
    }

    private static KernelRun run(TestProcessor machine, Product product) {
        return run(machine.build(), product);
    }

    private static KernelRun run(Processor machine, Product product) {
        return new TiledProduct(machine, product, TILE, true).run();
    }

    private static double read(KernelRun run, Operand operand, Level level) {
        return run.activity().bits(Action.READ, operand, level) / 8.0;
    }

    @Test
    void oneTile_keepsOneCoreBusy_andThreeIdle() {
        KernelRun run = run(new TestProcessor(), product(16, 16, 64));
        assertThat(run.cores()).isEqualTo(1);
        assertThat(run.cycles()).isCloseTo(64 * 32, TINY);
        assertThat(run.busy()).as("16 x 16 x 64 on 32 lanes").isCloseTo(512, TINY);
        assertThat(run.imbalance()).isCloseTo(1536, TINY);
    }

    @Test
    void theLastWave_isRagged() {
        KernelRun four = run(new TestProcessor(), product(64, 16, 64));
        assertThat(four.cycles()).isCloseTo(2048, TINY);
        assertThat(four.imbalance()).isCloseTo(0, TINY);
        // The fifth tile has a wave of its own; three cores wait for it.
        KernelRun five = run(new TestProcessor(), product(80, 16, 64));
        assertThat(five.cycles()).isCloseTo(4096, TINY);
        assertThat(five.busy()).isCloseTo(5 * 512, TINY);
        assertThat(five.imbalance()).isCloseTo(3 * 512, TINY);
        assertThat(five.cores()).isEqualTo(4);
    }

    @Test
    void aTileThatIsNotFull_takesAsLong_unlessEdgesAreCut() {
        MatrixKernels cuts = new MatrixKernels(List.of(TILE), new KernelTile(4, 2), true, 8, 0, 0, 1, 1, 0, 0);
        // 9 x 9 in pieces of 4 x 2 are 12 x 10; those of 17 x 9 are 20 x 10 in two tiles.
        assertThat(run(new TestProcessor(), product(9, 9, 8)).cycles()).isCloseTo(8 * 32, TINY);
        assertThat(run(new TestProcessor().kernels(cuts), product(9, 9, 8)).cycles())
                .isCloseTo(8 * 12 * 10 / 8.0, TINY);
        assertThat(run(new TestProcessor().kernels(cuts), product(17, 9, 8)).cycles())
                .as("of two tiles on two cores, the mean one")
                .isCloseTo(8 * 10 * 10 / 8.0, TINY);
        assertThat(run(new TestProcessor().kernels(cuts), product(16, 16, 8)).cycles())
                .isCloseTo(8 * 32, TINY);
    }

    @Test
    void aRegisterTile_isNoLargerThanItsTile() {
        Product product = product(32, 32, 64);
        for (boolean cut : new boolean[] {false, true}) {
            MatrixKernels large = new MatrixKernels(List.of(TILE), new KernelTile(999, 999), cut, 8, 0, 0, 1, 1, 0, 0);
            MatrixKernels same = new MatrixKernels(List.of(TILE), TILE, cut, 8, 0, 0, 1, 1, 0, 0);
            assertThat(run(new TestProcessor().kernels(large), product))
                    .isEqualTo(run(new TestProcessor().kernels(same), product));
        }
    }

    @Test
    void roomForMoreTilesThanAnIntegerCounts_isRoomForAll() {
        TestProcessor machine = new TestProcessor()
                .caches(
                        new Cache(Cache.Place.SHARED, 1L << 50, TestProcessor.UNBOUNDED, 32),
                        new Cache(Cache.Place.L2, 1, TestProcessor.UNBOUNDED, 32));
        assertThat(run(machine.registers(1L << 50), product(64, 64, 64)).cycles())
                .isCloseTo(run(machine.registers(1L << 20), product(64, 64, 64)).cycles(), TINY);
    }

    @Test
    void aStepThatIsNotFull_takesAsLong() {
        assertThat(run(new TestProcessor(), product(16, 16, 65)).cycles()).isCloseTo(72 * 32, TINY);
    }

    @Test
    void tilesThatShareACore_waitForTheirStepsTogether() {
        TestProcessor machine = new TestProcessor().kernels(TestProcessor.kernels(10, 100, 1));
        // Two waves of one tile a core, each with 8 steps of 10 cycles and the 100 of a tile.
        KernelRun oneByOne = run(machine, product(80, 16, 64));
        assertThat(oneByOne.cycles()).isCloseTo(2 * (2048 + 80 + 100), TINY);
        assertThat(oneByOne.pipeline()).isCloseTo(360, TINY);
        // Registers for two tiles: one wave, in which one core has two tiles.
        KernelRun twoAtOnce = run(machine.registers(4096), product(80, 16, 64));
        assertThat(twoAtOnce.cycles()).isCloseTo(2 * 2048 + 80 + 100, TINY);
        assertThat(twoAtOnce.pipeline()).isCloseTo(180, TINY);
    }

    /** Two steps of operands: (16 + 16) x 8 words of 4 bytes, twice, are 2 KiB. */
    @Test
    void sharedMemory_limitsTilesOnACore_andAFirstLevelCacheDoesNot() {
        TestProcessor machine =
                new TestProcessor().kernels(TestProcessor.kernels(0, 100, 1)).registers(8192);
        Cache last = new Cache(Cache.Place.L2, 1, TestProcessor.UNBOUNDED, 32);
        for (Cache.Place place : List.of(Cache.Place.SHARED, Cache.Place.L1)) {
            Cache nearest = new Cache(place, 4096, TestProcessor.UNBOUNDED, 32);
            int atOnce = place == Cache.Place.SHARED ? 2 : 4;
            assertThat(run(machine.caches(nearest, last), product(256, 16, 64)).cycles())
                    .isCloseTo(4 * 2048 + 4 / atOnce * 100, TINY);
        }
    }

    @Test
    void instructionsThatMultiplyNothing_areThePipelines() {
        KernelRun run = run(new TestProcessor().kernels(TestProcessor.kernels(0, 0, 0.5)), product(64, 16, 64));
        assertThat(run.cycles()).isCloseTo(4096, TINY);
        assertThat(run.busy()).isCloseTo(2048, TINY);
        assertThat(run.pipeline()).isCloseTo(2048, TINY);
    }

    @Test
    void narrowNumbers_areMultipliedFaster_andMoveFewerBytes() {
        TestProcessor halves = new TestProcessor().precision(NumberType.FP16, 2);
        KernelRun run = run(halves, product(64, 16, 64, 1, 2));
        assertThat(run.cycles()).isCloseTo(1024, TINY);
        assertThat(run.busy()).isCloseTo(1024, TINY);
        assertThat(read(run, Operand.WEIGHT, Level.L2)).isCloseTo(64 * 64 * 2, TINY);
    }

    @Test
    void withFewTiles_theInnerDimensionIsSplit_andThePartsAreAddedUp() {
        MatrixKernels splits = new MatrixKernels(List.of(TILE), new KernelTile(8, 8), false, 8, 0, 0, 1, 1, 0, 0.5);
        TestProcessor machine = new TestProcessor().kernels(splits).last(1, 8);
        // One tile, four cores: four parts of 128. Parts are at least 16 steps of 8 deep.
        KernelRun run = run(machine, product(16, 16, 512));
        assertThat(run.cores()).isEqualTo(4);
        // A block takes 2 x 16 x 128 words from its core's 2 bytes a cycle: 8,192 cycles, where it multiplies for
        // 4,096.
        double parts = 2 * 16 * 128 * 4 / 2.0;
        // Its 1 KiB of sums goes into the cache, and comes back, four times.
        double joining = 2 * 4 * 1024 / 8.0;
        assertThat(run.cycles()).isCloseTo(parts + joining, TINY);
        assertThat(run.buffer()).isCloseTo(parts - 4096 + joining, TINY);
        assertThat(run.busy() + run.imbalance()).isCloseTo(4096, TINY);
        assertThat(run.activity().bits(Action.WRITE, Operand.OUTPUT, Level.L2) / 8.0)
                .isCloseTo(2 * 4 * 1024, TINY);
        assertThat(run(machine, product(16, 16, 383)).cores())
                .as("two parts of at least 128")
                .isEqualTo(2);
        assertThat(run(machine, product(16, 16, 255)).cores())
                .as("no two parts of 128")
                .isEqualTo(1);
        assertThat(run(machine, product(32, 16, 512)).cores())
                .as("tiles for half of the cores are not below 0.5")
                .isEqualTo(2);
    }

    @Test
    void theCache_bindsEachCoreByItsShare() {
        // Of 8 bytes a cycle each core has 2. A tile takes 16 x 64 weights and as many inputs: 8 KiB, 4,096 cycles.
        KernelRun run = run(new TestProcessor().last(1, 8), product(64, 16, 64));
        assertThat(run.cycles()).isCloseTo(4096, TINY);
        assertThat(run.buffer()).isCloseTo(2048, TINY);
        assertThat(run.cache()).isCloseTo(4096, TINY);
        assertThat(run.dram()).isZero();
        assertThat(read(run, Operand.WEIGHT, Level.L2)).isCloseTo(4 * 4096, TINY);
        assertThat(read(run, Operand.INPUT, Level.L2)).isCloseTo(4 * 4096, TINY);
    }

    @Test
    void aCacheInTheMiddle_deliversWhatTheLastDoes() {
        Cache l1 = new Cache(Cache.Place.L1, 1, TestProcessor.UNBOUNDED, 32);
        Cache l2 = new Cache(Cache.Place.L2, 1, 4_000_000_000L, 32);
        Cache l3 = new Cache(Cache.Place.L3, 1, 8_000_000_000L, 32);
        // 8 KiB a tile, a byte a cycle and core.
        KernelRun run = run(new TestProcessor().caches(l1, l2, l3), product(64, 16, 64));
        assertThat(run.cycles()).isCloseTo(8_192, TINY);
        assertThat(read(run, Operand.WEIGHT, Level.L2)).isEqualTo(read(run, Operand.WEIGHT, Level.L3));
    }

    @Test
    void theNearestMemory_deliversARowAndAColumnOfEachRegisterTile() {
        Cache shared = new Cache(Cache.Place.SHARED, 1 << 20, 32_000_000_000L, 32);
        Cache last = new Cache(Cache.Place.L2, 1, TestProcessor.UNBOUNDED, 32);
        // 8 bytes a cycle and core. 16 x 16 x 64 MACs, each an eighth of two words: 16,384 bytes x 1, 2,048 cycles x 2.
        KernelRun run = run(new TestProcessor().caches(shared, last), product(64, 16, 64));
        assertThat(run.cache()).isCloseTo(16 * 16 * 64 * 4 / 8.0 * 2 / 8, TINY);
        assertThat(run.buffer()).isCloseTo(0, TINY);
        assertThat(read(run, Operand.WEIGHT, Level.SHARED)).isCloseTo(64 * 16 * 64 * 4 / 8.0, TINY);
        assertThat(read(run, Operand.INPUT, Level.SHARED)).isCloseTo(64 * 16 * 64 * 4 / 8.0, TINY);
    }

    @Test
    void theOnlyCache_isReadForRegistersAlone() {
        Cache only = new Cache(Cache.Place.L1, 1, 32_000_000_000L, 32);
        KernelRun run = run(new TestProcessor().caches(only), product(64, 16, 64));
        assertThat(read(run, Operand.WEIGHT, Level.L1)).isCloseTo(64 * 16 * 64 * 4 / 8.0, TINY);
        assertThat(run.activity().bits(Action.WRITE, Operand.OUTPUT, Level.L1) / 8.0)
                .isCloseTo(64 * 16 * 4, TINY);
    }

    /** 16 KiB of weights at 2 byte a cycle, which is as long as nothing else; weights of convolutions lie as they should. */
    @Test
    void weightsAreLaidOutInTheOrderOfTiles_beforeAnythingIsMultiplied() {
        MatrixKernels packs =
                new MatrixKernels(List.of(TILE), new KernelTile(8, 8), false, 8, 0, 0, 1, 1, 2_000_000_000L, 0);
        KernelRun run = run(new TestProcessor().kernels(packs), product(64, 16, 64));
        assertThat(run.cycles()).isCloseTo(2_048 + 8_192, TINY);
        assertThat(run.dram()).isCloseTo(8_192, TINY);
        assertThat(run(new TestProcessor().kernels(packs), gathering(64, 16, 64))
                        .cycles())
                .isCloseTo(2_048, TINY);
    }

    @Test
    void kernelsThatGather_haveAnEfficiencyOfTheirOwn_andAreNotSplit() {
        MatrixKernels kernels = new MatrixKernels(List.of(TILE), new KernelTile(8, 8), false, 8, 0, 0, 0.5, 0.25, 0, 1);
        TestProcessor machine = new TestProcessor().kernels(kernels);
        assertThat(run(machine, gathering(16, 16, 512)).cycles()).isCloseTo(4 * 512 * 32, TINY);
        assertThat(run(machine, product(16, 16, 512)).cycles())
                .as("split into four")
                .isCloseTo(2 * 128 * 32, TINY);
    }

    @Test
    void dram_readsAndWritesWithSharesOfTheirOwn() {
        // 16 KiB of weights and 4 KiB of inputs at 4 byte a cycle; 4 KiB of outputs at 2.
        KernelRun run = run(new TestProcessor().dram(8, 0.5, 0.25), product(64, 16, 64));
        assertThat(run.cycles()).isCloseTo(20_480 / 4.0 + 4_096 / 2.0, TINY);
        assertThat(run.dram()).isCloseTo(5_120 + 2_048 - 2_048, TINY);
        assertThat(run.channel()).isCloseTo(7_168, TINY);
        assertThat(run.buffer()).isZero();
    }

    @Test
    void aFewCores_drawOnlySoMuch() {
        TestProcessor machine = new TestProcessor().dram(8, 1, 1).coreBandwidth(1);
        // One tile on one core: 4 KiB of each operand and 1 KiB of outputs, a byte a cycle.
        assertThat(run(machine, product(16, 16, 64)).cycles()).isCloseTo(9_216, TINY);
        assertThat(run(machine, product(64, 16, 64)).cycles())
                .as("four cores, 4 byte a cycle")
                .isCloseTo(6_144, TINY);
    }

    @Test
    void theLaunch_comesBefore() {
        KernelRun run = run(new TestProcessor().launch(700), product(64, 16, 64));
        assertThat(run.launch()).isCloseTo(700, TINY);
        assertThat(run.cycles()).isCloseTo(2_748, TINY);
        assertThat(run.kernels()).isEqualTo(1);
    }

    /** 256 x 256 x 64: 16 x 16 tiles, four at once; a panel is 4 KiB, a matrix 64 KiB. */
    @Test
    void whatStaysInTheLastCache_comesOnce() {
        Product product = product(256, 256, 64);
        double matrix = 256 * 64 * 4;
        KernelRun nothing = run(new TestProcessor(), product);
        assertThat(read(nothing, Operand.WEIGHT, Level.DRAM))
                .as("a panel of weights comes again for every four panels of inputs")
                .isCloseTo(4 * matrix, TINY);
        assertThat(read(nothing, Operand.INPUT, Level.DRAM))
                .as("all inputs come again for every panel of weights")
                .isCloseTo(16 * matrix, TINY);
        KernelRun panel = run(new TestProcessor().last(8_192, TestProcessor.UNBOUNDED), product);
        assertThat(read(panel, Operand.WEIGHT, Level.DRAM)).isCloseTo(matrix, TINY);
        assertThat(read(panel, Operand.INPUT, Level.DRAM)).isCloseTo(16 * matrix, TINY);
        KernelRun both = run(new TestProcessor().last(131_072, TestProcessor.UNBOUNDED), product);
        assertThat(read(both, Operand.INPUT, Level.DRAM)).isCloseTo(matrix, TINY);
        KernelRun turned = new TiledProduct(new TestProcessor().build(), product, TILE, false).run();
        assertThat(read(turned, Operand.WEIGHT, Level.DRAM)).isCloseTo(16 * matrix, TINY);
        assertThat(read(turned, Operand.INPUT, Level.DRAM)).isCloseTo(4 * matrix, TINY);
    }

    @Test
    void copies_areProductsBesideEachOther() {
        KernelRun run = run(new TestProcessor(), product(16, 16, 64, 4, 4));
        assertThat(run.cycles()).isCloseTo(2048, TINY);
        assertThat(run.cores()).isEqualTo(4);
        assertThat(run.macs()).isEqualTo(4 * 16 * 16 * 64);
    }
}
