package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyTable;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Operand;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * Are the prices of {@code configs/energy/eie-45nm.yaml} the powers of EIE's Table II over what is counted on Alex-7? The split of the
 * powers is that of {@code simulator/docs/energy-calibration.md}.
 */
class EieCalibrationTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(0.2);
    private static final double WORD_BITS = 32;
    private static final int ELEMENTS = 64;

    /** ISCA 2016, Table II, mW of a PE by kind of cell. */
    private static final double MEMORY = 5.416;

    private static final double CLOCK = 1.874;
    private static final double REGISTERS_AND_LOGIC = 1.026 + 0.841;

    /** The same table by module. */
    private static final double QUEUE = 0.112;

    private static final double POINTERS = 1.807;
    private static final double MATRIX = 4.955;
    private static final double ARITHMETIC = 1.162;
    private static final double ACTIVATIONS = 1.122;

    /** Section VI: 21 units, mW each. */
    private static final double NON_ZERO_DETECTION = 21 * 0.023;

    private final EnergyTable table = Configured.energyTable("eie-45nm");
    private final LayerResult layer = Simulator.run(new RunRequest(
                    Configured.engine("eie"),
                    Configured.network("alexnet-compressed", "fc7"),
                    table,
                    1,
                    GivenMappings.NONE,
                    Objective.DEFAULT,
                    Engine.FAST,
                    1))
            .layer("fc7")
            .orElseThrow();

    @Test
    void pricesArePowersOverCounts() {
        double sram = POINTERS + MATRIX;
        double logic = QUEUE + ARITHMETIC + ACTIVATIONS;
        assertThat(word(Level.WEIGHT_BUFFER, Operand.WEIGHT, MEMORY * MATRIX / sram))
                .isCloseTo(table.weightBuffer().orElseThrow(), ROUNDING);
        assertThat(word(Level.POINTER_BUFFER, Operand.WEIGHT, MEMORY * POINTERS / sram))
                .isCloseTo(table.pointerBuffer().orElseThrow(), ROUNDING);
        assertThat(word(Level.QUEUE, Operand.INPUT, REGISTERS_AND_LOGIC * QUEUE / logic))
                .isCloseTo(table.queue().orElseThrow(), ROUNDING);
        assertThat(word(Level.SCRATCHPAD, Operand.PARTIAL_SUM, REGISTERS_AND_LOGIC * ACTIVATIONS / logic))
                .isCloseTo(table.scratchpad().getOrDefault(Operand.PARTIAL_SUM, 0.0), ROUNDING);
        long performed = layer.timing().activity().performedMacs();
        assertThat(picojoules(REGISTERS_AND_LOGIC * ARITHMETIC / logic * ELEMENTS) / performed)
                .isCloseTo(table.macEnergy().getOrDefault("int16", 0.0), ROUNDING);
        assertThat(picojoules(CLOCK) / layer.timing().cycles()).isCloseTo(table.clock(), ROUNDING);
        double sent = layer.timing().activity().bits(Action.WRITE, Operand.INPUT, Level.NETWORK) / WORD_BITS;
        assertThat(picojoules(NON_ZERO_DETECTION) / sent).isCloseTo(table.bus(), ROUNDING);
    }

    /** All parts together: 64 PEs of 9.157 mW and the units that find non-zeros. */
    @Test
    void thePowerOfTheLayer_isThePaperS() {
        double milliwatts = layer.energy().chip() / picojoules(1);
        assertThat(milliwatts).isCloseTo(64 * 9.157 + NON_ZERO_DETECTION, ROUNDING);
        assertThat(milliwatts).isCloseTo(590, Percentage.withPercentage(5));
    }

    /** What a power comes to while the layer runs. */
    private double picojoules(double milliwatts) {
        double seconds = layer.timing().cycles() / 800e6;
        return milliwatts * 1e-3 * seconds * 1e12;
    }

    /** Of 32 bits at a level that takes so much power in each PE. */
    private double word(Level level, Operand operand, double milliwatts) {
        long bits = layer.timing().activity().bits(Action.READ, operand, level)
                + layer.timing().activity().bits(Action.WRITE, operand, level);
        return picojoules(milliwatts * ELEMENTS) / (bits / WORD_BITS);
    }
}
