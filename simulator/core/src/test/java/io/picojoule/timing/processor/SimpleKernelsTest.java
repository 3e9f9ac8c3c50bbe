package io.picojoule.timing.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.activity.Action;
import io.picojoule.activity.Level;
import io.picojoule.hardware.SparseKernels;
import io.picojoule.workload.Operand;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Do kernels of one wave take the longest of what they compute and what they move, and the launch and the latency besides? */
class SimpleKernelsTest {
    private static final Offset<Double> TINY = within(1e-6);
    /** 256,000 B of weights, 256 B of inputs, 4,000 B of outputs. */
    private static final Product GEMV = product(1_000, 1, 64);

    private static Product product(long rows, long columns, long depth) {
        return new Product(
                rows,
                columns,
                depth,
                1,
                new Product.Tensor(rows * depth * 4, true),
                new Product.Tensor(columns * depth * 4, true),
                new Product.Tensor(rows * columns * 4, true),
                1,
                false);
    }

    private static KernelRun vector(TestProcessor machine) {
        return new SimpleKernels(machine.build()).vectorProduct(GEMV);
    }

    private static KernelRun sparse(TestProcessor machine, Product product, double nonZeros) {
        return new SimpleKernels(machine.build()).sparseProduct(product, nonZeros);
    }

    private static KernelRun stream(TestProcessor machine, double operations, double inputBytes, double outputBytes) {
        return new SimpleKernels(machine.build())
                .stream(
                        "relu",
                        operations,
                        new Product.Tensor(inputBytes, true),
                        new Product.Tensor(outputBytes, true),
                        inputBytes);
    }

    @Test
    void aMatrixAndAVector_takeAsLongAsTheBytesOverDram_theLatencyAndTheLaunch() {
        KernelRun run = vector(new TestProcessor()
                .dram(8, 1, 0.25)
                .vector(0.5, Integer.MAX_VALUE)
                .launch(100)
                .kernels(TestProcessor.kernels(0, 50, 1)));
        // 256,256 B at 4 byte a cycle, 4,000 at 2.
        assertThat(run.channel()).isCloseTo(64_064 + 2_000, TINY);
        assertThat(run.cycles()).isCloseTo(66_064 + 100 + 50, TINY);
        assertThat(run.busy()).as("64,000 MACs on 32 lanes").isCloseTo(2_000, TINY);
        assertThat(run.dram()).isCloseTo(64_064, TINY);
        assertThat(run.activity().bits(Action.READ, Operand.WEIGHT, Level.DRAM)).isEqualTo(256_000 * 8);
    }

    @Test
    void aMatrixAndAVector_areBoundByTheCache_whereThatIsSlower() {
        KernelRun run = vector(new TestProcessor().last(1, 2).dram(64, 1, 1));
        assertThat(run.cycles()).isCloseTo(128_128, TINY);
        assertThat(run.buffer()).isCloseTo(126_128, TINY);
        assertThat(run.dram()).isZero();
    }

    @Test
    void aMatrixAndAVector_areBoundByTheLoadsOfACore_whereTheseAreFewer() {
        KernelRun run = vector(new TestProcessor().vector(1, 2));
        assertThat(run.cycles()).as("64,000 weights, two a cycle on four cores").isCloseTo(8_000, TINY);
        assertThat(run.buffer()).isCloseTo(6_000, TINY);
    }

    @Test
    void withMemoriesThatNeverWait_onlyTheMultiplicationsAreLeft() {
        assertThat(vector(new TestProcessor()).cycles()).isCloseTo(2_000, TINY);
    }

    @Test
    void aStream_takesItsOperations_orItsBytes() {
        assertThat(stream(new TestProcessor(), 3_200, 400, 400).cycles()).isCloseTo(100, TINY);
        // 400 B read at 1 byte a cycle, 400 written at half of that.
        KernelRun run = stream(new TestProcessor().dram(1, 1, 0.5), 3_200, 400, 400);
        assertThat(run.cycles()).isCloseTo(1_200, TINY);
        assertThat(run.dram()).isCloseTo(1_100, TINY);
        assertThat(run.pipeline()).isCloseTo(100, TINY);
        assertThat(run.busy()).isZero();
        assertThat(run.activity().vectorOperations()).isEqualTo(3_200);
        assertThat(stream(new TestProcessor().last(1, 2), 3_200, 400, 400).cycles())
                .as("into the cache and out of it")
                .isCloseTo(400, TINY);
    }

