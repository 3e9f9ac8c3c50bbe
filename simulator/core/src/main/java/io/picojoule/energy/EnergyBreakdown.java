package io.picojoule.energy;

import io.picojoule.workload.Operand;
import java.util.Arrays;

/**
 * Energy by component, and by operand where a component moves operands. In picojoules, or in MACs where the table is normalised. An
 * immutable value with a named zero and {@link #plus}.
 */
public final class EnergyBreakdown {
    private static final int COMPONENTS = Component.values().length;
    private static final int OPERANDS = Operand.values().length;

    /** Nothing was spent. */
    public static final EnergyBreakdown NONE = new EnergyBreakdown(new double[COMPONENTS * (OPERANDS + 1)]);

    /** By component, the part of each operand, then the part of none. */
    private final double[] energies;

    private EnergyBreakdown(double[] energies) {
        this.energies = energies;
    }

    private static int index(Component component, int operand) {
        return component.ordinal() * (OPERANDS + 1) + operand;
    }

    public double of(Component component) {
        double sum = 0;
        for (int operand = 0; operand <= OPERANDS; operand++) {
            sum += energies[index(component, operand)];
        }
        return sum;
    }

    /** The part of a component that is spent on moving one operand. */
    public double of(Component component, Operand operand) {
        return energies[index(component, operand.ordinal())];
    }

    public double total() {
        double sum = 0;
        for (double energy : energies) {
            sum += energy;
        }
        return sum;
    }

    /** All but DRAM: what the power meter of a chip sees. */
    public double chip() {
        return total() - of(Component.DRAM);
    }

    public EnergyBreakdown plus(EnergyBreakdown other) {
        double[] sum = energies.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.energies[i];
        }
        return new EnergyBreakdown(sum);
    }

    /** Every part by this factor. */
    EnergyBreakdown times(double factor) {
        double[] product = energies.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor;
        }
        return new EnergyBreakdown(product);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof EnergyBreakdown other && Arrays.equals(energies, other.energies);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(energies);
    }

    /** Collects energies. Not thread safe. */
    static final class Builder {
        private final double[] energies = new double[COMPONENTS * (OPERANDS + 1)];

        Builder add(Component component, double energy) {
            energies[index(component, OPERANDS)] += energy;
            return this;
        }

        Builder add(Component component, Operand operand, double energy) {
            energies[index(component, operand.ordinal())] += energy;
            return this;
        }

        EnergyBreakdown build() {
            return new EnergyBreakdown(energies.clone());
        }
    }
}
