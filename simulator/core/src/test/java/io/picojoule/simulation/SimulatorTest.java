package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.Configured;
import io.picojoule.hardware.Machine;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Convolution;
import io.picojoule.workload.FullyConnected;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.Network;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Pooling;
import io.picojoule.workload.Shape;
import io.picojoule.workload.Window;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Does every layer end as a result or as a reason, the two engines agreeing? */
class SimulatorTest {
    private static final Network TINY = Runs.network(
            new Shape(3, 9, 9),
            new Convolution(LayerCommon.named("conv"), 8, Window.square(3, 1, 1), 1, false),
            new Pointwise(LayerCommon.named("relu"), Pointwise.Function.RELU),
            new Pooling(LayerCommon.named("pool"), Pooling.Kind.MAX, Window.square(2, 2, 0), true),
            new Convolution(LayerCommon.named("grouped"), 8, Window.square(3, 2, 0), 2, false),
            new Pointwise(LayerCommon.named("drop"), Pointwise.Function.DROPOUT),
            new FullyConnected(LayerCommon.named("fc"), 10, true));

    private static String reason(RunResult result, String layer) {
        return result.skipped().stream()
                .filter(skipped -> skipped.layer().name().equals(layer) && skipped.infeasible())
                .findFirst()
                .orElseThrow(() -> new AssertionError(layer + " ran, or was not infeasible: " + result.skipped()))
                .reason();
    }

    private static RunResult given(String layer, GivenMapping mapping) {
        GivenMappings mappings = new GivenMappings("given", "", Map.of(layer, mapping));
        return Simulator.run(Runs.request(Runs.CHIP, TINY, 2, mappings, Engine.FAST));
    }

    private static GivenMapping parameters(int m, int n, int e, int p, int q, int r, int t) {
        return new GivenMapping.Parameters(new RowStationaryParameters(m, n, e, p, q, r, t), false);
    }

    /** The search bounds what buffers of any size would do: all images and columns in one pass. */
    @Test
    void moreStepsThanAnIntegerCounts_areSearched() {
        Network network = Runs.network(
                new Shape(1, 1, 3_000),
                new Convolution(LayerCommon.named("conv"), 1, Window.square(1, 1, 0), 1, false));
        RunResult result = Simulator.run(Runs.request(Runs.CHIP, network, 1_000_000));
        assertThat(result.layer("conv").orElseThrow().macs()).isEqualTo(3_000_000_000L);
    }

    @Test
    void moreCyclesThanCanBeCounted_areRefused_whateverTheMachine() {
        Network network =
                Runs.network(new Shape(40_000, 1, 1), new FullyConnected(LayerCommon.named("fc"), 40_000, false));
        for (Machine slow : List.of(
                Configured.processor("titan-x-maxwell", "dram.bandwidth=1 kB/s", "clock=1000 GHz"),
                Configured.machine(
                        "scale-sim-ws",
                        "memory.dram.bandwidth=1 kB/s",
                        "clock=1000 GHz",
                        "array.rows=4096",
                        "array.columns=4096"))) {
            assertThatThrownBy(() -> Simulator.run(Runs.request(slow, network, 1)))
                    .isInstanceOf(CountOverflow.class)
                    .hasMessageContaining("it takes more cycles, or moves more bits, than can be counted");
        }
    }

    @Test
    void theEngines_agreeOnWholeNetworks() {
        for (Network network : new Network[] {TINY, Configured.network("lenet5")}) {
            RunResult fast = Simulator.run(Runs.request(Runs.CHIP, network, 2, GivenMappings.NONE, Engine.FAST));
            RunResult detailed =
                    Simulator.run(Runs.request(Runs.CHIP, network, 2, GivenMappings.NONE, Engine.DETAILED));
            assertThat(fast.layers()).isEqualTo(detailed.layers());
            assertThat(fast.skipped()).isEqualTo(detailed.skipped());
        }
    }

