package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.timing.Cause;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Passes small enough to be worked out on paper, to the cycle. In the comments, a word "goes" in the cycle in which it is sent.
 *
 * <p>Unless a test says otherwise, nothing crosses the DRAM link but weights; they overlap, and those of a pass take one cycle. So a layer takes
 * one cycle, for the weights of the first pass, and its passes.
 */
class HandWorkedPassesTest {
    private static final Dram FAST_DRAM = TestArrays.dram(1_000_000, 0, Set.of(Operand.WEIGHT));
    private static final Buses NARROW = new Buses(1, 1, 1, 1);

    /** One filter, one channel, one of everything. */
    private static final RowStationaryParameters ONES = new RowStationaryParameters(1, 1, 1, 1, 1, 1, 1);

    @Test
    void aSingleMac() {
        // Weight goes in 0. Input goes in 1, is there in 2. MAC in 2; its sum is there in 5, and goes out. The pass
        // ends with cycle 5.
        LayerTiming timing = timing(nest(1, 1, 1, 1, 1, 1), ONES, element(1, 1, 0), NARROW);

        assertThat(timing.computeCycles()).isEqualTo(6);
        assertThat(timing.cycles()).isEqualTo(7);
        assertThat(timing.elementCycles())
                .isEqualTo(Map.of(
                        Cause.DRAM, 1L, Cause.WEIGHT_LOAD, 1L, Cause.INPUT_FILL, 1L, Cause.BUSY, 1L, Cause.DRAIN, 3L));
    }

    @Test
    void aSlidingWindow() {
        // 2 filters x 3 columns: 6 weights to one element, 0..5. Inputs 0, 1, 2 go in 6, 7, 8; all there in 9.
        // Step 0: words 0, 1 in 9..12, word 2 (the tail) in 13, 14. Step 1 in 15..20, step 2 in 21..26.
        // Store of 4: input 3 goes in 9. Input 4 takes the slot of input 0, whose last MAC is in 10: it goes in 11.
        // Last sums go in 25 + 3 and 26 + 3 = 29; the element drains in 27, 28, 29.
        LayerTiming timing = timing(
                nest(2, 1, 1, 3, 1, 3), new RowStationaryParameters(2, 1, 1, 2, 1, 1, 1), element(3, 2, 1), NARROW);

        assertThat(timing.computeCycles()).isEqualTo(30);
        assertThat(timing.elementCycles())
                .isEqualTo(Map.of(
                        Cause.DRAM, 1L, Cause.WEIGHT_LOAD, 6L, Cause.INPUT_FILL, 3L, Cause.BUSY, 18L, Cause.DRAIN, 3L));
        assertThat(timing.busyCycles())
                .isEqualTo(Map.of(
                        Resource.COMPUTE, 18L,
                        Resource.WEIGHT_BUS, 6L,
                        Resource.INPUT_BUS, 5L,
                        Resource.PARTIAL_SUM_OUT_BUS, 6L,
                        Resource.DRAM, 1L));
    }

    @Test
    void aStoreThatHoldsOneWindow_isFilledAgainAsItsWordsAreFreed() {
        // One filter x 3 columns: weights in 0..2, inputs in 3, 4, 5, step 0 in 6, 7, 8. Input 0 is freed in 6, so
        // input 3 goes in 7 and is
        // there in 8, in time for step 1 in 9..11; input 1 is freed in 9, input 4 goes in 10. Step 2 in 12..14.
        // With stride 3 nothing stays: freed in 6, 7, 8. The next window goes in 7, 8, 9; step 1 starts in 10, not 9.
        LayerTiming overlapping = timing(nest(1, 1, 1, 3, 1, 3), ONES, element(3, 2, 0), NARROW);
        LayerTiming disjoint = timing(strided(1, 2, 3, 3), ONES, element(3, 2, 0), NARROW);

        assertThat(overlapping.computeCycles()).isEqualTo(14 + 3 + 1);
        assertThat(overlapping.elementCycles()).doesNotContainKey(Cause.INPUT_BUS);
        assertThat(disjoint.computeCycles()).isEqualTo(12 + 3 + 1);
        assertThat(disjoint.elementCycles()).containsEntry(Cause.INPUT_BUS, 1L);
    }

