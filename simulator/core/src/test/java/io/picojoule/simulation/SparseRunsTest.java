package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.Configured;
import io.picojoule.activity.Level;
import io.picojoule.energy.Component;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.timing.Cause;
import io.picojoule.timing.Engine;
import io.picojoule.timing.sparse.SparseCounts;
import io.picojoule.workload.Network;
import io.picojoule.workload.NpyBytes;
import io.picojoule.workload.TensorFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs on sparse engines: what becomes of each kind of layer, of real tensors, of what does not fit. */
class SparseRunsTest {
    private static final SparseEngine EIE = Configured.engine("eie");

    @TempDir
    private Path folder;

    private Network network(String yaml) {
        return Runs.network(folder, yaml);
    }

    private void tensor(String name, String shape, double... values) {
        NpyBytes.write(folder, name, NpyBytes.of("<i4", false, shape, values));
    }

    private static RunRequest request(SparseEngine machine, Network network, int batch, Engine engine) {
        return new RunRequest(
                machine,
                network,
                Configured.energyTable(machine.energyTable()),
                batch,
                GivenMappings.NONE,
                Objective.DEFAULT,
                engine,
                1);
    }

    private static RunResult run(SparseEngine machine, Network network) {
        return Simulator.run(request(machine, network, 1, Engine.FAST));
    }

    private static SparseCounts counts(RunResult run, String layer) {
        return run.layer(layer).orElseThrow().sparse().orElseThrow().counts();
    }

