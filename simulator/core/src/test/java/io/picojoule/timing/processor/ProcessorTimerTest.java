package io.picojoule.timing.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.activity.Action;
import io.picojoule.activity.Level;
import io.picojoule.hardware.ConvolutionAlgorithm;
import io.picojoule.hardware.SparseKernels;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Addition;
import io.picojoule.workload.Cell;
import io.picojoule.workload.Convolution;
import io.picojoule.workload.FullyConnected;
import io.picojoule.workload.Layer;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.MatrixProduct;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Pooling;
import io.picojoule.workload.Recurrent;
import io.picojoule.workload.Shape;
import io.picojoule.workload.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Are layers the kernels that they should be, in whole cycles with a cause each? */
class ProcessorTimerTest {
    private static final OptionalDouble DENSE = OptionalDouble.empty();
    private static final LayerCommon NAME = LayerCommon.named("layer");

    private static List<NetworkLayer> layers(Shape input, Layer... layers) {
        return Network.resolve("net", "", "", input, List.of(layers)).network().layers();
    }

    private static NetworkLayer layer(Shape input, Layer layer) {
        return layers(input, layer).get(0);
    }

    private static ProcessorTiming time(TestProcessor machine, NetworkLayer layer, int batch) {
        ProcessorTimer timer = new ProcessorTimer(machine.build());
        return layer.loopNest(1).isPresent() ? timer.time(layer, batch, DENSE) : timer.timeWithoutMacs(layer, batch);
    }

    private static long dram(ProcessorTiming timing, Action action, Operand operand) {
        return timing.layer().activity().bits(action, operand, Level.DRAM) / 8;
    }

    private static long l2(ProcessorTiming timing, Operand operand) {
        return timing.layer().activity().bits(Action.READ, operand, Level.L2) / 8;
    }

    @Test
    void cycles_haveACauseEach_inTheLanesOfTheCoresThatWorked() {
        // 16 x 16 x 64 on one core: 2,048 cycles in which 8 lanes multiply; 100 before.
        NetworkLayer fc = layer(Shape.features(64), new FullyConnected(NAME, 16, false));
        LayerTiming timing = time(new TestProcessor().launch(100), fc, 16).layer();
        assertThat(timing.cycles()).isEqualTo(2_148);
        assertThat(timing.activeElements()).isEqualTo(8);
        assertThat(timing.elementCycles()).isEqualTo(Map.of(Cause.BUSY, 2_048L * 8, Cause.LAUNCH, 800L));
        assertThat(timing.busyCycles()).containsEntry(Resource.COMPUTE, 2_048L).containsEntry(Resource.LAUNCH, 100L);
        assertThat(timing.activity().clockedElementCycles()).isEqualTo(2_148 * 8);
    }

    @Test
    void whatIsLeftOfACycle_isThePipelines() {
        NetworkLayer fc = layer(Shape.features(64), new FullyConnected(NAME, 16, false));
        LayerTiming timing = time(new TestProcessor().launch(100.25).kernels(TestProcessor.kernels(0, 50, 1)), fc, 16)
                .layer();
        assertThat(timing.cycles()).isEqualTo(2_199);
        assertThat(timing.elementCycles())
                .isEqualTo(Map.of(Cause.BUSY, 2_048L * 8, Cause.LAUNCH, 802L, Cause.PIPELINE, 406L));
    }

    @Test
    void coresWithoutATile_areImbalance_ifTheyHadOneBefore() {
        // Five tiles: in the second wave three of four cores wait 2,048 cycles.
        NetworkLayer fc = layer(Shape.features(64), new FullyConnected(NAME, 80, false));
        LayerTiming timing = time(new TestProcessor(), fc, 16).layer();
        assertThat(timing.elementCycles())
                .isEqualTo(Map.of(Cause.BUSY, 5L * 2_048 * 8, Cause.IMBALANCE, 3L * 2_048 * 8));
    }

