package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.activity.Action;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.mapping.Tiling;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.timing.array.fast.FastArray;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.SplitMix;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Do zeros that are skipped take no cycle, and nothing else change? That the engines agree is asked by {@link TwoEnginesTest}. */
class SkippedZerosTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = 600;

    /** Generated jobs, on machines that skip. */
    private static void forAll(BiConsumer<ArrayJob, String> question) {
        RandomCases cases = new RandomCases(SEED);
        for (int number = 0; number < CASES; number++) {
            RandomCase generated = cases.make(number);
            question.accept(
                    Variation.withZeroInputs(generated.job(), ZeroInputs.SKIP),
                    "skipping in " + generated.description());
        }
    }

    private static LayerTiming gated(ArrayJob job) {
        return FastArray.time(Variation.withZeroInputs(job, ZeroInputs.GATE));
    }

    @Test
    void aSlidingWindow_onPaper() {
        // 2 filters x 3 columns: 6 weights to one element, 0..5. Inputs 1 0 1 0 0: the first window is there in 9.
        // Step 0 (1 0 1): word 0 in 9, 10, the tail in 11, 12; sums leave in 14, 15.
        // Step 1 (0 1 0): word 1 in 13, 14; the tail, gated, needs two of three slots, one is free from 15: 15, 16.
        // Step 2 (1 0 0): word 0 in 17, 18; the tail in 19, 20; its sums leave in 22 and 23.
        RowStationaryParameters parameters = new RowStationaryParameters(2, 1, 1, 2, 1, 1, 1);
        LayerTiming timing = timing(row(2, 3, 3, 1), parameters, element(4, 3), 1, 0, 1, 0, 0);

        assertThat(timing.computeCycles()).isEqualTo(24);
        assertThat(timing.elementCycles())
                .isEqualTo(Map.of(
                        Cause.DRAM, 1L, Cause.WEIGHT_LOAD, 6L, Cause.INPUT_FILL, 3L, Cause.BUSY, 12L, Cause.DRAIN, 3L));
        assertThat(timing.activity().macs()).isEqualTo(18);
        assertThat(timing.activity().sparedMacs()).isEqualTo(10);
        assertThat(timing.activity().gatedMacs()).isEqualTo(4);
    }

    @Test
    void zerosAheadOfAWindow_areGivenUpInItsFirstCycle() {
        // Stride 3, a store of 3. Inputs in 3, 4, 5. Step 0 (0 0 1) is its tail, in 6, and frees all: the next window
        // comes in 7, 8, 9. Step 1 (1 1 1) in 10, 11, 12, its sum leaves in 15.
        RowStationaryParameters parameters = new RowStationaryParameters(1, 1, 1, 1, 1, 1, 1);
        LayerTiming timing = timing(row(1, 2, 3, 3), parameters, element(3, 2), 0, 0, 1, 1, 1, 1);

        assertThat(timing.computeCycles()).isEqualTo(16);
        assertThat(timing.elementCycles()).containsEntry(Cause.INPUT_BUS, 3L).containsEntry(Cause.BUSY, 4L);
    }

    /** Both engines on one element with narrow buses; weights overlap and take a cycle. */
    private static LayerTiming timing(
            LoopNest nest, RowStationaryParameters parameters, ProcessingElement element, int... input) {
        SpatialArray machine = TestArrays.of(
                1,
                element,
                new Buses(1, 1, 1, 1),
                TestArrays.memory(TestArrays.dram(1_000_000, 0, Set.of(Operand.WEIGHT))));
        LayerData data = withInput(LayerData.synthetic(nest, false, 1, 1, 1, "by hand", SEED), input);
        ArrayJob job = new ArrayJob(
                machine,
                new PassSequence(RowStationary.mapping(nest, parameters)),
                machine.words(),
                data,
                new TransferSizes(new long[1][1][1], new long[1][1][1]));
        LayerTiming timing = FastArray.time(job);
        assertThat(DetailedArray.run(job).timing()).isEqualTo(timing);
        return timing;
    }

    /** Outputs and filter columns of one row, a channel. */
    private static LoopNest row(int filters, int outputs, int filterColumns, int stride) {
        int width = (outputs - 1) * stride + filterColumns;
        return new LoopNest(1, 1, filters, 1, 1, outputs, 1, filterColumns, 1, stride, 1, 1, width, 0, 0);
    }

    private static ProcessingElement element(int inputWords, int sumWords) {
        return new ProcessingElement(inputWords, 100, sumWords, OptionalInt.empty(), 0, ZeroInputs.SKIP);
    }

    private static LayerData withInput(LayerData data, int[] input) {
        return new LayerData(data.nest(), false, size -> input, size -> data.weights(), size -> data.output());
    }

    @Test
    void busyCycles_areTheWordsThatAreNotZero_andTheLastOfEachWindow() {
        forAll((job, name) -> {
            LayerTiming timing = FastArray.time(job);
            long worked = worked(job);
            assertThat(timing.elementCycles().get(Cause.BUSY)).as(name).isEqualTo(worked);
            assertThat(timing.activity().bits(Action.READ, Operand.INPUT, Level.SCRATCHPAD))
                    .as(name)
                    .isEqualTo(worked * job.words().inputBits());
        });
    }

    /** MACs that take a cycle: a walk over all windows of all elements. */
    private static long worked(ArrayJob job) {
        PassSequence passes = job.passes();
        LoopNest nest = passes.nest();
        Tiling folds = passes.columnFolds();
        long worked = 0;
        for (int group = 0; group < nest.g(); group++) {
            for (int tile = 0; tile < passes.channelGroups().count(); tile++) {
                PassGeometry geometry = passes.geometry(0, 0, tile, 0, 1);
                for (int set = 0; set < geometry.sets(); set++) {
                    int first = group * nest.c() + passes.channelGroups().start(tile) + geometry.firstChannelOf(set);
                    for (int fold = 0; fold < folds.count(); fold++) {
                        worked += worked(
                                job.data(), first, geometry.channelsOf(set), folds.start(fold), folds.size(fold));
                    }
                }
            }
        }
        return worked * nest.n() * nest.m();
    }

    private static long worked(LayerData data, int firstChannel, int channels, int firstColumn, int columns) {
        LoopNest nest = data.nest();
        long worked = 0;
        for (int p = 0; p < nest.p(); p++) {
            for (int r = 0; r < nest.r(); r++) {
                int row = p * nest.strideHeight() + r * nest.dilation();
                for (int q = 0; q < nest.q(); q++) {
                    for (int s = firstColumn; s < firstColumn + columns; s++) {
                        int column = q * nest.strideWidth() + s * nest.dilation();
                        for (int channel = firstChannel; channel < firstChannel + channels; channel++) {
                            boolean last = s == firstColumn + columns - 1 && channel == firstChannel + channels - 1;
                            worked += last || !isZero(data, channel, row, column) ? 1 : 0;
                        }
                    }
                }
            }
        }
        return worked;
    }

    private static boolean isZero(LayerData data, int channel, int row, int column) {
        for (int value = 0; value < data.valuesPerWord(); value++) {
            if (data.inputAt(channel * data.valuesPerWord() + value, row, column) != 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void whatSkips_isNeverSlowerThanWhatGates_andCountsTheSame_butForReadsOfInputs() {
        int[] faster = new int[1];
        forAll((job, name) -> {
            LayerTiming skipping = FastArray.time(job);
            LayerTiming gating = gated(job);
            assertThat(skipping.computeCycles()).as(name).isLessThanOrEqualTo(gating.computeCycles());
            faster[0] += skipping.computeCycles() < gating.computeCycles() ? 1 : 0;
            assertThat(skipping.activity().macs())
                    .as(name)
                    .isEqualTo(gating.activity().macs());
            assertThat(skipping.activity().sparedMacs())
                    .as(name)
                    .isEqualTo(gating.activity().gatedMacs());
            for (Level level : Level.values()) {
                for (Operand operand : Operand.values()) {
                    for (Action action : Action.values()) {
                        boolean reads = action == Action.READ && operand == Operand.INPUT && level == Level.SCRATCHPAD;
                        assertThat(skipping.activity().bits(action, operand, level)
                                                == gating.activity().bits(action, operand, level)
                                        || reads)
                                .as(action + " " + operand + " at " + level + " " + name)
                                .isTrue();
                    }
                }
            }
        });
        assertThat(faster[0]).as("cases in which skipping is faster").isGreaterThan(CASES / 4);
    }

    @Test
    void withoutZeros_skippingIsGating_toTheCycle() {
        int[] dense = new int[1];
        forAllUnpacked((job, name) -> {
            ArrayJob ones = Variation.withData(job, withInputs(job.data(), input -> 1));
            LayerTiming gating = gated(ones);
            // Others have zeros in their padding.
            if (gating.activity().gatedMacs() == 0) {
                assertThat(FastArray.time(ones)).as(name).isEqualTo(gating);
                dense[0]++;
            }
        });
        assertThat(dense[0]).as("cases without zeros").isGreaterThan(CASES / 20);
    }

    /** Jobs whose words hold one value each. */
    private static void forAllUnpacked(BiConsumer<ArrayJob, String> question) {
        forAll((job, name) -> {
            if (job.data().valuesPerWord() == 1) {
                question.accept(job, name);
            }
        });
    }

    @Test
    void ofZerosOnly_nothingIsLeftButToHandOnTheSums() {
        forAllUnpacked((job, name) -> {
            ArrayJob zeros = Variation.withData(job, withInputs(job.data(), input -> 0));
            long handedOn = 0;
            for (PassSequence.Kind kind : job.passes().kinds()) {
                handedOn += kind.count()
                        * kind.geometry().partialSumWords()
                        * kind.geometry().chainRows();
            }
            assertThat(FastArray.time(zeros).elementCycles().get(Cause.BUSY))
                    .as(name)
                    .isEqualTo(handedOn);
        });
    }

    @Test
    void moreZeros_areNeverSlower() {
        forAllUnpacked((job, name) -> {
            SplitMix random = SplitMix.named(SEED, name);
            ArrayJob sparser =
                    Variation.withData(job, withInputs(job.data(), input -> random.nextInt(3) == 0 ? 0 : input));
            assertThat(FastArray.time(sparser).computeCycles())
                    .as(name)
                    .isLessThanOrEqualTo(FastArray.time(job).computeCycles());
        });
    }

    private static LayerData withInputs(LayerData data, IntUnaryOperator change) {
        return withInput(data, Arrays.stream(data.input()).map(change).toArray());
    }

    @Test
    void oneElement_onWideBuses_takesACycleForEachWordThatIsNotZero() {
        int filters = 6;
        RowStationaryParameters parameters = new RowStationaryParameters(filters, 1, 1, filters, 1, 1, 1);
        long before = Long.MAX_VALUE;
        for (int zeros = 0; zeros <= 10; zeros++) {
            LoopNest nest = row(filters, 20, 4, 1);
            int[] input = new int[23];
            for (int i = 0; i < input.length; i++) {
                input[i] = i % 10 < zeros ? 0 : 1;
            }
            LayerTiming timing = timing(nest, parameters, element(100, 400), input);
            long macs =
                    filters * worked(withInput(LayerData.synthetic(nest, false, 1, 1, 1, "", SEED), input), 0, 1, 0, 4);
            // Weights of 4 words, a window of 4 inputs, the MACs, the pipeline of the last.
            assertThat(timing.computeCycles()).as(zeros + " zeros of 10").isEqualTo(filters * 4 + 4 + macs + 3);
            assertThat(timing.computeCycles()).isLessThan(before);
            before = timing.computeCycles();
        }
    }
}