    /** Convolutions with and without groups, a 1 x 1, a recurrent layer, a layer of several steps. */
    private Network everyKind() {
        return network("""
                name: every kind
                input: {channels: 6, height: 7, width: 7}
                layers:
                  - {name: conv, kind: conv, filters: 8, kernel: 3, pad: 1, weight-density: 0.4, output-density: 0.5}
                  - {name: relu, kind: relu}
                  - {name: groups, kind: conv, filters: 8, kernel: 3, stride: 2, groups: 2, weight-density: 0.3}
                  - {name: one, kind: conv, filters: 10, kernel: 1, weight-density: 0.5, input-density: 0.3}
                  - {name: depthwise, kind: depthwise-conv, kernel: 3, pad: 1, weight-density: 0.8}
                  - {name: fc, kind: fully-connected, outputs: 30, weight-density: 0.2, input-density: 0.5, bias: true}
                  - {name: lstm, kind: lstm, hidden: 9, steps: 3, weight-density: 0.3}
                  - {name: each, kind: fully-connected, outputs: 11, per-step: true, weight-density: 0.4}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows", "columns"})
    void theEnginesAgreeOnWholeRuns(String interleave) {
        SparseEngine machine = Configured.engine(
                "eie-vector", "processing-elements=5", "activation-registers=3 words", "interleave=" + interleave);
        RunResult fast = Simulator.run(request(machine, everyKind(), 2, Engine.FAST));
        RunResult detailed = Simulator.run(request(machine, everyKind(), 2, Engine.DETAILED));

        assertThat(fast.skipped()).isEmpty();
        assertThat(fast.layers()).isEqualTo(detailed.layers());
        assertThat(fast.notes()).isEqualTo(detailed.notes());
    }

    @Test
    void aBatch_isSoManyInferences_oneAfterAnother() {
        RunResult one = Simulator.run(request(EIE, everyKind(), 1, Engine.FAST));
        RunResult four = Simulator.run(request(EIE, everyKind(), 4, Engine.FAST));

        assertThat(four.totals().cycles()).isEqualTo(4 * one.totals().cycles());
        assertThat(counts(four, "conv").broadcasts())
                .isEqualTo(4 * counts(one, "conv").broadcasts());
        assertThat(counts(four, "conv").storedEntries())
                .isEqualTo(counts(one, "conv").storedEntries());
        assertThat(counts(four, "conv").loadBalance())
                .isEqualTo(counts(one, "conv").loadBalance());
    }

    @Test
    void theStateOfALstm_isAMatrixTimesEachStep_andTheSecondEngineNeedsAUnitForItsGates() {
        RunResult run = run(EIE, everyKind());

        assertThat(counts(run, "lstm/recurrent").runs()).isEqualTo(3);
        assertThat(counts(run, "lstm/input").runs()).isEqualTo(3);
        assertThat(run.skipped())
                .extracting(SkippedLayer::layer)
                .extracting("name")
                .contains("lstm/gates");
        assertThat(run(Configured.engine("eie-vector"), everyKind()).layer("lstm/gates"))
                .isPresent();
    }

    @Test
    void aConvolution_isAProductForEachPixel_andGathersItsWindowAnew() {
        RunResult run = run(EIE, everyKind());

        SparseCounts counts = counts(run, "conv");
        assertThat(counts.runs()).isEqualTo(7 * 7);
        assertThat(counts.columns()).isEqualTo(7 * 7 * 6 * 9);
        // All inputs are there but for the padding: 7 rows of 3 taps, less one above and one below; columns alike.
        assertThat(counts.broadcasts()).isEqualTo(6 * (7 * 3 - 2) * (7 * 3 - 2));
        assertThat(run.layer("conv").orElseThrow().timing().activity().bits(Level.GLOBAL_BUFFER))
                .isEqualTo(16L * (7 * 7 * 6 * 9 + 7 * 7 * 8));
        assertThat(counts(run, "groups").runs()).isEqualTo(2 * 3 * 3);
        assertThat(run.layer("fc").orElseThrow().timing().activity().bits(Level.GLOBAL_BUFFER))
                .isZero();
    }

    @Test
    void aStatedBias_isOneMoreInput() {
        String layer = "{name: fc, kind: fully-connected, outputs: 20, weight-density: 0.3";
        String head = "name: net\ninput: {features: 30}\nlayers:\n  - ";
        SparseCounts with = counts(run(EIE, network(head + layer + ", bias: true}")), "fc");
        SparseCounts without = counts(run(EIE, network(head + layer + ", bias: false}")), "fc");

        assertThat(with.broadcasts()).isEqualTo(without.broadcasts() + 1);
        assertThat(with.storedEntries()).isEqualTo(without.storedEntries() + 20);
        assertThat(counts(run(EIE, network(head + layer + "}")), "fc")).isEqualTo(without);
    }

    @Test
    void whatIsSkipped_costsNeitherTimeNorMultiplications() {
        LayerResult layer = run(EIE, Configured.network("alexnet-compressed", "fc7"))
                .layer("fc7")
                .orElseThrow();

        long performed = layer.macs() - layer.timing().activity().skippedMacs();
        SparseCounts counts = layer.sparse().orElseThrow().counts();
        assertThat(performed).isEqualTo(counts.entries() - counts.paddingEntries());
        assertThat((double) performed / layer.macs()).isCloseTo(0.09 * 0.353, within(0.001));
        assertThat(layer.roofline().fractionOfPeak())
                .isCloseTo((double) performed / layer.timing().cycles() / 64, within(1e-9));
        assertThat(layer.energy().of(Component.DRAM)).isZero();
        for (Component component : List.of(
                Component.MAC, Component.WEIGHT_BUFFER, Component.POINTER_BUFFER, Component.QUEUE, Component.CLOCK)) {
            assertThat(layer.energy().of(component)).as(component.key()).isPositive();
        }
    }

    @Test
    void aVectorOfZeros_takesItsPipeline_andAMatrixOfZerosACycleAColumn() {
        String head = "name: net\ninput: {features: 30}\nlayers:\n  - {name: fc, kind: fully-connected, outputs: 20, ";
        LayerResult noInput =
                run(EIE, network(head + "input-density: 0}")).layers().get(0);
        LayerResult noWeight =
                run(EIE, network(head + "weight-density: 0}")).layers().get(0);

        assertThat(noInput.timing().cycles()).isEqualTo(7);
        assertThat(noInput.sparse().orElseThrow().counts().entries()).isZero();
        assertThat(noWeight.timing().cycles()).isEqualTo(1 + 30 + 7);
        assertThat(noWeight.timing().activity().skippedMacs()).isEqualTo(noWeight.macs());
        assertThat(noWeight.sparse().orElseThrow().counts().loadBalance()).isEqualTo(1);
    }

    @Test
    void realTensors_goOnFromLayerToLayer() {
        // The first layer makes 2, -3, 0, 5 of its input; the ReLU leaves 2 and 5.
        tensor("w1.npy", "4, 2", 2, 0, -3, 0, 0, 7, 5, 0);
        tensor("x.npy", "2,", 1, 0);
        tensor("w2.npy", "3, 4", 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 1);
        String yaml = """
                name: real
                input: {features: 2}
                layers:
                  - {name: one, kind: fully-connected, outputs: 4, weights: w1.npy, activations: x.npy}
                  - {name: relu, kind: relu}
                  - {name: drop, kind: dropout}
                  - {name: two, kind: fully-connected, outputs: 3, weights: w2.npy}
                """;
        RunResult run = Simulator.run(request(EIE, network(yaml), 1, Engine.DETAILED));

        assertThat(counts(run, "one").broadcasts()).isEqualTo(1);
        assertThat(counts(run, "one").entries()).isEqualTo(3);
        assertThat(counts(run, "two").broadcasts()).isEqualTo(2);
        assertThat(counts(run, "two").entries()).isEqualTo(1 + 2);
        assertThat(counts(run, "two").storedEntries()).isEqualTo(7);
        // Behind a layer whose zeros are not known, densities count again.
        RunResult broken = run(EIE, network(yaml.replace("kind: relu", "kind: sigmoid")));
        assertThat(counts(broken, "two").broadcasts()).isEqualTo(4);
    }

    @Test
    void aTensorOfAnotherShape_isRefusedWithItsPlace() {
        tensor("w.npy", "2, 4", 1, 2, 3, 4, 5, 6, 7, 8);
        Network network = network("""
                name: wrong
                input: {features: 2}
                layers:
                  - {name: one, kind: fully-connected, outputs: 4, weights: w.npy}
                """);
        assertThatThrownBy(() -> run(EIE, network))
                .isInstanceOf(TensorFileException.class)
                .hasMessageContaining("layer 'one', weights")
                .hasMessageContaining("[2, 4]")
                .hasMessageContaining("[4, 2]");
    }

    @Test
    void aRowThatFitsNoElement_saysThatNoNumberOfThemWouldDo() {
        Network network = Configured.network("alexnet-compressed", "fc8");
        SparseEngine tiny = Configured.engine("eie", "matrix-sram.capacity=1 KiB");

        assertThat(run(tiny, network).skipped().get(0).reason()).endsWith("no number of elements would do");
    }

    @Test
    void aMatrixThatDoesNotFit_saysHowManyElementsWould() {
        Network network = Configured.network("alexnet-compressed", "fc7");
        SparseEngine small = Configured.engine("eie", "matrix-sram.capacity=8 KiB");
        SkippedLayer skipped = run(small, network).skipped().get(0);

        assertThat(skipped.infeasible()).isTrue();
        assertThat(skipped.reason()).contains("in the fullest of 64 elements", "holds 8192");
        String enough = skipped.reason().replaceAll(".*; (\\d+) elements would do", "$1");
        assertThat(run(small.withProcessingElements(Integer.parseInt(enough)), network)
                        .skipped())
                .isEmpty();
        assertThat(run(small.withProcessingElements(Integer.parseInt(enough) * 9 / 10), network)
                        .skipped())
                .hasSize(1);
    }

    @Test
    void moreThanMemoryHolds_isSaidAndNotTried() {
        RunResult run = run(EIE.withProcessingElements(65_536), Configured.network("alexnet-compressed", "fc6"));
        assertThat(run.skipped()).hasSize(1);
        assertThat(run.skipped().get(0).reason()).contains("9216 columns in 65536 elements");
    }

    @Test
    void aProductOfTwoActivations_isNoStoredMatrix() {
        RunResult run = run(EIE, network("""
                name: product
                input: {features: 12}
                layers:
                  - {name: mm, kind: matmul, m: 3, k: 4, n: 5}
                """));
        assertThat(run.skipped()).hasSize(1);
        assertThat(run.skipped().get(0).reason()).contains("both factors are activations");
    }

    @Test
    void whatNoFigureHolds_isNoted() {
        RunResult run = run(
                Configured.engine(
                        "eie",
                        "pointer-sram.capacity=1 KiB",
                        "pointer-sram.pointer=8 bit",
                        "activation-sram.capacity=64 B"),
                Configured.network("alexnet-compressed", "fc6"));
        assertThat(run.notes())
                .anySatisfy(
                        note -> assertThat(note).contains("9217 pointers in each element", "pointer SRAM holds 1024"))
                .anySatisfy(note -> assertThat(note).contains("8-bit pointers tell apart 256"))
                .anySatisfy(note -> assertThat(note).contains("9216 activations", "activation SRAMs hold 2048"));
        assertThat(run(EIE, Configured.network("alexnet-compressed", "fc6")).notes())
                .isEmpty();
        assertThat(run(
                                Configured.engine("eie", "matrix-sram.capacity=72 KiB"),
                                Configured.network("alexnet-compressed", "fc6", "fc7"))
                        .notes())
                .anySatisfy(note -> assertThat(note).contains("of all layers together"));
    }

    @Test
    void longerQueues_loseLess_andMoreElements_padLess_andWaitMore() {
        SparseScaling scaling = SparseScaling.of(
                request(EIE, Configured.network("alexnet-compressed", "conv5", "fc7", "fc8"), 1, Engine.FAST));

        assertThat(scaling.layers()).extracting(SparseScaling.Layer::name).containsExactly("fc7", "fc8");
        for (SparseScaling.Layer layer : scaling.layers()) {
            List<SparseScaling.Point> slots = layer.bySlots();
            IntStream.range(1, slots.size())
                    .forEach(i -> assertThat(slots.get(i).cycles())
                            .isLessThanOrEqualTo(slots.get(i - 1).cycles()));
            // A queue of 8 slots is the knee: what it leaves is less than what the first two doublings brought.
            assertThat(slots.get(2).cycles() - slots.get(8).cycles())
                    .isLessThan((slots.get(0).cycles() - slots.get(2).cycles()) / 2);
            List<SparseScaling.Point> elements = layer.byElements();
            assertThat(elements.get(6).parameter()).isEqualTo(64);
            assertThat(elements.get(6).cycles()).isEqualTo(slots.get(2).cycles());
            IntStream.range(1, elements.size()).forEach(i -> {
                assertThat(elements.get(i).realWork())
                        .isGreaterThan(elements.get(i - 1).realWork() - 0.001);
                assertThat(elements.get(i).efficiency())
                        .isLessThanOrEqualTo(elements.get(i - 1).efficiency());
            });
            assertThat(speedUp(layer)).isBetween(150.0, 256.0 * 1.3);
        }
    }

    /** Fig. 8, 11 and 13: 600 rows are few for 64 elements, and hardly any for 256. */
    @Test
    void ntWe_isThePoorest_asInThePaper() {
        List<SparseScaling.Layer> layers = SparseScaling.of(
                        request(EIE, Configured.network("neuraltalk"), 1, Engine.FAST))
                .layers();
        SparseScaling.Layer we = layers.get(0);
        assertThat(we.name()).isEqualTo("We");
        for (SparseScaling.Layer other : layers.subList(1, layers.size())) {
            assertThat(we.bySlots().get(2).efficiency())
                    .isLessThan(other.bySlots().get(2).efficiency() - 0.2);
            assertThat(speedUp(we)).isLessThan(speedUp(other) / 2);
        }
        // A queue of one activation leaves elements idle half of the time and more.
        assertThat(we.bySlots().get(0).efficiency()).isLessThan(0.5);
    }

    private static double speedUp(SparseScaling.Layer layer) {
        return (double) layer.byElements().get(0).cycles()
                / layer.byElements().get(8).cycles();
    }

    @Test
    void elementCycles_haveEveryCause() {
        RunResult run = run(EIE, Configured.network("alexnet-compressed", "fc6"));
        assertThat(run.layer("fc6").orElseThrow().timing().elementCycles())
                .containsOnlyKeys(
                        Cause.BUSY,
                        Cause.PADDING,
                        Cause.EMPTY_COLUMN,
                        Cause.QUEUE_FULL,
                        Cause.QUEUE_EMPTY,
                        Cause.DRAIN,
                        Cause.PIPELINE);
    }
}