    @Test
    void biases_areAKernelOfTheirOwn_whereTheLibraryAddsThemSo() {
        NetworkLayer fc = layer(Shape.features(64), new FullyConnected(NAME, 16, true));
        NetworkLayer without = layer(Shape.features(64), new FullyConnected(NAME, 16, false));
        TestProcessor machine = new TestProcessor().launch(100);
        assertThat(time(machine, fc, 16).launches()).isEqualTo(1);
        machine.addsBiases();
        ProcessorTiming timing = time(machine, fc, 16);
        // 256 sums on 32 lanes.
        assertThat(timing.layer().cycles()).isEqualTo(2_148 + 108);
        assertThat(timing.launches()).isEqualTo(2);
        assertThat(timing.kernel()).isEqualTo("16x16");
        assertThat(timing.layer().activity().vectorOperations()).isEqualTo(256);
        assertThat(dram(timing, Action.WRITE, Operand.OUTPUT)).isEqualTo(2 * 1_024);
        assertThat(dram(timing, Action.READ, Operand.INPUT)).isEqualTo(4_096 + 1_024);
        assertThat(time(machine, without, 16).layer().cycles()).isEqualTo(2_148);
    }

    @Test
    void anActivation_isReadAndWritten_unlessTheLastCacheKeepsIt() {
        List<NetworkLayer> relus = layers(
                Shape.features(3_200),
                new Pointwise(LayerCommon.named("first"), Pointwise.Function.RELU),
                new Pointwise(LayerCommon.named("second"), Pointwise.Function.RELU));
        NetworkLayer relu = relus.get(1);
        // 25,600 B each way for a batch of 2.
        ProcessorTiming crossing = time(new TestProcessor().dram(1, 1, 1), relu, 2);
        assertThat(crossing.layer().cycles()).isEqualTo(51_200);
        assertThat(crossing.kernel()).isEqualTo("relu");
        assertThat(crossing.layer().elementCycles().get(Cause.DRAM)).isEqualTo((51_200 - 200) * 32);
        assertThat(dram(crossing, Action.READ, Operand.INPUT)).isEqualTo(25_600);
        TestProcessor keeps = new TestProcessor().dram(1, 1, 1).last(51_200, TestProcessor.UNBOUNDED);
        assertThat(time(keeps, relu, 2).layer().cycles()).isEqualTo(200);
        assertThat(time(keeps, relu, 3).layer().cycles())
                .as("half of the cache is for what passes through")
                .isEqualTo(3 * 25_600);
        assertThat(time(keeps, relus.get(0), 2).layer().cycles())
                .as("what comes from outside of the network is in DRAM")
                .isEqualTo(25_600);
        TestProcessor resident = new TestProcessor().dram(1, 1, 1).resident(Operand.INPUT, Operand.OUTPUT);
        assertThat(time(resident, relu, 3).layer().cycles())
                .as("on a machine that keeps all activations")
                .isEqualTo(300);
    }

    @Test
    void aPool_readsItsWindows() {
        // 55 x 55 to 27 x 27, each output from 9 words; a row of 27, two apart: 52 words and a sector, 7.5 sectors.
        NetworkLayer pool =
                layer(new Shape(96, 55, 55), new Pooling(NAME, Pooling.Kind.MAX, Window.square(3, 2, 0), false));
        ProcessorTiming timing = time(new TestProcessor(), pool, 1);
        assertThat(timing.layer().cycles()).isEqualTo((96L * 27 * 27 * 9 + 31) / 32);
        assertThat(l2(timing, Operand.INPUT)).isEqualTo(96 * 27 * 9 * 240);
        assertThat(dram(timing, Action.READ, Operand.INPUT)).isEqualTo(96 * 55 * 55 * 4);
        NetworkLayer average = layer(
                new Shape(96, 55, 55), new Pooling(NAME, Pooling.Kind.GLOBAL_AVERAGE, Window.square(1, 1, 0), false));
        assertThat(l2(time(new TestProcessor(), average, 1), Operand.INPUT)).isEqualTo(96 * 55 * 55 * 4);
    }

