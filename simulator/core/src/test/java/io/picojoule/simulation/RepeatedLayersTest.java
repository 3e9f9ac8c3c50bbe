package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.timing.Cause;
import io.picojoule.timing.Engine;
import io.picojoule.workload.AssociativeMemory;
import io.picojoule.workload.Cell;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.MatrixProduct;
import io.picojoule.workload.Network;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Recurrent;
import io.picojoule.workload.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Do steps that wait for each other cost as many times one step, and those that do not share what they can? */
class RepeatedLayersTest {
    private static final int STEPS = 7;
    private static final int FEATURES = 20;
    private static final int HIDDEN = 12;

    private static Network lstm(int steps) {
        return Runs.network(
                Shape.features(FEATURES),
                new Recurrent(
                        LayerCommon.named("lstm"),
                        Cell.LSTM,
                        HIDDEN,
                        OptionalInt.of(steps),
                        Pointwise.Function.TANH,
                        true));
    }

    private static RunResult run(Network network, int batch, Engine engine) {
        return Simulator.run(
                Runs.request(Configured.machine("eyeriss-vector"), network, batch, GivenMappings.NONE, engine));
    }

    private static LayerResult layer(RunResult run, String name) {
        return run.layer(name).orElseThrow();
    }

    private static void isSoOften(int count, LayerResult many, LayerResult one) {
        assertThat(many.macs()).isEqualTo(count * one.macs());
        assertThat(many.timing().cycles()).isEqualTo(count * one.timing().cycles());
        assertThat(many.timing().exposedDramCycles())
                .isEqualTo(count * one.timing().exposedDramCycles());
        for (Cause cause : Cause.values()) {
            assertThat(many.timing().elementCycles().getOrDefault(cause, 0L))
                    .isEqualTo(count * one.timing().elementCycles().getOrDefault(cause, 0L));
        }
        Activity ofOne = one.timing().activity();
        Activity ofMany = many.timing().activity();
        assertThat(ofMany.bits(Action.READ, Operand.WEIGHT, Level.DRAM))
                .isEqualTo(count * ofOne.bits(Action.READ, Operand.WEIGHT, Level.DRAM));
        assertThat(ofMany.gatedMacs()).isEqualTo(count * ofOne.gatedMacs());
        assertThat(ofMany.vectorOperations()).isEqualTo(count * ofOne.vectorOperations());
        assertThat(ofMany.lookUps()).isEqualTo(count * ofOne.lookUps());
        assertThat(many.energy().total()).isCloseTo(count * one.energy().total(), withinPercentage(1e-9));
        assertThat(many.timing().activeElements()).isEqualTo(one.timing().activeElements());
        assertThat(many.roofline().roofOperationsPerSecond())
                .isEqualTo(one.roofline().roofOperationsPerSecond());
        assertThat(many.mapping()).isEqualTo(one.mapping());
    }

    @Test
    void stepsOfARecurrence_costAsManyTimesOne() {
        for (int batch : new int[] {1, 3}) {
            RunResult one = run(lstm(1), batch, Engine.FAST);
            RunResult many = run(lstm(STEPS), batch, Engine.FAST);
            isSoOften(STEPS, layer(many, "lstm/recurrent"), layer(one, "lstm/recurrent"));
            isSoOften(STEPS, layer(many, "lstm/gates"), layer(one, "lstm/gates"));
        }
    }

    @Test
    void inputsOfAllSteps_shareTheWeights_andImagesOfABatchShareThoseOfAStep() {
        RunResult run = run(lstm(STEPS), 3, Engine.FAST);
        Activity input = layer(run, "lstm/input").timing().activity();
        Activity recurrent = layer(run, "lstm/recurrent").timing().activity();

        assertThat(input.macs()).isEqualTo(3L * STEPS * 4 * HIDDEN * FEATURES);
        assertThat(input.bits(Action.READ, Operand.WEIGHT, Level.DRAM)).isEqualTo(4L * HIDDEN * FEATURES * 16);
        assertThat(recurrent.macs()).isEqualTo(3L * STEPS * 4 * HIDDEN * HIDDEN);
        assertThat(recurrent.bits(Action.READ, Operand.WEIGHT, Level.DRAM))
                .isEqualTo(STEPS * 4L * HIDDEN * HIDDEN * 16);
        assertThat(run.totalsByKind()).containsOnlyKeys("lstm");
        assertThat(run.totals().macs()).isEqualTo(input.macs() + recurrent.macs());
    }

