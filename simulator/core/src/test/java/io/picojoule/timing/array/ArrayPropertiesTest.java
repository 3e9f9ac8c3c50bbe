package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Buses;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.Resource;
import io.picojoule.timing.array.fast.FastArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Do the laws of conservation hold, and is more never slower, on generated machines and layers? */
class ArrayPropertiesTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = 600;

    private static void forAll(BiConsumer<ArrayJob, String> question) {
        RandomCases cases = new RandomCases(SEED);
        for (int number = 0; number < CASES; number++) {
            RandomCase generated = cases.make(number);
            question.accept(generated.job(), generated.description());
        }
    }

    private static long dramCycles(LayerTiming timing) {
        return timing.busyCycles().getOrDefault(Resource.DRAM, 0L);
    }

    @Test
    void everyMac_isDoneOnce_andIsABusyCycleOfAnElement_unlessItIsSkipped() {
        forAll((job, name) -> {
            LayerTiming timing = FastArray.time(job);
            assertThat(timing.activity().macs())
                    .as(name)
                    .isEqualTo(job.passes().nest().macs());
            assertThat(timing.elementCycles().get(Cause.BUSY))
                    .as(name)
                    .isEqualTo(timing.activity().macs()
                            - GatedMacs.of(job.machine(), job.passes(), job.data())
                                    .skipped());
            assertThat(timing.passes()).as(name).isEqualTo(job.passes().passes());
        });
    }

    @Test
    void aLayer_takesAtLeastItsPassesAndItsTransfers_andAtMostBothInTurn() {
        forAll((job, name) -> {
            LayerTiming timing = FastArray.time(job);
            assertThat(timing.cycles())
                    .as(name)
                    .isBetween(
                            Math.max(timing.computeCycles(), dramCycles(timing)),
                            timing.computeCycles() + dramCycles(timing));
            assertThat(timing.exposedDramCycles())
                    .as(name)
                    .isLessThanOrEqualTo(timing.cycles() - timing.computeCycles());
        });
    }

    @Test
    void whatNeverOverlaps_isAllExposed() {
        forAll((job, name) -> {
            ArrayJob exposed = Variation.withDram(job, 1_000_000, 3, Set.of());
            LayerTiming timing = FastArray.time(exposed);
            assertThat(timing.exposedDramCycles()).as(name).isEqualTo(dramCycles(timing));
            assertThat(timing.cycles()).as(name).isEqualTo(timing.computeCycles() + dramCycles(timing));
        });
    }

    @Test
    void everyTensor_crossesDramAtLeastOnce_andEveryOutputExactlyOnce() {
        forAll((job, name) -> {
            Activity activity = FastArray.time(job).activity();
            LoopNest nest = job.passes().nest();
            assertThat(activity.bits(Action.READ, Operand.WEIGHT, Level.DRAM))
                    .as(name)
                    .isGreaterThanOrEqualTo(nest.weightWords() * job.words().weightBits());
            assertThat(activity.bits(Action.READ, Operand.INPUT, Level.DRAM))
                    .as(name)
                    .isGreaterThanOrEqualTo(nest.n() * job.transfers().allInputBits());
            assertThat(activity.bits(Action.WRITE, Operand.OUTPUT, Level.DRAM))
                    .as(name)
                    .isEqualTo(nest.n() * job.transfers().allOutputBits());
        });
    }

    @Test
    void dram_doesNotChangeWhatTheArrayDoes() {
        forAll((job, name) -> {
            LayerTiming slow = FastArray.time(Variation.withBandwidth(job, 1_000));
            LayerTiming fast = FastArray.time(job);
            assertThat(fast.computeCycles()).as(name).isEqualTo(slow.computeCycles());
            assertThat(fast.passes()).as(name).isEqualTo(slow.passes());
            for (Cause cause : Cause.values()) {
                if (cause != Cause.DRAM) {
                    assertThat(fast.elementCycles().get(cause))
                            .as(cause + " of " + name)
                            .isEqualTo(slow.elementCycles().get(cause));
                }
            }
        });
    }

    @Test
    void withUnboundedBandwidth_noTransferTakesMoreThanTheCycleItIsCountedIn() {
        forAll((job, name) -> {
            ArrayJob unbounded = Variation.withDram(
                    job, Long.MAX_VALUE, 0, job.machine().memory().dram().overlaps());
            LayerTiming timing = FastArray.time(unbounded);
            long transfers = job.passes().passes()
                    + job.passes().outputTiles() * (job.passes().channelGroups().count() + 1);
            assertThat(dramCycles(timing)).as(name).isLessThanOrEqualTo(transfers);
            assertThat(timing.cycles() - timing.computeCycles()).as(name).isLessThanOrEqualTo(dramCycles(timing));
        });
    }

    @Test
    void moreBandwidth_isNeverSlower() {
        forAll((job, name) -> {
            long bandwidth = job.machine().memory().dram().bytesPerSecond();
            long cycles = FastArray.time(job).cycles();
            for (long factor : new long[] {2, 3, 1_000}) {
                long faster = FastArray.time(Variation.withBandwidth(job, bandwidth * factor))
                        .cycles();
                assertThat(faster)
                        .as(factor + " times the bandwidth of " + name)
                        .isLessThanOrEqualTo(cycles);
            }
        });
    }

    @Test
    void widerBuses_areNeverSlower() {
        forAll((job, name) -> {
            Buses buses = job.machine().buses();
            int input = buses.inputWordsPerCycle();
            int weight = buses.weightWordsPerCycle();
            int in = buses.partialSumInWordsPerCycle();
            int out = buses.partialSumOutWordsPerCycle();
            LayerTiming timing = FastArray.time(job);
            for (int more : new int[] {1, 100}) {
                for (Buses wider : new Buses[] {
                    new Buses(input + more, weight, in, out),
                    new Buses(input, weight + more, in, out),
                    new Buses(input, weight, in + more, out),
                    new Buses(input, weight, in, out + more)
                }) {
                    LayerTiming faster = FastArray.time(Variation.withBuses(job, wider));
                    String both = wider + " instead of " + name;
                    assertThat(faster.computeCycles()).as(both).isLessThanOrEqualTo(timing.computeCycles());
                    assertThat(faster.cycles()).as(both).isLessThanOrEqualTo(timing.cycles());
                }
            }
        });
    }

    @Test
    void deeperStores_areNeverSlower() {
        forAll((job, name) -> {
            ProcessingElement element = job.machine().processingElement();
            ProcessingElement deeper = new ProcessingElement(
                    element.inputWords() + 3,
                    element.weightWords(),
                    element.partialSumWords() + 3,
                    element.sharedWords(),
                    element.fifoWords() + 2,
                    element.zeroInputs());
            assertThat(FastArray.time(Variation.withElement(job, deeper)).computeCycles())
                    .as(name)
                    .isLessThanOrEqualTo(FastArray.time(job).computeCycles());
        });
    }

    @Test
    void twiceTheBatch_isTwiceTheMacsAndOutputs_andNotFaster() {
        forAll((job, name) -> {
            int batch = job.passes().nest().n();
            LayerTiming once = FastArray.time(job);
            LayerTiming twice = FastArray.time(Variation.withBatch(job, 2 * batch));
            assertThat(twice.activity().macs())
                    .as(name)
                    .isEqualTo(2 * once.activity().macs());
            assertThat(twice.activity().gatedMacs())
                    .as(name)
                    .isEqualTo(2 * once.activity().gatedMacs());
            assertThat(twice.activity().bits(Action.WRITE, Operand.OUTPUT, Level.DRAM))
                    .as(name)
                    .isEqualTo(2 * once.activity().bits(Action.WRITE, Operand.OUTPUT, Level.DRAM));
            assertThat(twice.cycles()).as(name).isGreaterThanOrEqualTo(once.cycles());
            assertThat(twice.busyCycles().get(Resource.COMPUTE))
                    .as(name)
                    .isEqualTo(2 * once.busyCycles().get(Resource.COMPUTE));
        });
    }
}
