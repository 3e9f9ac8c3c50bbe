package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyTable;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Are the prices of {@code configs/energy/tsmc-65nm.yaml} those that a fit to the published figures gives? The equations, and their
 * weights, are those of {@code simulator/docs/energy-calibration.md}.
 */
class EnergyCalibrationTest {
    private static final int BATCH = 4;
    private static final double WORD_BITS = 16;

    /** JSSC 52(1) 2017, Table V, conv1 to conv5. */
    private static final double[] CHIP_MILLIWATTS = {332, 288, 266, 235, 236};

    private static final double NETWORK_MILLIWATTS = 278;

    /** Unknowns, in this order. */
    private static final int MAC = 0,
            INPUT = 1,
            WEIGHT = 2,
            PARTIAL_SUM = 3,
            LINK = 4,
            BUFFER = 5,
            CLOCK = 6,
            STATIC = 7;

    private final List<double[]> equations = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    @Test
    void theTableIsTheFit() {
        List<LayerResult> layers = convolutions();
        for (int i = 0; i < CHIP_MILLIWATTS.length; i++) {
            equation(milliwatts(List.of(layers.get(i))), CHIP_MILLIWATTS[i], 4);
        }
        double[] network = milliwatts(layers);
        equation(only(network, MAC, INPUT, WEIGHT, PARTIAL_SUM, CLOCK), 0.778 * NETWORK_MILLIWATTS, 4);
        equation(only(network, LINK), 0.156 * NETWORK_MILLIWATTS, 4);
        equation(only(network, BUFFER), 0.027 * NETWORK_MILLIWATTS, 4);
        equation(only(network, STATIC), 0.039 * NETWORK_MILLIWATTS, 4);
        double[] conv1 = milliwatts(layers.subList(0, 1));
        equation(only(conv1, MAC), 0.09 * CHIP_MILLIWATTS[0], 2);
        equation(only(conv1, INPUT, WEIGHT, PARTIAL_SUM), 0.43 * CHIP_MILLIWATTS[0], 2);
        equation(only(conv1, CLOCK), 0.33 * CHIP_MILLIWATTS[0], 2);
        equalPrices(INPUT, 0.5, WEIGHT);
        equalPrices(PARTIAL_SUM, 0.5, WEIGHT);

        double[] fit = new QRDecomposition(new Array2DRowRealMatrix(equations.toArray(new double[0][])))
                .getSolver()
                .solve(new ArrayRealVector(
                        targets.stream().mapToDouble(Double::doubleValue).toArray()))
                .toArray();

        assertThat(fit).as("three significant digits of each price").satisfies(prices -> {
            double[] table = table();
            for (int i = 0; i < table.length; i++) {
                assertThat(prices[i]).as("unknown %d", i).isCloseTo(table[i], withinPercent(0.5, table[i]));
            }
        });
    }

    private static Offset<Double> withinPercent(double percent, double of) {
        return Offset.offset(of * percent / 100);
    }

    /** One equation, scaled so that an error of so many per cent weighs the same everywhere. */
    private void equation(double[] milliwattsPerPrice, double milliwatts, double weight) {
        double[] scaled = milliwattsPerPrice.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= weight / milliwatts;
        }
        equations.add(scaled);
        targets.add(weight);
    }

    /** A register file of 24 or 48 bytes costs about half of the 448-byte SRAM. */
    private void equalPrices(int unknown, double share, int other) {
        double[] difference = new double[STATIC + 1];
        difference[unknown] = 1;
        difference[other] = -share;
        equations.add(difference);
        targets.add(0.0);
    }

    private static double[] only(double[] milliwatts, int... unknowns) {
        double[] kept = new double[milliwatts.length];
        for (int unknown : unknowns) {
            kept[unknown] = milliwatts[unknown];
        }
        return kept;
    }

    /** Power of the layers for each picojoule of each price; static power in milliwatts is its own. */
    private static double[] milliwatts(List<LayerResult> layers) {
        Totals totals = layers.stream().map(Totals::of).reduce(Totals.NONE, Totals::plus);
        Activity activity = totals.activity();
        double perSecond = 1e-9 * 200e6 / totals.cycles();
        double[] milliwatts = new double[STATIC + 1];
        milliwatts[MAC] = (activity.macs() - activity.gatedMacs()) * perSecond;
        milliwatts[INPUT] = words(activity, Level.SCRATCHPAD, Operand.INPUT) * perSecond;
        milliwatts[WEIGHT] = words(activity, Level.SCRATCHPAD, Operand.WEIGHT) * perSecond;
        milliwatts[PARTIAL_SUM] = words(activity, Level.SCRATCHPAD, Operand.PARTIAL_SUM) * perSecond;
        for (Operand operand : Operand.values()) {
            milliwatts[LINK] += activity.bits(Action.READ, operand, Level.NETWORK) / WORD_BITS * perSecond;
        }
        milliwatts[BUFFER] =
                (activity.bits(Level.GLOBAL_BUFFER) + activity.bits(Level.WEIGHT_BUFFER)) / WORD_BITS * perSecond;
        milliwatts[CLOCK] = activity.clockedElementCycles() * perSecond;
        milliwatts[STATIC] = 1;
        return milliwatts;
    }

    private static double words(Activity activity, Level level, Operand operand) {
        return (activity.bits(Action.READ, operand, level) + activity.bits(Action.WRITE, operand, level)) / WORD_BITS;
    }

    private static double[] table() {
        EnergyTable table = Configured.energyTable("tsmc-65nm");
        assertThat(table.weightBuffer()).isEqualTo(table.globalBuffer());
        return new double[] {
            table.macEnergy().get("int16"),
            table.scratchpad().get(Operand.INPUT),
            table.scratchpad().get(Operand.WEIGHT),
            table.scratchpad().get(Operand.PARTIAL_SUM),
            table.link(),
            table.globalBuffer().orElseThrow(),
            table.clock(),
            table.staticMilliwatts()
        };
    }

    private static List<LayerResult> convolutions() {
        return Simulator.run(Runs.alexNet(BATCH)).layers().stream()
                .filter(layer -> layer.kind().equals("conv"))
                .toList();
    }
}