    @Test
    void compressedRows_areDecodedOnTheCoresThatDo() {
        SparseKernels two = new SparseKernels(2, 3, 2, 1, false);
        // 640 non-zeros, 3 cycles to decode and 2 for the one vector, on two cores.
        KernelRun run = sparse(new TestProcessor().skipping(two), product(100, 1, 64), 640);
        assertThat(run.cycles()).isCloseTo(1_600, TINY);
        assertThat(run.cores()).isEqualTo(2);
        assertThat(run.macs()).isEqualTo(640);
        assertThat(run.busy()).isCloseTo(640 / 32.0, TINY);
        assertThat(sparse(new TestProcessor().skipping(two), product(100, 4, 64), 640)
                        .cycles())
                .as("four vectors")
                .isCloseTo(640 * 11 / 2.0, TINY);
    }

    @Test
    void compressedRows_crossDramWithTheirPlaces() {
        SparseKernels half = new SparseKernels(4, 0, 0, 0.5, false);
        // 640 entries of a value and a place and 100 beginnings of rows, 256 B of inputs, 400 B of outputs: at half of
        // 2 byte a cycle.
        KernelRun run = sparse(new TestProcessor().dram(2, 1, 1).skipping(half), product(100, 1, 64), 640);
        assertThat(run.cycles()).isCloseTo(640 * 8 + 400 + 256 + 400, TINY);
        assertThat(run.activity().bits(Action.READ, Operand.WEIGHT, Level.DRAM)).isEqualTo((640 * 8 + 400) * 8);
    }

    @Test
    void gatheredInputs_comeInSectors_ofWhichOtherEntriesOfTheRowUseSome() {
        SparseKernels gathers = new SparseKernels(4, 0, 0, 1, true);
        Product four = product(100, 4, 64);
        // Of the 8 words of a sector a tenth is wanted: it comes if any is, and serves 0.8 on average.
        double sector = 32 * (1 - Math.pow(0.9, 8)) / 0.8;
        double bytes = 640 * 4 * sector + 640 * 8 + 400;
        assertThat(sparse(new TestProcessor().last(1, 1).skipping(gathers), four, 640)
                        .cycles())
                .isCloseTo(bytes, TINY);
        assertThat(sparse(new TestProcessor().last(1, 1).skipping(gathers), four, 6_400)
                        .activity()
                        .bits(Action.READ, Operand.INPUT, Level.L2))
                .as("of a dense matrix all of a sector is wanted")
                .isEqualTo(6_400 * 4 * 4 * 8);
    }

    @Test
    void inputsThatAreNotGathered_areReadFromTheNearestMemory_whichHasThem() {
        SparseKernels plain = new SparseKernels(4, 0, 0, 1, false);
        Product four = product(100, 4, 64);
        KernelRun run = sparse(new TestProcessor().last(1, 1).skipping(plain), four, 640);
        // Entries and, once, 4 x 64 inputs.
        assertThat(run.cycles()).isCloseTo(640 * 8 + 400 + 1_024, TINY);
        assertThat(run.activity().bits(Action.READ, Operand.INPUT, Level.L2)).isEqualTo(1_024 * 8);
        assertThat(run.activity().bits(Action.READ, Operand.INPUT, Level.SHARED))
                .isEqualTo(640 * 4 * 4 * 8);
    }

    @Test
    void noNonZeros_isNoWork_butTheRowsAreLookedAt() {
        KernelRun run = sparse(
                new TestProcessor().dram(1, 1, 1).skipping(new SparseKernels(4, 1, 1, 1, true)),
                product(100, 4, 64),
                0);
        assertThat(run.cycles()).isCloseTo(400 + 1_024 + 1_600, TINY);
    }
}
