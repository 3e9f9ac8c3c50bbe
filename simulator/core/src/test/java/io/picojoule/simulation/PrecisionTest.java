package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.Component;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.mapping.RowStationary;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Convolution;
import io.picojoule.workload.FullyConnected;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.Network;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Shape;
import io.picojoule.workload.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What do narrow words change: MAC energy, traffic, capacity, and, where the machine packs, time? */
class PrecisionTest {
    private static final String[] BYTES = {"precision.input=8 bit", "precision.weight=8 bit", "precision.output=8 bit"};
    private static final Network ALEXNET = Configured.network("alexnet");

    /** With the mapping that the chip was measured with, whatever the words. */
    private static LayerResult conv3(SpatialArray machine) {
        RunRequest request = Runs.request(
                machine,
                ALEXNET.only(List.of("conv3")),
                4,
                Configured.mappings("eyeriss-alexnet", ALEXNET),
                Engine.FAST);
        return Simulator.run(request).layer("conv3").orElseThrow();
    }

    private static LayerCommon layer(String name, double density, Map<Operand, Integer> bits) {
        return new LayerCommon(
                name,
                List.of(),
                OptionalDouble.of(density),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                bits,
                Optional.empty(),
                Optional.empty());
    }

    /** Channels that no word divides, groups, a depthwise-like layer, a fully-connected one in both forms, mixed widths. */
    private static Network ragged() {
        return Runs.network(
                new Shape(3, 9, 9),
                new Convolution(layer("conv", 0.4, Map.of()), 10, Window.square(3, 1, 1), 1, false),
                new Convolution(
                        layer("grouped", 0.3, Map.of(Operand.INPUT, 4, Operand.WEIGHT, 3)),
                        10,
                        Window.square(3, 2, 0),
                        2,
                        false),
                new Convolution(
                        layer("depthwise", 0.5, Map.of(Operand.WEIGHT, 1)), 10, Window.square(3, 1, 1), 10, false),
                new FullyConnected(layer("fc", 0.2, Map.of(Operand.INPUT, 1, Operand.WEIGHT, 1)), 7, false));
    }

    @Test
    void eightBits_packedByTwo_halveTimeAndTraffic_andCostTheTablesShare() {
        LayerResult whole = conv3(Configured.machine("eyeriss"));
        LayerResult bytes = conv3(Configured.machine("eyeriss-8bit"));

        assertThat(bytes.macs()).isEqualTo(whole.macs());
        assertThat(bytes.timing().activity().macs()).isEqualTo(whole.macs());
        assertThat((double) bytes.timing().processingCycles() / whole.timing().processingCycles())
                .isCloseTo(0.5, within(0.03));
        // Passes of 6 words of channels: 43 of 256 channels, 22 of 128 words.
        assertThat((double) bytes.timing().passes() / whole.timing().passes()).isEqualTo(22 / 43.0);
        assertThat((double) bits(bytes, Operand.WEIGHT) / bits(whole, Operand.WEIGHT))
                .isEqualTo(0.5);
        assertThat(bytes.roofline().peakOperationsPerSecond())
                .isEqualTo(2 * whole.roofline().peakOperationsPerSecond());
        // Two bytes a word: the buses are as wide as before.
        assertThat(bytes.roofline().bufferBytesPerSecond())
                .isEqualTo(whole.roofline().bufferBytesPerSecond());
        // Two values must be zero where one was: fewer slots are gated, so compare the price of a MAC.
        assertThat(macEnergy(bytes) / macEnergy(whole)).isCloseTo(0.23 / 0.84, within(1e-9));
    }

    @Test
    void eightBits_packedByTwo_areHalfTheBits_uncompressed() {
        LayerResult whole = conv3(Configured.machine("eyeriss", "memory.dram.compression=none"));
        LayerResult bytes = conv3(Configured.machine("eyeriss-8bit", "memory.dram.compression=none"));
        assertThat(2 * bytes.timing().activity().bits(Level.DRAM))
                .isEqualTo(whole.timing().activity().bits(Level.DRAM));
    }

    private static long bits(LayerResult layer, Operand operand) {
        return layer.timing().activity().bits(Action.READ, operand, Level.DRAM);
    }

    private static double macEnergy(LayerResult layer) {
        Activity activity = layer.timing().activity();
        return layer.energy().of(Component.MAC) / (activity.macs() - activity.gatedMacs());
    }

    @Test
    void withoutPacking_aNarrowWordTakesAWholeSlot_andLessEnergyAndTraffic() {
        LayerResult whole = conv3(Configured.machine("eyeriss"));
        LayerResult narrow = conv3(Configured.machine("eyeriss", BYTES));

        assertThat(narrow.timing().computeCycles()).isEqualTo(whole.timing().computeCycles());
        assertThat(narrow.channelsPerWord()).isEqualTo(1);
        assertThat(narrow.timing().activity().gatedMacs())
                .isEqualTo(whole.timing().activity().gatedMacs());
        assertThat(narrow.timing().activity().bits(Level.DRAM))
                .isLessThan(whole.timing().activity().bits(Level.DRAM));
        assertThat(narrow.energy().of(Component.MAC) / whole.energy().of(Component.MAC))
                .isCloseTo(0.23 / 0.84, within(1e-9));
    }

