package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.Configured;
import io.picojoule.energy.Component;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Convolution;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.Network;
import io.picojoule.workload.Shape;
import io.picojoule.workload.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Is a run on a machine that skips zeros what one on the same machine with gating is, but for the cycles saved? */
class SkippingRunsTest {
    private static final SpatialArray SKIPPING = Configured.machine("eyeriss-skip");

    private static RunResult alexNet(SpatialArray machine) {
        Network network = Configured.network("alexnet");
        return Simulator.run(
                Runs.request(machine, network, 4, Configured.mappings("eyeriss-alexnet", network), Engine.FAST));
    }

    /** A convolution over 10 channels whose inputs are not zero to this extent. */
    private static Network convolution(double density) {
        LayerCommon common = new LayerCommon(
                "conv",
                List.of(),
                OptionalDouble.of(density),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        return Runs.network(new Shape(10, 12, 12), new Convolution(common, 6, Window.square(3, 1, 1), 1, false));
    }

    @Test
    void alexNet_takesLessTimeAndEnergy_forTheSameMacs() {
        RunResult skipping = alexNet(SKIPPING);
        RunResult gating = alexNet(Runs.CHIP);
        for (LayerResult layer : skipping.layers()) {
            LayerResult gated = gating.layer(layer.name()).orElseThrow();
            assertThat(layer.macs()).as(layer.name()).isEqualTo(gated.macs());
            assertThat(layer.timing().activity().sparedMacs())
                    .as(layer.name())
                    .isEqualTo(gated.timing().activity().gatedMacs());
            assertThat(layer.timing().cycles())
                    .as(layer.name())
                    .isLessThanOrEqualTo(gated.timing().cycles());
            assertThat(layer.energy().of(Component.MAC))
                    .as(layer.name())
                    .isEqualTo(gated.energy().of(Component.MAC));
            assertThat(layer.energy().total())
                    .as(layer.name())
                    .isLessThanOrEqualTo(gated.energy().total());
        }
        // Two thirds to three quarters of the MACs meet a zero; the partial-sum buses need 104 of the 144 cycles.
        for (String name : new String[] {"conv3", "conv4", "conv5"}) {
            double share = (double) skipping.layer(name).orElseThrow().timing().computeCycles()
                    / gating.layer(name).orElseThrow().timing().computeCycles();
            assertThat(share).as(name).isBetween(104.0 / 144, 0.8);
        }
    }

    @Test
    void aRoof_countsTheMacsThatNoZeroSpares() {
        for (LayerResult layer : alexNet(SKIPPING).layers()) {
            if (layer.macs() == 0) {
                continue;
            }
            long open = layer.macs() - layer.timing().activity().skippedMacs();
            double seconds = layer.timing().cycles() / 200e6;
            Roofline roofline = layer.roofline();
            assertThat(roofline.achievedOperationsPerSecond())
                    .as(layer.name())
                    .isCloseTo(2 * open / seconds, within(1.0));
            assertThat(roofline.fractionOfRoof()).as(layer.name()).isBetween(0.0, 1.0);
        }
    }

    /** One element without a bus or DRAM to wait for: more MACs of the layer a cycle than it has multipliers. */
    @Test
    void aMachineThatSkips_mayBeFasterThanItsPeak_andIsStillUnderItsRoof() {
        SpatialArray single = Configured.machine(
                "eyeriss-skip",
                "array.rows=1",
                "array.columns=1",
                "memory.dram.bandwidth=100 GB/s",
                "buses.input=16 words/cycle",
                "processing-element.scratchpads.input=100 words",
                "processing-element.scratchpads.weight=1000 words");
        LayerResult layer = Simulator.run(Runs.request(single, convolution(0.2), 1))
                .layer("conv")
                .orElseThrow();
        assertThat(layer.macs()).isGreaterThan(2 * layer.timing().cycles());
        assertThat(layer.roofline().fractionOfPeak()).isBetween(0.2, 1.0);
    }

    @Test
    void theEngines_agree_whateverAWordHolds() {
        for (String machine : new String[] {"eyeriss", "eyeriss-8bit"}) {
            SpatialArray array = Configured.machine(machine, "processing-element.zero-inputs=skip");
            RunResult fast = Simulator.run(Runs.request(array, convolution(0.3), 3, GivenMappings.NONE, Engine.FAST));
            RunResult detailed =
                    Simulator.run(Runs.request(array, convolution(0.3), 3, GivenMappings.NONE, Engine.DETAILED));
            assertThat(fast.skipped()).as(machine).isEmpty();
            assertThat(fast.layers()).as(machine).isEqualTo(detailed.layers());
        }
    }

    @Test
    void aSearch_saysWhatItsProofIsOf() {
        String note = "mappings were searched, and proven, as if zeros that are skipped were spread evenly";
        assertThat(Simulator.run(Runs.request(SKIPPING, convolution(0.5), 1)).notes())
                .containsExactly(note);
        assertThat(Simulator.run(Runs.request(Runs.CHIP, convolution(0.5), 1)).notes())
                .isEmpty();
        assertThat(alexNet(SKIPPING).notes()).doesNotContain(note);
    }
}
