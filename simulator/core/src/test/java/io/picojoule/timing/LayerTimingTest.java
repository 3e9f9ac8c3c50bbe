package io.picojoule.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.VectorUnit;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Shape;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Are timings whose parts do not add up refused, and is a layer bound by what works most? */
class LayerTimingTest {
    private static LayerTiming timing(long cycles, Map<Cause, Long> elements, Map<Resource, Long> busy) {
        return new LayerTiming(cycles, 5, 2, 3, 1, elements, busy, Activity.NONE);
    }

    @Test
    void partsThatDoNotAddUp_areOurBug() {
        assertThatThrownBy(() -> timing(10, Map.of(Cause.BUSY, 20L, Cause.DRAM, 9L), Map.of()))
                .isInstanceOf(InvariantViolation.class)
                .hasMessage("element cycles sum to 29, not to 10 cycles x 3 elements");
        Map<Cause, Long> sound = Map.of(Cause.BUSY, 20L, Cause.DRAM, 10L);
        assertThatThrownBy(() -> timing(10, sound, Map.of(Resource.DRAM, 11L)))
                .isInstanceOf(InvariantViolation.class)
                .hasMessage("the dram worked 11 of 10 cycles");
        assertThatThrownBy(() -> new LayerTiming(10, 11, 0, 3, 1, sound, Map.of(), Activity.NONE))
                .hasMessageStartingWith("parts exceed the 10 cycles: compute 11");
        assertThatThrownBy(() -> new LayerTiming(10, 0, 11, 3, 1, sound, Map.of(), Activity.NONE))
                .isInstanceOf(InvariantViolation.class);
        assertThat(timing(10, sound, Map.of()).processingCycles()).isEqualTo(8);
    }

    @Test
    void causesThatNeverOccurred_areLeftOut() {
        LayerTiming timing = timing(10, Map.of(Cause.BUSY, 30L, Cause.DRAIN, 0L), Map.of(Resource.DRAM, 0L));
        assertThat(timing.elementCycles()).containsOnlyKeys(Cause.BUSY);
        assertThat(timing.busyCycles()).isEmpty();
    }

    @Test
    void aLayer_isBoundByWhatWorksInMostCycles_ofEqualsTheFirstListed() {
        Map<Cause, Long> elements = Map.of(Cause.BUSY, 30L);
        assertThat(timing(10, elements, Map.of(Resource.COMPUTE, 7L, Resource.DRAM, 8L))
                        .boundBy())
                .isEqualTo(Resource.DRAM);
        assertThat(timing(10, elements, Map.of(Resource.COMPUTE, 8L, Resource.DRAM, 8L))
                        .boundBy())
                .isEqualTo(Resource.COMPUTE);
        assertThat(timing(10, elements, Map.of(Resource.WEIGHT_BUS, 8L, Resource.DRAM, 8L))
                        .boundBy())
                .isEqualTo(Resource.WEIGHT_BUS);
        assertThat(timing(10, elements, Map.of()).boundBy()).isEqualTo(Resource.COMPUTE);
    }

    @Test
    void soOftenTheSame_isEveryCountSoOften_onTheSameElements() {
        Activity macs = new Activity.Builder().macs(20, 3).build();
        LayerTiming once = new LayerTiming(10, 5, 2, 3, 4, Map.of(Cause.BUSY, 30L), Map.of(Resource.DRAM, 7L), macs);
        assertThat(once.times(6))
                .isEqualTo(new LayerTiming(
                        60,
                        30,
                        12,
                        3,
                        24,
                        Map.of(Cause.BUSY, 180L),
                        Map.of(Resource.DRAM, 42L),
                        new Activity.Builder().macs(120, 18).build()));
        assertThat(once.times(1)).isEqualTo(once);
    }

    @Test
    void aTable_makesEachSigmoidOneOperationAndALookUp() {
        Network network = Network.resolve(
                        "net",
                        "",
                        "",
                        Shape.features(100),
                        List.of(new Pointwise(LayerCommon.named("s"), Pointwise.Function.SIGMOID)))
                .network();
        NetworkLayer sigmoid = network.layers().get(0);
        SpatialArray chip = Configured.machine("eyeriss");
        LayerTiming without = VectorTimer.time(sigmoid, 3, chip, new VectorUnit(4, OptionalInt.empty()), chip.words());
        LayerTiming with = VectorTimer.time(sigmoid, 3, chip, new VectorUnit(4, OptionalInt.of(64)), chip.words());

        assertThat(without.computeCycles()).isEqualTo(300);
        assertThat(without.activity().lookUps()).isZero();
        assertThat(with.computeCycles()).isEqualTo(75);
        assertThat(with.activity().vectorOperations()).isEqualTo(300);
        assertThat(with.activity().lookUps()).isEqualTo(300);
    }

    @Test
    void keysOfCausesAndResources_areOfOneList() {
        for (Resource resource : Resource.values()) {
            if (resource != Resource.WEIGHT_BUS) {
                assertThat(Cause.values()).extracting(Cause::key).contains(resource.key());
            }
        }
        assertThat(Resource.COMPUTE.isBandwidth()).isFalse();
        assertThat(Resource.DRAM.isBandwidth()).isTrue();
    }

    @Test
    void aVectorUnit_takesTheLongerOfItsOperationsAndWhatOverlaps_andAllThatDoesNot() {
        // pool1 of AlexNet: 96 x 27 x 27 x 9 operations, 96 x 55 x 55 words in, 96 x 27 x 27 out, 2.4 byte a cycle.
        NetworkLayer pool = Configured.network("alexnet", "pool1").layers().get(0);
        long operations = 96L * 27 * 27 * 9 * 2;
        long input = (96L * 55 * 55 * 2 * 2 * 10 + 23) / 24;
        long output = (96L * 27 * 27 * 2 * 2 * 10 + 23) / 24;
        SpatialArray chip = Configured.machine("eyeriss");
        LayerTiming exposed = VectorTimer.time(pool, 2, chip, new VectorUnit(16, OptionalInt.empty()), chip.words());
        SpatialArray hiding = Configured.machine("eyeriss", "memory.dram.overlaps=[input, output]");
        LayerTiming hidden = VectorTimer.time(pool, 2, hiding, new VectorUnit(1, OptionalInt.empty()), chip.words());

        assertThat(exposed.computeCycles()).isEqualTo((operations + 15) / 16);
        assertThat(exposed.exposedDramCycles()).isEqualTo(input + output);
        assertThat(exposed.cycles()).isEqualTo(exposed.computeCycles() + input + output);
        assertThat(hidden.exposedDramCycles()).isZero();
        assertThat(hidden.cycles()).isEqualTo(operations).isGreaterThan(input + output);
        assertThat(exposed.activity().vectorOperations()).isEqualTo(operations);
        assertThat(exposed.activity().bits(Action.READ, Operand.INPUT, Level.DRAM))
                .isEqualTo(96L * 55 * 55 * 2 * 16);
        assertThat(exposed.activity().bits(Action.WRITE, Operand.OUTPUT, Level.DRAM))
                .isEqualTo(96L * 27 * 27 * 2 * 16);
    }
}
