package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.MatrixKernels;
import io.picojoule.hardware.Processor;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.processor.RandomProcessors;
import io.picojoule.timing.processor.TestProcessor;
import io.picojoule.workload.Network;
import io.picojoule.workload.Operand;
import io.picojoule.workload.SplitMix;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * Do the laws of conservation hold on generated processors and layers of every kind? A run checks the invariants of all machines by itself:
 * sums of causes, the roof, the bandwidth of DRAM.
 */
class ProcessorPropertiesTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = Integer.getInteger("picojoule.cases", 1_500);

    private static void forAll(BiConsumer<RunRequest, String> question) {
        for (int number = 0; number < CASES; number++) {
            SplitMix random = SplitMix.named(SEED, "processor and layer " + number);
            Processor machine = new RandomProcessors(random).next().build();
            Network network = new RandomLayers(random).next();
            RunRequest request = Runs.request(machine, network, 1 + random.nextInt(5));
            String name = "case " + number + " of seed " + SEED + ": batch " + request.batch() + " of "
                    + network.layers() + " on " + machine;
            question.accept(request, name);
        }
    }

    private static RunResult run(RunRequest request, String name) {
        try {
            return Simulator.run(request);
        } catch (RuntimeException broke) {
            throw new AssertionError(name, broke);
        }
    }

    @Test
    void everyLayerRuns_takesTime_andIsTheSameAgain() {
        forAll((request, name) -> {
            RunResult result = run(request, name);
            assertThat(result.skipped()).as(name).isEmpty();
            for (LayerResult layer : result.layers()) {
                assertThat(layer.timing().cycles()).as(name).isPositive();
                assertThat(layer.launches()).as(name).isPositive();
                assertThat(layer.mappingOrigin()).as(name).isNotBlank();
                assertThat(layer.energy().total()).as(name).isPositive();
            }
            assertThat(run(request, name).layers()).as(name).isEqualTo(result.layers());
        });
    }

    @Test
    void everyCycleOfALane_hasACause_andEveryMacAPlace() {
        forAll((request, name) -> {
            Processor machine = (Processor) request.machine();
            for (LayerResult layer : run(request, name).layers()) {
                LayerTiming timing = layer.timing();
                assertThat(timing.elementCycles().values()).as(name).allMatch(cycles -> cycles > 0);
                assertThat(timing.elementCycles().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .as(name)
                        .isEqualTo(timing.cycles() * timing.activeElements());
                assertThat(timing.activeElements()).as(name).isLessThanOrEqualTo((int) machine.elements());
                double macs = timing.activity().performedMacs();
                assertThat((double) timing.elementCycles().getOrDefault(Cause.BUSY, 0L))
                        .as(name)
                        .isBetween(macs / machine.macsPerLaneCycle() - 2, macs / machine.macsPerLaneCycle() + 1);
                timing.busyCycles()
                        .values()
                        .forEach(busy -> assertThat(busy).as(name).isLessThanOrEqualTo(timing.cycles()));
            }
        });
    }

    @Test
    void everyWeightOfADenseLayer_crossesDram_andNothingFasterThanItMay() {
        forAll((request, name) -> {
            Processor machine = (Processor) request.machine();
            long word = machine.precisionType().bits();
            for (LayerResult layer : run(request, name).layers()) {
                Activity activity = layer.timing().activity();
                if (!layer.mappingOrigin().equals("sparse")) {
                    assertThat(activity.bits(Action.READ, Operand.WEIGHT, Level.DRAM))
                            .as(name)
                            .isGreaterThanOrEqualTo(layer.layer().weights() * word);
                }
                Dram dram = machine.memory().dram();
                double seconds = (double) layer.timing().cycles() / machine.clockHertz();
                assertThat(activity.bits(Level.DRAM) / 8.0)
                        .as(name)
                        .isLessThanOrEqualTo(dram.bytesPerSecond() * seconds * (1 + 1e-9));
            }
        });
    }

    /**
     * But for what is not linear on purpose: larger tensors may not stay where smaller ones do, and are taken in another order; few tiles
     * are split; where edges are cut, the mean tile of a larger product is larger. So the last cache keeps all and never lets wait, and tiles
     * are whole. More tiles have more cores to draw from DRAM: so one core alone may draw all.
     */
    @Test
    void aLargerBatchOfImages_takesLonger_andNoLongerThanOneByOneAndAWave() {
        for (int number = 0; number < CASES; number++) {
            SplitMix random = SplitMix.named(SEED, "processor and batch " + number);
            RandomProcessors processors = new RandomProcessors(random);
            TestProcessor machine = processors
                    .next()
                    .coreBandwidth(TestProcessor.UNBOUNDED)
                    .last(1L << 40, TestProcessor.UNBOUNDED)
                    .kernels(whole(processors));
            Network network = new RandomLayers(random).convolution();
            int batch = 2 + random.nextInt(6);
            String name = "case " + number + " of seed " + SEED + ": batch " + batch + " of " + network.layers()
                    + " on " + machine.build();
            long one = cycles(machine, network, 1, name);
            long many = cycles(machine, network, batch, name);
            assertThat(many).as(name).isGreaterThanOrEqualTo(one);
            // The last wave may multiply for longer than its share of DRAM takes, where those before wait for DRAM.
            assertThat(many).as(name).isLessThanOrEqualTo((batch + 1) * one);
        }
    }

    private static MatrixKernels whole(RandomProcessors processors) {
        MatrixKernels any = processors.kernels();
        return new MatrixKernels(
                any.tiles(),
                any.registerTile(),
                false,
                any.depth(),
                any.stepLatencyCycles(),
                any.tileLatencyCycles(),
                any.issueEfficiency(),
                any.gatherEfficiency(),
                0,
                0);
    }

    private static long cycles(TestProcessor machine, Network network, int batch, String name) {
        return run(Runs.request(machine.build(), network, batch), name).totals().cycles();
    }
}
