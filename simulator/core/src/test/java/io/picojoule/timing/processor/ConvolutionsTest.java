package io.picojoule.timing.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.activity.Action;
import io.picojoule.activity.Level;
import io.picojoule.hardware.ConvolutionAlgorithm;
import io.picojoule.hardware.NumberType;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Do the algorithms of convolution multiply, add and move what they should? */
class ConvolutionsTest {
    private static final Offset<Double> TINY = within(1e-6);

    /** 16 filters over 4 channels. */
    private static LoopNest nest(int images, int outputs, int filter, int stride) {
        int image = (outputs - 1) * stride + filter;
        return new LoopNest(images, 1, 16, 4, outputs, outputs, filter, filter, stride, stride, 1, image, image, 0, 0);
    }

    /** 64 filters over 64 channels, so that transforms pay. */
    private static LoopNest deep(int filter) {
        return new LoopNest(16, 1, 64, 64, 12, 12, filter, filter, 1, 1, 1, 11 + filter, 11 + filter, 0, 0);
    }

    private static Convolutions convolutions(TestProcessor machine, LoopNest nest) {
        return new Convolutions(machine.build(), nest, true, false);
    }

    private static KernelRun by(ConvolutionAlgorithm algorithm, TestProcessor machine, LoopNest nest) {
        return convolutions(machine, nest).by(algorithm).orElseThrow();
    }

    private static boolean can(ConvolutionAlgorithm algorithm, LoopNest nest) {
        return convolutions(new TestProcessor(), nest).by(algorithm).isPresent();
    }

    private static double read(KernelRun run, Operand operand, Level level) {
        return run.activity().bits(Action.READ, operand, level) / 8.0;
    }

    @Test
    void directly_allImagesAreOneProduct() {
        KernelRun run = by(ConvolutionAlgorithm.DIRECT, new TestProcessor(), nest(2, 4, 3, 1));
        // 16 x 32 sums of 36: two tiles on two cores, in steps of 8.
        assertThat(run.kernel()).isEqualTo("direct 16x16");
        assertThat(run.cycles()).isCloseTo(40 * 32, TINY);
        assertThat(run.kernels()).isEqualTo(1);
        assertThat(read(run, Operand.INPUT, Level.DRAM))
                .as("images, not windows")
                .isCloseTo(2 * 4 * 36 * 4, TINY);
        // Rows of 4 words from anywhere: 1.375 sectors of 8.
        assertThat(read(run, Operand.INPUT, Level.L2)).isCloseTo(32 * 36 * 4 * 2.75, TINY);
    }

    @Test
    void laidOut_eachImageIsAMatrixOfItsOwn() {
        LoopNest two = nest(2, 4, 3, 1);
        KernelRun run = by(ConvolutionAlgorithm.GEMM, new TestProcessor(), two);
        // An image: 36 x 16 words to lay out on 32 lanes; then a tile of 40 steps' columns.
        assertThat(run.cycles()).isCloseTo(2 * (36 * 16 / 32.0 + 40 * 32), TINY);
        assertThat(run.kernels()).isEqualTo(4);
        assertThat(run.kernel()).isEqualTo("gemm 16x16");
        double image = 4 * 36 * 4;
        double matrix = 36 * 16 * 4;
        double weights = 16 * 36 * 4;
        assertThat(read(run, Operand.INPUT, Level.DRAM)).isCloseTo(2 * (image + matrix), TINY);
        assertThat(read(run, Operand.WEIGHT, Level.DRAM)).isCloseTo(2 * weights, TINY);
        KernelRun kept = by(
                ConvolutionAlgorithm.GEMM,
                new TestProcessor().last((long) (2 * weights), TestProcessor.UNBOUNDED),
                two);
        assertThat(read(kept, Operand.WEIGHT, Level.DRAM)).as("weights stay").isCloseTo(weights, TINY);
        assertThat(read(kept, Operand.INPUT, Level.DRAM))
                .as("so do images and matrices")
                .isZero();
    }

    @Test
    void windowsOfOnePixel_areLaidOutAsTheyAre() {
        KernelRun run = by(ConvolutionAlgorithm.GEMM, new TestProcessor(), nest(2, 4, 1, 1));
        assertThat(run.kernels()).isEqualTo(2);
        assertThat(run.cycles()).isCloseTo(2 * 8 * 32, TINY);
        assertThat(by(ConvolutionAlgorithm.GEMM, new TestProcessor(), nest(2, 4, 1, 2))
                        .kernels())
                .as("but not with a stride")
                .isEqualTo(4);
    }