    @Test
    void gates_moveBothProductsAndTheNewState_andLookTheirFunctionsUp() {
        LayerResult gates = layer(run(lstm(STEPS), 3, Engine.FAST), "lstm/gates");
        Activity activity = gates.timing().activity();

        assertThat(activity.bits(Action.READ, Operand.INPUT, Level.DRAM)).isEqualTo(3L * STEPS * 2 * 4 * HIDDEN * 16);
        assertThat(activity.bits(Action.WRITE, Operand.OUTPUT, Level.DRAM)).isEqualTo(3L * STEPS * HIDDEN * 16);
        assertThat(activity.lookUps()).isEqualTo(3L * STEPS * HIDDEN * 5);
        assertThat(activity.vectorOperations()).isEqualTo(3L * STEPS * HIDDEN * 13);
        // 36 units of 13 operations on 16 lanes, in each step.
        assertThat(gates.timing().computeCycles()).isEqualTo(STEPS * 30L);
    }

    @Test
    void aProductOfActivations_costsABatchOfTimesOne() {
        Network network = Runs.network(
                Shape.sequence(20, 6),
                new MatrixProduct(LayerCommon.named("product"), Optional.of(new MatrixProduct.Size(6, 20, 9))));
        LayerResult one = layer(run(network, 1, Engine.FAST), "product");
        isSoOften(5, layer(run(network, 5, Engine.FAST), "product"), one);
        assertThat(one.timing().activity().bits(Action.READ, Operand.WEIGHT, Level.DRAM))
                .as("the second factor")
                .isEqualTo(20 * 9 * 16);
    }

    @Test
    void aProductOfActivations_gatesABatchOfTimesOne_whereWordsHoldSeveralValues() {
        LayerCommon sparse = new LayerCommon(
                "product",
                List.of(),
                OptionalDouble.of(0.1),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        Network network = Runs.network(
                Shape.sequence(20, 6), new MatrixProduct(sparse, Optional.of(new MatrixProduct.Size(6, 20, 9))));
        SpatialArray machine = Configured.machine("eyeriss-8bit");
        LayerResult one =
                layer(Simulator.run(Runs.request(machine, network, 1, GivenMappings.NONE, Engine.FAST)), "product");
        LayerResult many =
                layer(Simulator.run(Runs.request(machine, network, 5, GivenMappings.NONE, Engine.FAST)), "product");

        assertThat(one.timing().activity().gatedMacs()).isPositive();
        isSoOften(5, many, one);
    }

    @Test
    void layersOfOtherLengths_shareASearch_andAreNotAlike() {
        Network network = Runs.network(
                Shape.features(HIDDEN), memory("short", 2), memory("same", 2, "input"), memory("long", 9, "input"));
        RunRequest request =
                Runs.request(Configured.machine("eyeriss-vector"), network, 1, GivenMappings.NONE, Engine.FAST);
        List<ExploredLayer> explored = MappingExplorer.explore(request, 1, RunProgress.NONE, SearchTime.UNLIMITED);
        assertThat(explored)
                .extracting(each -> each.layer().name())
                .containsExactly("short/recurrent", "long/recurrent");
        assertThat(explored.get(0).alike()).containsExactly("same/recurrent");
        assertThat(explored.get(1).search()).isEqualTo(explored.get(0).search());
        assertThat(2 * explored.get(1).best().get(0).timing().cycles())
                .isEqualTo(9 * explored.get(0).best().get(0).timing().cycles());
    }

    private static AssociativeMemory memory(String name, int steps, String... inputs) {
        LayerCommon common = new LayerCommon(
                name,
                List.of(inputs),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        return new AssociativeMemory(common, HIDDEN, OptionalInt.empty(), steps, Pointwise.Function.TANH, false);
    }

    @Test
    void theEngines_agree() {
        assertThat(run(lstm(STEPS), 2, Engine.FAST).layers())
                .isEqualTo(run(lstm(STEPS), 2, Engine.DETAILED).layers());
    }
}