    @Test
    void layersWithoutMacs_goToTheVectorUnit_whereThereIsOne() {
        RunResult without = Simulator.run(Runs.request(Runs.CHIP, TINY, 2));
        RunResult with = Simulator.run(Runs.request(Configured.machine("eyeriss", "vector-unit.lanes=4"), TINY, 2));

        assertThat(without.skipped())
                .extracting(skipped -> skipped.layer().name())
                .containsExactly("pool");
        assertThat(with.skipped()).isEmpty();
        assertThat(with.layers())
                .extracting(LayerResult::mappingOrigin)
                .containsExactly("searched", "fused", "vector-unit", "searched", "nothing to do", "searched");
        LayerResult pool = with.layer("pool").orElseThrow();
        // 8 x 5 x 5 windows of 4, two images, four lanes.
        assertThat(pool.timing().computeCycles()).isEqualTo(8 * 25 * 4 * 2 / 4);
        assertThat(with.totals().cycles())
                .isEqualTo(without.totals().cycles() + pool.timing().cycles());
    }

    @Test
    void aLayerThatDoesNotFit_isReportedWithFigures_andTheRestRuns() {
        Network tall = Runs.network(
                new Shape(1, 250, 250),
                new Convolution(LayerCommon.named("tall"), 4, Window.square(240, 1, 0), 1, false),
                new Convolution(LayerCommon.named("small"), 4, Window.square(3, 1, 0), 1, false));
        RunResult result = Simulator.run(Runs.request(Runs.CHIP, tall, 1));

        assertThat(reason(result, "tall"))
                .startsWith("no mapping fits; even the smallest does not: ")
                .contains("global buffer: 112.5 KiB of input planes");
        assertThat(result.layers()).extracting(LayerResult::name).containsExactly("small");
        assertThat(result.totals().macs())
                .isEqualTo(result.layer("small").orElseThrow().macs());
    }

    @Test
    void aLayerWithALargeFilter_runsInFolds_inBothEngines() {
        Network large = Runs.network(
                new Shape(2, 15, 30),
                new Convolution(LayerCommon.named("large"), 3, Window.square(13, 1, 0), 1, false));
        LayerResult fast = Simulator.run(Runs.request(Runs.CHIP, large, 2, GivenMappings.NONE, Engine.FAST))
                .layers()
                .get(0);
        LayerResult detailed = Simulator.run(Runs.request(Runs.CHIP, large, 2, GivenMappings.NONE, Engine.DETAILED))
                .layers()
                .get(0);
        assertThat(fast.mapping().orElseThrow().toString()).contains("for r in 0..13 step 7  @ global-buffer");
        assertThat(fast.timing()).isEqualTo(detailed.timing());
    }

    @Test
    void layersThatAreAlike_areSearchedOnce() {
        Network twins = Runs.network(
                new Shape(4, 9, 9),
                new Convolution(LayerCommon.named("one"), 4, Window.square(3, 1, 1), 1, false),
                new Convolution(LayerCommon.named("two"), 4, Window.square(3, 1, 1), 1, false),
                new Convolution(LayerCommon.named("three"), 4, Window.square(3, 1, 1), 1, false),
                new Convolution(LayerCommon.named("other"), 5, Window.square(3, 1, 1), 1, false));
        List<LayerResult> layers =
                Simulator.run(Runs.request(Runs.CHIP, twins, 1)).layers();
        // "one" reads the network's input, which is not packed on the way.
        assertThat(layers.get(2).search().orElseThrow())
                .isSameAs(layers.get(1).search().orElseThrow())
                .isNotSameAs(layers.get(0).search().orElseThrow())
                .isNotSameAs(layers.get(3).search().orElseThrow());
    }

    @Test
    void aGivenMapping_isUsed_orRefusedWithFigures() {
        RunResult result = given("conv", parameters(8, 1, 3, 2, 1, 1, 4));
        LayerResult conv = result.layer("conv").orElseThrow();
        assertThat(conv.mappingOrigin()).isEqualTo("given");
        assertThat(RowStationary.parameters(conv.mapping().orElseThrow()))
                .isEqualTo(new RowStationaryParameters(8, 1, 3, 2, 1, 1, 4));
        assertThat(result.layer("fc").orElseThrow().mappingOrigin()).isEqualTo("searched");

        assertThat(reason(given("conv", parameters(8, 1, 9, 1, 1, 1, 8)), "conv"))
                .startsWith("the given mapping does not fit: array: t x e chains = 72, the machine has 56 columns");
    }