    @Test
    void aChainOfTwo_waitsThroughThePipelineOfTheElementBelow() {
        // Two weight groups: 0, 1. Input rows go in 2, 3. Row 0 multiplies in 3; its sum is at row 1 in 6. Row 1 has
        // had its input since 4, waits
        // in 4 and 5, and multiplies in 6; its sum goes out in 9.
        LayerTiming timing = timing(nest(1, 1, 2, 1, 1, 1), ONES, element(1, 1, 0), NARROW);

        assertThat(timing.computeCycles()).isEqualTo(10);
        assertThat(timing.elementCycles())
                .isEqualTo(Map.of(
                        Cause.DRAM,
                        2L,
                        Cause.WEIGHT_LOAD,
                        2L * 2,
                        Cause.INPUT_FILL,
                        1L + 2,
                        Cause.ACCUMULATE,
                        2L,
                        Cause.BUSY,
                        2L,
                        Cause.DRAIN,
                        6L + 3));
    }

    @Test
    void theSecondChannelGroup_waitsForThePartialSumInBus() {
        // Two passes of 4 columns, the input bus wide enough for all: inputs go in 1, are there in 2.
        // Pass 0: all multiply in 2; sums go out in 5, 6, 7, 8. Pass 1: sums come in 0, 1, 2, 3, each a cycle later in
        // its queue; columns multiply
        // in 2, 2, 3, 4; sums go out in 5, 6, 7, 8 too.
        LayerTiming timing = timing(
                nest(1, 2, 1, 1, 4, 1),
                new RowStationaryParameters(1, 1, 4, 1, 1, 1, 1),
                element(1, 1, 0),
                new Buses(4, 1, 1, 1));

        assertThat(timing.passes()).isEqualTo(2);
        assertThat(timing.computeCycles()).isEqualTo(9 + 9);
        assertThat(timing.elementCycles())
                .containsEntry(Cause.PARTIAL_SUM_IN_BUS, 0L + 0 + 1 + 2)
                .containsEntry(Cause.DRAIN, 4L * 6 + (6 + 6 + 5 + 4));
        assertThat(timing.busyCycles()).containsEntry(Resource.PARTIAL_SUM_IN_BUS, 4L);
    }

    @Test
    void aNarrowOutBus_holdsUpTheTopOfTheChains() {
        // 3 columns, queues of one sum, two steps. Inputs go in 1; step 0 in 2; sums go out in 5, 6, 7. The store holds
        // one word, freed in 2: the
        // next go in 3 and are there in 4. Step 1 needs the slot above: in 6, 7, 8. Those sums go out in 9, 10, 11.
        LayerTiming timing = timing(
                nest(1, 1, 1, 1, 3, 2),
                new RowStationaryParameters(1, 1, 3, 1, 1, 1, 1),
                element(1, 1, 0),
                new Buses(3, 1, 1, 1));

        assertThat(timing.computeCycles()).isEqualTo(12);
        assertThat(timing.elementCycles())
                .isEqualTo(Map.of(
                        Cause.DRAM, 3L,
                        Cause.WEIGHT_LOAD, 3L,
                        Cause.INPUT_FILL, 3L,
                        Cause.INPUT_BUS, 3L,
                        Cause.PARTIAL_SUM_OUT_BUS, 2L + 3 + 4,
                        Cause.BUSY, 6L,
                        Cause.DRAIN, 5L + 4 + 3));
    }

    @Test
    void aWideBus_stillGivesAStoreOneWordACycle() {
        // Two channels in one element: weights go in 0, 1; inputs in 2, 3 however wide the bus. MACs in 4, 5; out in 8.
        LayerTiming timing = timing(
                nest(1, 2, 1, 1, 1, 1),
                new RowStationaryParameters(1, 1, 1, 1, 2, 1, 1),
                element(2, 1, 0),
                new Buses(5, 5, 5, 5));

        assertThat(timing.computeCycles()).isEqualTo(9);
        assertThat(timing.elementCycles()).containsEntry(Cause.INPUT_FILL, 2L);
    }

