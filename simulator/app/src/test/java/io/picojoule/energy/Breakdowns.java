package io.picojoule.energy;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.workload.Operand;

/** Energies for reports that are made by hand. */
public final class Breakdowns {
    private Breakdowns() {}

    /** Prices in picojoules that are near enough to the truth to look like it. */
    public static EnergyBreakdown of(Activity activity) {
        EnergyBreakdown.Builder energy = new EnergyBreakdown.Builder();
        energy.add(Component.MAC, 0.8 * (activity.macs() - activity.gatedMacs()));
        energy.add(Component.VECTOR_UNIT, 0.5 * activity.vectorOperations());
        energy.add(Component.CLOCK, 2.1 * activity.clockedElementCycles());
        for (Operand operand : Operand.values()) {
            add(energy, Component.SCRATCHPAD, operand, activity, Level.SCRATCHPAD, 0.03);
            add(energy, Component.NETWORK, operand, activity, Level.NETWORK, 0.08);
            add(energy, Component.GLOBAL_BUFFER, operand, activity, Level.GLOBAL_BUFFER, 0.4);
            add(energy, Component.WEIGHT_BUFFER, operand, activity, Level.WEIGHT_BUFFER, 0.2);
            add(energy, Component.DRAM, operand, activity, Level.DRAM, 10);
        }
        return energy.build();
    }

    private static void add(
            EnergyBreakdown.Builder energy,
            Component component,
            Operand operand,
            Activity activity,
            Level level,
            double perBit) {
        long bits = activity.bits(Action.READ, operand, level) + activity.bits(Action.WRITE, operand, level);
        energy.add(component, operand, perBit * bits);
    }
}