    @Test
    void narrowerWords_neverMoveMoreBits_norCostMore_underTheSameMapping() {
        LayerResult wider = conv3(Configured.machine("eyeriss", "memory.dram.compression=none"));
        for (int bits = 15; bits >= 1; bits--) {
            LayerResult narrower = conv3(Configured.machine(
                    "eyeriss",
                    "memory.dram.compression=none",
                    "precision.input=" + bits + " bit",
                    "precision.weight=" + bits + " bit",
                    "precision.output=" + bits + " bit"));
            for (Level level : Level.values()) {
                assertThat(narrower.timing().activity().bits(level))
                        .as(bits + " bit at " + level)
                        .isLessThanOrEqualTo(wider.timing().activity().bits(level));
            }
            for (Component component : Component.values()) {
                assertThat(narrower.energy().of(component))
                        .as(bits + " bit in " + component)
                        .isLessThanOrEqualTo(wider.energy().of(component));
            }
            assertThat(narrower.energy().of(Component.MAC))
                    .isLessThan(wider.energy().of(Component.MAC));
            wider = narrower;
        }
    }

    @Test
    void packingMore_neverTakesMoreSlots_norMovesMoreWords() {
        LayerResult fewer = conv3(Configured.machine("eyeriss"));
        for (String[] narrow : new String[][] {{"8 bit", "2"}, {"4 bit", "4"}, {"2 bit", "8"}, {"1 bit", "16"}}) {
            LayerResult more = conv3(Configured.machine(
                    "eyeriss-8bit",
                    "precision.input=" + narrow[0],
                    "precision.weight=" + narrow[0],
                    "precision.output=" + narrow[0]));
            assertThat(more.channelsPerWord()).isEqualTo(Integer.parseInt(narrow[1]));
            assertThat(more.timing().computeCycles()).isLessThan(fewer.timing().computeCycles());
            assertThat(more.timing().activity().bits(Level.SCRATCHPAD))
                    .isLessThan(fewer.timing().activity().bits(Level.SCRATCHPAD));
            assertThat(more.energy().total()).isLessThan(fewer.energy().total());
            fewer = more;
        }
    }

    @Test
    void aLayerTakesTheNarrowestListedPrecisionThatHoldsIt() {
        RunResult run = Simulator.run(Runs.request(Configured.machine("eyeriss-8bit"), ragged(), 1));
        // 8 bit by 2; 4 and 3 bit by 4; 8 and 1 bit by 2, and a group of one channel; 1 bit by 16, of 10 channels.
        assertThat(run.layers()).extracting(LayerResult::macsPerLaneCycle).containsExactly(2, 4, 2, 16);
        assertThat(run.layers()).extracting(LayerResult::channelsPerWord).containsExactly(2, 4, 1, 10);

        SpatialArray fourOnly =
                Configured.machine("eyeriss", "processing-element.macs-per-lane-cycle.int4=4", "precision.input=5 bit");
        assertThat(fourOnly.processingElement().macsPerLaneCycle(fourOnly.precision()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"eyeriss-8bit, 1", "eyeriss-8bit, 3", "eyeriss-binary, 2"})
    void theEngines_agreeOnPackedLayers(String machine, int batch) {
        SpatialArray array = Configured.machine(machine);
        RunResult fast = Simulator.run(Runs.request(array, ragged(), batch, GivenMappings.NONE, Engine.FAST));
        RunResult detailed = Simulator.run(Runs.request(array, ragged(), batch, GivenMappings.NONE, Engine.DETAILED));

        assertThat(fast.skipped()).isEmpty();
        assertThat(fast.layers()).isEqualTo(detailed.layers());
        assertThat(fast.totals().activity().gatedMacs()).isPositive();
    }

    @Test
    void whereAllInputsAreZero_everyMacIsGated_andTheFillOfWordsIsNone() {
        Network zeros = Runs.network(
                new Shape(3, 9, 9), new Convolution(layer("conv", 0, Map.of()), 10, Window.square(3, 1, 1), 1, false));
        LayerResult conv = Simulator.run(Runs.request(Configured.machine("eyeriss-8bit"), zeros, 2))
                .layers()
                .get(0);
        assertThat(conv.macs()).isEqualTo(2 * 10 * 3 * 81 * 9);
        assertThat(conv.timing().activity().gatedMacs()).isEqualTo(conv.macs());
        assertThat(conv.energy().of(Component.MAC)).isZero();
    }

    @Test
    void theScratchpads_holdAsManyValuesAsFit() {
        Network wide = Runs.network(
                new Shape(64, 8, 8), new Convolution(layer("conv", 1, Map.of()), 8, Window.square(12, 1, 8), 1, false));
        LayerResult packed = Simulator.run(Runs.request(Configured.machine("eyeriss-8bit"), wide, 1))
                .layers()
                .get(0);
        // A window of 12 columns fills the 12 words of the input scratchpad, with one word of two channels each.
        assertThat(RowStationary.parameters(packed.mapping().orElseThrow()).q()).isEqualTo(1);
        assertThat(packed.mapping().orElseThrow().nest().c()).isEqualTo(32);
        assertThat(packed.channelsPerWord()).isEqualTo(2);
    }
}
