package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.timing.Cause;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Is a whole network run, every layer accounted for, and every total the sum of its layers? */
class AlexNetTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void everyLayer_ranOrIsInSight(int batch) {
        RunResult result = Simulator.run(Runs.alexNet(batch));

        List<String> names = new ArrayList<>();
        result.layers().forEach(layer -> names.add(layer.name()));
        result.skipped().forEach(layer -> names.add(layer.layer().name()));
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(result.network().layers().stream()
                        .map(NetworkLayer::name)
                        .toList());
        assertThat(result.layers())
                .filteredOn(layer -> layer.macs() > 0)
                .extracting(LayerResult::name)
                .containsExactly("conv1", "conv2", "conv3", "conv4", "conv5", "fc6", "fc7", "fc8");
        assertThat(result.layers())
                .filteredOn(layer -> layer.macs() > 0)
                .allMatch(layer -> layer.mappingOrigin().equals("given"));
        assertThat(result.layers())
                .filteredOn(layer -> layer.kind().equals("relu"))
                .isNotEmpty()
                .allMatch(layer ->
                        layer.mappingOrigin().equals("fused") && layer.timing().cycles() == 0);
        assertThat(result.skipped())
                .isNotEmpty()
                .allMatch(layer -> !layer.infeasible())
                .extracting(SkippedLayer::reason)
                .contains("Eyeriss has no unit for max-pool layers", "Eyeriss has no unit for lrn layers");
        assertThat(result.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void totals_areTheSumsOfTheLayersThatRan(int batch) {
        RunResult result = Simulator.run(Runs.alexNet(batch));
        long macs = 0;
        long cycles = 0;
        long processing = 0;
        Activity activity = Activity.NONE;
        EnergyBreakdown energy = EnergyBreakdown.NONE;
        for (LayerResult layer : result.layers()) {
            macs += layer.macs();
            cycles += layer.timing().cycles();
            processing += layer.timing().cycles() - layer.timing().exposedDramCycles();
            activity = activity.plus(layer.timing().activity());
            energy = energy.plus(layer.energy());
        }
        Totals totals = result.totals();
        assertThat(totals.macs())
                .isEqualTo(macs)
                .isEqualTo(batch * result.network().macs());
        assertThat(totals.cycles())
                .isEqualTo(cycles)
                .isEqualTo(totals.activity().cycles());
        assertThat(totals.processingCycles()).isEqualTo(processing);
        assertThat(totals.activity()).isEqualTo(activity);
        assertThat(totals.energy()).isEqualTo(energy);
        assertThat(totals.layers()).isEqualTo(result.layers().size());

        Totals ofKinds = result.totalsByKind().values().stream().reduce(Totals.NONE, Totals::plus);
        assertThat(ofKinds.cycles()).isEqualTo(totals.cycles());
        assertThat(ofKinds.activity()).isEqualTo(totals.activity());
        assertThat(ofKinds.energy().total())
                .isCloseTo(
                        totals.energy().total(), within(1e-9 * totals.energy().total()));
        assertThat(result.totalsByKind())
                .containsKeys("conv", "fully-connected")
                .doesNotContainKey("max-pool");
    }

    @Test
    void theSameRequest_givesTheSameResult() {
        assertThat(Simulator.run(Runs.alexNet(4))).isEqualTo(Simulator.run(Runs.alexNet(4)));
    }

    @Test
    void aLargerBatch_costsNoLessWork_andFetchesWeightsMoreRarely() {
        Totals one = Simulator.run(Runs.alexNet(1)).totals();
        Totals four = Simulator.run(Runs.alexNet(4)).totals();
        assertThat(four.macs()).isEqualTo(4 * one.macs());
        assertThat(four.cycles()).isBetween(one.cycles(), 4 * one.cycles());
        assertThat(four.activity().bits(Level.DRAM))
                .isLessThan(4 * one.activity().bits(Level.DRAM));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void noLayer_isAboveItsRoof_norAboveItsPeak(int batch) {
        for (LayerResult layer : Simulator.run(Runs.alexNet(batch)).layers()) {
            Roofline roofline = layer.roofline();
            assertThat(roofline.fractionOfRoof()).as(layer.name()).isBetween(0.0, 1.0);
            assertThat(roofline.fractionOfPeak()).as(layer.name()).isBetween(0.0, roofline.fractionOfRoof() + 1e-12);
            assertThat(roofline.roofOperationsPerSecond()).as(layer.name()).isLessThanOrEqualTo(2 * 168 * 200e6);
        }
    }

    @Test
    void everyElementCycle_hasItsCause() {
        for (LayerResult layer : Simulator.run(Runs.alexNet(4)).layers()) {
            Map<Cause, Long> causes = layer.timing().elementCycles();
            assertThat(causes.values().stream().mapToLong(Long::longValue).sum())
                    .as(layer.name())
                    .isEqualTo(layer.timing().cycles() * layer.timing().activeElements());
            assertThat(causes.getOrDefault(Cause.BUSY, 0L)).as(layer.name()).isEqualTo(layer.macs());
        }
    }

    @Test
    void theChipsMappings_useTheElementsThatThePaperCounts() {
        RunResult result = Simulator.run(Runs.alexNet(4));
        int[] published = {154, 135, 156, 156, 156};
        for (int i = 0; i < published.length; i++) {
            LayerResult layer = result.layer("conv" + (i + 1)).orElseThrow();
            assertThat(layer.timing().activeElements()).as(layer.name()).isEqualTo(published[i]);
        }
    }
}