    @Test
    void givenLoops_areUsed_orRefused() {
        LayerResult searched =
                Simulator.run(Runs.request(Runs.CHIP, TINY, 2)).layer("conv").orElseThrow();
        String printed = searched.mapping().orElseThrow().toString();

        RunResult again = given("conv", new GivenMapping.Loops(Mapping.parse(printed)));
        assertThat(again.layer("conv").orElseThrow().timing()).isEqualTo(searched.timing());

        GivenMapping others = new GivenMapping.Loops(Mapping.parse("for m in 0..8  @ dram"));
        assertThat(reason(given("conv", others), "conv")).contains("where a row-stationary nest of this layer has");
    }

    @Test
    void aFullyConnectedLayer_isMappedInTheFormThatIsAskedFor() {
        for (boolean flattened : new boolean[] {false, true}) {
            RowStationaryParameters parameters = new RowStationaryParameters(10, 2, 1, 4, 2, 1, 2);
            LayerResult fc = given("fc", new GivenMapping.Parameters(parameters, flattened))
                    .layer("fc")
                    .orElseThrow();
            assertThat(fc.mapping().orElseThrow().nest().r()).isEqualTo(flattened ? 1 : 2);
            assertThat(fc.timing().activity().macs()).isEqualTo(2 * 8 * 4 * 10);
        }
    }

    @Test
    void zerosThatAnArrayCannotSkip_areSaid() {
        RunResult skipping =
                Simulator.run(Runs.request(Configured.machine("eyeriss-skip", "dataflow=output-stationary"), TINY, 1));
        assertThat(reason(skipping, "conv"))
                .isEqualTo("output-stationary elements make each step together, so none can skip a zero of its own; "
                        + "zero-inputs can be compute or gate");
    }

    @Test
    void otherSeeds_changeOnlyWhatDependsOnData() {
        RunRequest request = Runs.request(Runs.CHIP, Configured.network("alexnet", "conv3"), 1);
        RunRequest other = new RunRequest(
                request.machine(),
                request.network(),
                request.energyTable(),
                1,
                request.mappings(),
                request.objective(),
                request.engine(),
                2);
        LayerResult first = Simulator.run(request).layers().get(0);
        LayerResult second = Simulator.run(other).layers().get(0);
        assertThat(second.timing().activity().gatedMacs())
                .isNotEqualTo(first.timing().activity().gatedMacs());
        assertThat(second.timing().computeCycles()).isEqualTo(first.timing().computeCycles());
    }

    @Test
    void aBatchBelowOne_isRefused() {
        assertThatThrownBy(() -> Runs.request(Runs.CHIP, TINY, 0))
                .hasMessage("RunRequest: batch must be at least 1, not 0");
    }

    @Test
    void aFusedLayer_isFreeOnlyOnTheWayOutOfTheArray() {
        Network network = Runs.network(
                new Shape(3, 9, 9),
                new Pointwise(LayerCommon.named("before"), Pointwise.Function.RELU),
                new Convolution(LayerCommon.named("conv"), 8, Window.square(3, 1, 1), 1, false),
                new Pointwise(LayerCommon.named("drop"), Pointwise.Function.DROPOUT),
                new Pointwise(LayerCommon.named("after"), Pointwise.Function.RELU),
                new Pooling(LayerCommon.named("pool"), Pooling.Kind.MAX, Window.square(2, 2, 0), true),
                new Pointwise(LayerCommon.named("behind-pool"), Pointwise.Function.RELU));
        RunResult run = Simulator.run(Runs.request(Runs.CHIP, network, 1));
        assertThat(run.layers().stream().map(LayerResult::name)).containsExactly("conv", "drop", "after");
        assertThat(run.skipped().stream().map(skipped -> skipped.layer().name()))
                .containsExactly("before", "pool", "behind-pool");
    }

    @Test
    void theRoofOfANetwork_isThatOfItsLayersWithMacs() {
        RunResult array = Simulator.run(Runs.request(Runs.CHIP, TINY, 2));
        RunResult vector = Simulator.run(Runs.request(Configured.machine("eyeriss", "vector-unit.lanes=4"), TINY, 2));
        assertThat(vector.totals().cycles()).isGreaterThan(array.totals().cycles());
        assertThat(vector.totals().fractionOfRoof()).isEqualTo(array.totals().fractionOfRoof());
    }
}
