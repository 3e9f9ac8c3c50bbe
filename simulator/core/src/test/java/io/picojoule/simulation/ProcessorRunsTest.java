package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Processor;
import io.picojoule.workload.Network;
import io.picojoule.workload.NpyBytes;
import io.picojoule.workload.Operand;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs on processors: do all networks run whole, and what becomes of pruned layers, real weights and words of a layer's own? */
class ProcessorRunsTest {
    private static final Processor CARD = Configured.processor("titan-x-maxwell");
    private static final Processor SKIPPING = Configured.processor("titan-x-maxwell", "zero-weights=skip");

    @TempDir
    private Path folder;

    static Stream<String> networks() {
        return Configured.workloads().stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void runsWhole_atBatch1And16(String name) {
        Network network = Configured.network(name);
        for (Processor machine : List.of(CARD, Configured.processor("xeon-e5-2698v3"))) {
            RunResult one = Runs.run(machine, network, 1);
            RunResult sixteen = Runs.run(machine, network, 16);
            for (RunResult result : List.of(one, sixteen)) {
                assertThat(result.skipped()).as(machine.name()).isEmpty();
                assertThat(result.layers()).hasSameSizeAs(network.layers());
                assertThat(result.totals().macs()).isEqualTo(result.batch() * network.macs());
            }
            assertThat(sixteen.totals().cycles())
                    .as(machine.name())
                    .isLessThan(16 * one.totals().cycles());
        }
    }

    @Test
    void fusedLayers_takeNoTime_andOthersAreKernels() {
        RunResult card = Runs.run(CARD, Configured.network("alexnet", "conv1", "relu1"), 1);
        assertThat(card.layer("relu1").orElseThrow().launches()).isEqualTo(1);
        RunResult cpu = Runs.run(Configured.processor("xeon-e5-2698v3"), card.network(), 1);
        assertThat(cpu.layer("relu1").orElseThrow().mappingOrigin()).isEqualTo("fused");
        assertThat(cpu.layer("relu1").orElseThrow().timing().cycles()).isZero();
    }

    /** {@code --layers} */
    @Test
    void aFewLayers_runAsTheyDoInTheWhole_butForWhatComesFromOutside() {
        Network all = Configured.network("alexnet");
        RunResult whole = Runs.run(CARD, all, 128);
        RunResult some = Runs.run(CARD, all.only(List.of("conv2", "fc6", "fc7", "fc8")), 128);
        assertThat(some.layers()).extracting(LayerResult::name).containsExactly("conv2", "fc6", "fc7", "fc8");
        for (LayerResult layer : some.layers()) {
            assertThat(layer.timing())
                    .isEqualTo(whole.layer(layer.name()).orElseThrow().timing());
        }
    }

    @Test
    void prunedProducts_areSkippedThrough_whereTheMachineKeepsCompressedRows() {
        Network pruned = Configured.network("alexnet-compressed", "conv1", "fc6");
        LayerResult dense = Runs.run(CARD, pruned, 1).layer("fc6").orElseThrow();
        RunResult skips = Runs.run(SKIPPING, pruned, 1);
        LayerResult sparse = skips.layer("fc6").orElseThrow();
        assertThat(sparse.mappingOrigin()).isEqualTo("sparse");
        assertThat(skips.layer("conv1").orElseThrow().mappingOrigin()).isNotEqualTo("sparse");
        double density = sparse.layer().layer().common().weightDensity().orElseThrow();
        assertThat((double) sparse.timing().activity().performedMacs())
                .isCloseTo(density * dense.macs(), withinPercentage(0.01));
        assertThat(sparse.timing().cycles()).isLessThan(dense.timing().cycles() / 2);
        assertThat(sparse.energy().total()).isLessThan(dense.energy().total() / 2);
        assertThat(dense.timing().activity().skippedMacs()).isZero();
    }

    @Test
    void realWeights_sayHowManyAreZero() {
        double[] weights = IntStream.range(0, 4 * 6)
                .mapToDouble(place -> place % 4 == 0 ? place + 1 : 0)
                .toArray();
        NpyBytes.write(folder, "w.npy", NpyBytes.of("<i4", false, "4, 6", weights));
        Network network = Runs.network(folder, """
                name: real
                input: {features: 6}
                layers:
                  - {name: fc, kind: fully-connected, outputs: 4, weights: w.npy}
                """);
        LayerResult fc = Runs.run(SKIPPING, network, 2).layer("fc").orElseThrow();
        long nonZeros = Arrays.stream(weights).filter(weight -> weight != 0).count();
        assertThat(fc.mappingOrigin()).isEqualTo("sparse");
        assertThat(fc.timing().activity().performedMacs()).isEqualTo(2 * nonZeros);
        // A value and a place each, and four beginnings of rows.
        assertThat(fc.timing().activity().bits(Action.READ, Operand.WEIGHT, Level.DRAM))
                .isEqualTo(8 * (nonZeros * 8 + 4 * 4));
        assertThat(Runs.run(CARD, network, 2)
                        .layer("fc")
                        .orElseThrow()
                        .timing()
                        .activity()
                        .skippedMacs())
                .isZero();
    }

    @Test
    void wordsOfALayersOwn_areNotTheMachines_andANoteSaysSo() {
        String text = """
                name: narrow
                input: {features: 64}
                layers:
                  - {name: fc, kind: fully-connected, outputs: 32%s}
                """;
        RunResult narrow = Runs.run(CARD, Runs.network(folder, text.formatted(", word: 8 bit")), 1);
        RunResult plain = Runs.run(CARD, Runs.network(folder, text.formatted("")), 1);
        assertThat(narrow.notes())
                .containsExactly("all is computed in fp32, as Titan X does, whatever words the layers state");
        assertThat(plain.notes()).isEmpty();
        assertThat(narrow.layers().get(0).timing())
                .isEqualTo(plain.layers().get(0).timing());
        assertThat(narrow.layers().get(0).words()).isEqualTo(CARD.words());
    }

    @Test
    void narrowNumbers_areWhatTheMachineIsToldToComputeWith() {
        Network alexnet = Configured.network("alexnet");
        RunResult full = Runs.run(Configured.processor("tegra-x1", "precision=fp32"), alexnet, 1);
        RunResult half = Runs.run(Configured.processor("tegra-x1", "precision=fp16"), alexnet, 1);
        assertThat(half.layers()).allMatch(layer -> layer.words().weightBits() == 16);
        double ratio = (double) half.totals().cycles() / full.totals().cycles();
        assertThat(ratio).as("half of the bytes, twice the multiplications").isBetween(0.5, 0.9);
    }

    @Test
    void aLimit_isWhatTheMachineDrawsAtMost() {
        Processor limited = Configured.processor("titan-x-maxwell", "power.limit=100 W");
        RunResult run = Runs.run(limited, Configured.network("alexnet"), 128);
        double seconds = run.seconds(run.totals().cycles());
        assertThat(run.totals().energy().total() * 1e-12 / seconds).isCloseTo(100, withinPercentage(1));
        for (LayerResult layer : run.layers()) {
            double watts = layer.energy().total()
                    * 1e-12
                    / Math.max(1e-15, run.seconds(layer.timing().cycles()));
            assertThat(watts).as(layer.name()).isLessThanOrEqualTo(100 * (1 + 1e-9));
        }
    }
}