    @Test
    void minimalFiltering_multipliesLessThanHalfAsOften_andAdds() {
        LoopNest even = nest(1, 4, 3, 1);
        KernelRun run = by(ConvolutionAlgorithm.WINOGRAD, new TestProcessor(), even);
        assertThat(run.macs() * 2.25).isEqualTo(even.macs());
        // 16 products of 16 x 4 (tiles) x 4: a tile and a step each, four at a time; 4 tiles of 32 x 4 + 24 x 16
        // additions.
        assertThat(run.cycles()).isCloseTo(4 * 8 * 32 + 4 * (32 * 4 + 24 * 16) / 32.0, TINY);
        assertThat(run.activity().vectorOperations()).isEqualTo(4 * (32 * 4 + 24 * 16));
        assertThat(read(run, Operand.WEIGHT, Level.DRAM)).as("16 words for 9").isCloseTo(16 * 4 * 16 * 4, TINY);
        // Five rows are three tiles.
        assertThat(by(ConvolutionAlgorithm.WINOGRAD, new TestProcessor(), nest(1, 5, 3, 1))
                        .macs())
                .isEqualTo(9.0 * 16 * 16 * 4);
    }

    @Test
    void integersAreNotTransformed() {
        for (ConvolutionAlgorithm algorithm : ConvolutionAlgorithm.values()) {
            boolean transforms = algorithm == ConvolutionAlgorithm.WINOGRAD || algorithm == ConvolutionAlgorithm.FFT;
            for (NumberType type : NumberType.values()) {
                TestProcessor machine = new TestProcessor().precision(type, 1);
                assertThat(convolutions(machine, deep(3)).by(algorithm).isPresent())
                        .as("%s of %s", algorithm, type)
                        .isEqualTo(!(transforms && type.isInteger()));
            }
        }
        assertThat(NumberType.INT8.isInteger()).isTrue();
        assertThat(NumberType.BF16.isInteger()).isFalse();
    }

    @Test
    void whatAnAlgorithmCannotDo_orOnlyWithMoreMultiplications_isNotDone() {
        assertThat(can(ConvolutionAlgorithm.WINOGRAD, nest(1, 4, 5, 1))).isFalse();
        assertThat(can(ConvolutionAlgorithm.WINOGRAD, nest(1, 4, 3, 2))).isFalse();
        assertThat(can(ConvolutionAlgorithm.WINOGRAD, nest(1, 1, 3, 1)))
                .as("16 for 9")
                .isFalse();
        assertThat(can(ConvolutionAlgorithm.FFT, nest(1, 4, 5, 2))).isFalse();
        assertThat(can(ConvolutionAlgorithm.FFT, nest(1, 4, 1, 1))).isFalse();
        assertThat(can(ConvolutionAlgorithm.FFT, nest(1, 4, 3, 1)))
                .as("160 for 144")
                .isFalse();
        assertThat(can(ConvolutionAlgorithm.FFT, nest(1, 4, 40, 1)))
                .as("no window in a spectrum of 32 x 32")
                .isFalse();
        assertThat(can(ConvolutionAlgorithm.DIRECT, nest(1, 4, 5, 2))).isTrue();
        assertThat(convolutions(new TestProcessor().algorithms(ConvolutionAlgorithm.FFT), nest(1, 4, 3, 2))
                        .fastest()
                        .kernel())
                .as("where the library has nothing else")
                .isEqualTo("16x16");
    }

    @Test
    void spectra_areMadeMultipliedAndMadeBack() {
        // 4 + 5 - 1 = 8: spectra of 8 x 5 complex points; a product of two takes four multiplications.
        KernelRun run = by(ConvolutionAlgorithm.FFT, new TestProcessor(), nest(1, 4, 5, 1));
        assertThat(run.macs()).isEqualTo(40.0 * 4 * 16 * 4);
        assertThat(run.kernels()).isEqualTo(4);
        // A transform of 64 numbers: 2.5 x 64 x 6 operations. Of 64 filter planes, 4 of the image, 16 of outputs.
        double transforms = 960.0 * (64 + 4 + 16);
        assertThat((double) run.activity().vectorOperations()).isCloseTo(transforms, TINY);
        // 40 products of 16 x 2 x 8: a tile and a step each, four at a time.
        assertThat(run.cycles()).isCloseTo(transforms / 32 + 10 * 8 * 32, TINY);
        double spectrum = 40 * 2 * 4;
        assertThat(read(run, Operand.WEIGHT, Level.DRAM) + read(run, Operand.INPUT, Level.DRAM))
                .as("weights, their spectra, image, its spectra, spectra of outputs")
                .isCloseTo(64 * 100 + 64 * spectrum + 4 * 64 * 4 + 4 * spectrum + 16 * spectrum, TINY);
    }

    @Test
    void largeImages_areTransformedInTilesOf32() {
        // 60 rows, 28 from each tile of 32: 3 x 3 tiles of 32 x 17 points.
        KernelRun run = by(ConvolutionAlgorithm.FFT, new TestProcessor(), nest(1, 60, 5, 1));
        assertThat(run.macs()).isEqualTo(9.0 * 32 * 17 * 4 * 16 * 4);
    }