    @Test
    void aSum_readsAllOfItsInputs() {
        LayerCommon both = new LayerCommon(
                "sum",
                List.of("a", "b"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        NetworkLayer sum = layers(
                        Shape.features(64),
                        new Pointwise(LayerCommon.named("a"), Pointwise.Function.RELU),
                        new Pointwise(LayerCommon.named("b"), Pointwise.Function.RELU),
                        new Addition(both))
                .get(2);
        ProcessorTiming timing = time(new TestProcessor(), sum, 3);
        assertThat(dram(timing, Action.READ, Operand.INPUT)).isEqualTo(2 * 3 * 256);
        assertThat(dram(timing, Action.WRITE, Operand.OUTPUT)).isEqualTo(3 * 256);
    }

    /** Of the recurrent product 16 x 64 weights, 4 KiB, in each of 5 steps. */
    @Test
    void stepsKeepTheirWeights_ifTheyTakeHalfOfTheLastCache() {
        NetworkLayer product = layers(
                        Shape.sequence(8, 5),
                        new Recurrent(NAME, Cell.LSTM, 16, OptionalInt.empty(), Pointwise.Function.TANH, false))
                .get(1);
        TestProcessor machine = new TestProcessor().launch(100);
        ProcessorTiming again = time(machine.last(8_191, TestProcessor.UNBOUNDED), product, 1);
        assertThat(dram(again, Action.READ, Operand.WEIGHT)).isEqualTo(5 * 4_096);
        assertThat(again.launches()).isEqualTo(5);
        // 1,024 MACs on 32 lanes.
        assertThat(again.layer().cycles()).isEqualTo(5 * (100 + 32));
        ProcessorTiming kept = time(machine.last(8_192, TestProcessor.UNBOUNDED), product, 1);
        assertThat(dram(kept, Action.READ, Operand.WEIGHT)).isEqualTo(4_096);
        assertThat(l2(kept, Operand.WEIGHT)).isEqualTo(5 * 4_096);
        assertThat(kept.launches()).isEqualTo(5);
    }

    @Test
    void theSecondFactorOfAMatmul_isAnotherOneForEachInference() {
        NetworkLayer product =
                layer(new Shape(1, 10, 20), new MatrixProduct(NAME, Optional.of(new MatrixProduct.Size(10, 20, 30))));
        ProcessorTiming timing = time(new TestProcessor().last(1 << 20, TestProcessor.UNBOUNDED), product, 3);
        assertThat(dram(timing, Action.READ, Operand.WEIGHT)).isEqualTo(3 * 20 * 30 * 4);
        assertThat(timing.launches()).isEqualTo(3);
    }

    @Test
    void prunedWeights_areSkipped_inProductsAndNowhereElse() {
        NetworkLayer fc = layer(Shape.features(64), new FullyConnected(NAME, 100, false));
        NetworkLayer conv = layer(new Shape(4, 6, 6), new Convolution(NAME, 16, Window.square(3, 1, 0), 1, false));
        TestProcessor computes = new TestProcessor();
        TestProcessor skips = new TestProcessor().skipping(new SparseKernels(4, 1, 1, 1, false));
        OptionalDouble tenth = OptionalDouble.of(640);
        assertThat(new ProcessorTimer(computes.build()).time(fc, 1, tenth).kernel())
                .isEqualTo("vector");
        ProcessorTiming sparse = new ProcessorTimer(skips.build()).time(fc, 1, tenth);
        assertThat(sparse.kernel()).isEqualTo("sparse");
        assertThat(sparse.layer().cycles()).isEqualTo(640 * 2 / 4);
        assertThat(sparse.layer().activity().skippedMacs()).isEqualTo(6_400 - 640);
        assertThat(new ProcessorTimer(skips.build()).time(fc, 1, DENSE).kernel())
                .isEqualTo("vector");
        assertThat(new ProcessorTimer(skips.build())
                        .time(conv, 1, OptionalDouble.of(60))
                        .kernel())
                .isEqualTo("direct 16x16");
    }

    @Test
    void multiplicationsThatAnAlgorithmSpares_areNotPerformed() {
        NetworkLayer conv = layer(new Shape(4, 6, 6), new Convolution(NAME, 16, Window.square(3, 1, 0), 1, false));
        LayerTiming timing = time(new TestProcessor().algorithms(ConvolutionAlgorithm.WINOGRAD), conv, 1)
                .layer();
        assertThat(timing.activity().macs()).isEqualTo(16 * 16 * 36);
        assertThat(timing.activity().performedMacs()).isEqualTo(16 * 16 * 36 * 4 / 9);
        assertThat(timing.elementCycles().get(Cause.BUSY)).isEqualTo(16 * 16 * 36 * 4 / 9);
    }
}