    @Test
    void aQueueTooShortForAStep_endsInAViolationThatNamesThePass() {
        RowStationaryParameters twoFilters = new RowStationaryParameters(2, 1, 1, 2, 1, 1, 1);

        assertThatThrownBy(() -> timing(nest(2, 1, 1, 1, 1, 1), twoFilters, element(1, 1, 0), NARROW))
                .isInstanceOf(InvariantViolation.class)
                .hasMessageContaining("of a pass of PassGeometry[images=1");
    }

    /** Two images, one a pass: 3 cycles for weights, 4 for inputs, 5 for outputs; latency 2 and a byte a cycle. The pass takes 6. */
    private static LayerTiming twoImages(Set<Operand> overlaps) {
        LoopNest nest = nest(1, 1, 1, 1, 1, 1).withBatch(2);
        SpatialArray machine =
                TestArrays.of(1_000, element(1, 1, 0), NARROW, TestArrays.memory(TestArrays.dram(1_000, 2, overlaps)));
        PassSequence passes = new PassSequence(RowStationary.mapping(nest, ONES));
        LayerData data = LayerData.synthetic(nest, false, 1, 1, 1, "two images", 1);
        TransferSizes transfers = new TransferSizes(new long[][][] {{{16}}}, new long[][][] {{{17}}});
        return DetailedArray.run(new ArrayJob(machine, passes, new WordWidths(8, 8, 8, 8), data, transfers))
                .timing();
    }

    @Test
    void transfersThatDoNotOverlap_areDoneBetweenPasses() {
        // I 4, W 3, pass 6; O 5, I 4, W 3, pass 6; O 5.
        LayerTiming timing = twoImages(Set.of());

        assertThat(timing.cycles()).isEqualTo(7 + 6 + 12 + 6 + 5);
        assertThat(timing.exposedDramCycles()).isEqualTo(7 + 12 + 5);
        assertThat(timing.elementCycles()).containsEntry(Cause.DRAM, 24L);
    }

    @Test
    void transfersThatOverlap_goByRank_andAreWaitedFor() {
        // W and I of pass 0 until 7. Pass 0 in 7..12: I of pass 1 goes on in 7, gives way to W (asked for in 8) in 8,
        // 9, 10, goes on in 11, 12, and
        // is waited for in 13. Pass 1 in 14..19, the first O beside it. The second O from 20 to 24.
        LayerTiming timing = twoImages(Set.of(Operand.INPUT, Operand.WEIGHT, Operand.OUTPUT));

        assertThat(timing.cycles()).isEqualTo(25);
        assertThat(timing.exposedDramCycles()).isZero();
        assertThat(timing.elementCycles()).containsEntry(Cause.DRAM, 7L + 1 + 5);
        assertThat(timing.busyCycles()).containsEntry(Resource.DRAM, 2L * (3 + 4 + 5));
    }

    private static LayerTiming timing(
            LoopNest nest, RowStationaryParameters parameters, ProcessingElement element, Buses buses) {
        PassSequence passes = new PassSequence(RowStationary.mapping(nest, parameters));
        SpatialArray machine = TestArrays.of(1, element, buses, TestArrays.memory(FAST_DRAM));
        TransferSizes nothing = new TransferSizes(
                new long[nest.g()][passes.strips().count()]
                        [passes.channelGroups().count()],
                new long[nest.g()][passes.filterTiles().count()][passes.strips().count()]);
        LayerData data = LayerData.synthetic(nest, false, 1, 1, 1, "by hand", 1);
        return DetailedArray.run(new ArrayJob(machine, passes, machine.words(), data, nothing))
                .timing();
    }

    private static ProcessingElement element(int inputWords, int partialSumWords, int fifoWords) {
        return new ProcessingElement(
                inputWords, 100, partialSumWords, OptionalInt.empty(), fifoWords, ZeroInputs.COMPUTE);
    }

    private static LoopNest nest(int m, int c, int r, int s, int p, int q) {
        return new LoopNest(1, 1, m, c, p, q, r, s, 1, 1, 1, p + r - 1, q + s - 1, 0, 0);
    }

    /** One row of one channel. */
    private static LoopNest strided(int m, int q, int s, int stride) {
        return new LoopNest(1, 1, m, 1, 1, q, 1, s, 1, stride, 1, 1, (q - 1) * stride + s, 0, 0);
    }
}