    @Test
    void theFastestThatTheLibraryHas_isTaken() {
        TestProcessor all = new TestProcessor().algorithms(ConvolutionAlgorithm.values());
        LoopNest three = deep(3);
        LoopNest five = deep(5);
        LoopNest one = deep(1);
        for (LoopNest nest : new LoopNest[] {three, five, one}) {
            double fastest = convolutions(all, nest).fastest().cycles();
            for (ConvolutionAlgorithm algorithm : ConvolutionAlgorithm.values()) {
                convolutions(all, nest)
                        .by(algorithm)
                        .ifPresent(run -> assertThat(run.cycles()).isGreaterThanOrEqualTo(fastest));
            }
        }
        assertThat(convolutions(all, three).fastest().kernel()).isEqualTo("winograd 16x16");
        assertThat(convolutions(all, five).fastest().kernel()).isEqualTo("fft 16x16");
        assertThat(convolutions(all, one).fastest().kernel()).isEqualTo("direct 16x16");
    }

    /** 8 channels of 4 x 4 outputs, 3 x 3 each: 1,152 MACs, 576 words in, 72 weights, 128 out. */
    @Test
    void depthwise_isAStencil() {
        LoopNest nest = new LoopNest(1, 8, 1, 1, 4, 4, 3, 3, 1, 1, 1, 6, 6, 0, 0);
        KernelRun run = convolutions(new TestProcessor(), nest).fastest();
        assertThat(run.kernel()).isEqualTo("stencil");
        assertThat(run.cycles()).isCloseTo(36, TINY);
        assertThat(run.busy()).isCloseTo(36, TINY);
        assertThat(run.macs()).isEqualTo(1_152);
        assertThat(run.activity().vectorOperations()).isZero();
        // Every word of every window, in rows of 4 from anywhere in a sector.
        assertThat(read(run, Operand.INPUT, Level.L2)).isCloseTo(1_152 * 4 * 2.75, TINY);
        assertThat(read(run, Operand.WEIGHT, Level.DRAM)).isCloseTo(72 * 4, TINY);
        assertThat(read(run, Operand.INPUT, Level.DRAM)).isCloseTo(8 * 36 * 4, TINY);
        KernelRun kept = convolutions(new TestProcessor().last(4_096, TestProcessor.UNBOUNDED), nest)
                .fastest();
        assertThat(read(kept, Operand.WEIGHT, Level.DRAM)).as("not yet there").isCloseTo(72 * 4, TINY);
        assertThat(read(kept, Operand.INPUT, Level.DRAM)).as("made on the chip").isZero();
    }

    /** 2 groups of 8 filters over 2 channels. */
    @Test
    void groups_areProductsBesideEachOther_orKernelsOneAfterAnother() {
        LoopNest nest = new LoopNest(1, 2, 8, 2, 4, 4, 3, 3, 1, 1, 1, 6, 6, 0, 0);
        KernelRun together = convolutions(new TestProcessor(), nest).fastest();
        assertThat(together.kernels()).isEqualTo(1);
        assertThat(together.cycles()).as("18 deep, two tiles on two cores").isCloseTo(24 * 32, TINY);
        KernelRun apart = convolutions(new TestProcessor().groupsApart(), nest).fastest();
        assertThat(apart.kernels()).isEqualTo(2);
        assertThat(apart.cycles()).isCloseTo(2 * 24 * 32, TINY);
        assertThat(read(apart, Operand.WEIGHT, Level.DRAM)).isEqualTo(read(together, Operand.WEIGHT, Level.DRAM));
        assertThat(read(apart, Operand.INPUT, Level.DRAM)).isEqualTo(4 * 36 * 4);
        assertThat(apart.macs()).isEqualTo(nest.macs());
    }

    @Test
    void oneColumn_isAVector_andWeightsMayHaveStayed() {
        Convolutions again = new Convolutions(new TestProcessor().build(), LoopNest.matrix(1, 64, 100), false, false);
        assertThat(again.fastest().kernel()).isEqualTo("vector");
        assertThat(read(again.fastest(), Operand.WEIGHT, Level.DRAM)).isZero();
        assertThat(read(again.fastest(), Operand.WEIGHT, Level.L2)).isCloseTo(25_600, TINY);
    }

    @Test
    void aFewVectors_areOneAfterAnother_whereTilesWouldBeMostlyEmpty() {
        // 64 x 100 MACs on 32 lanes are 200 cycles a vector; of the tiles, 7 of 16 x 16, a core has 2 of 64 x 256 / 8.
        KernelRun two =
                convolutions(new TestProcessor(), LoopNest.matrix(2, 64, 100)).fastest();
        assertThat(two.kernel()).isEqualTo("vector");
        assertThat(two.kernels()).isEqualTo(2);
        assertThat(two.cycles()).isCloseTo(2 * 200, TINY);
        assertThat(read(two, Operand.WEIGHT, Level.DRAM)).as("fetched for each").isCloseTo(2 * 25_600, TINY);
        TestProcessor slow = new TestProcessor().dram(32, 1, 1);
        assertThat(convolutions(slow, LoopNest.matrix(8, 64, 100)).fastest().kernel())
                .as("8 times 800 cycles of DRAM, or 4,096 of tiles")
                .isEqualTo("16x16");
        assertThat(convolutions(new TestProcessor(), LoopNest.matrix(9, 64, 100))
                        .fastest()
                        .kernel())
                .as("a matrix to whoever calls a library")
                .isEqualTo("16x16");
    }
}
