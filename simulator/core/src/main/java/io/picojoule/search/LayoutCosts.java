package io.picojoule.search;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyModel;
import io.picojoule.timing.array.ArrayEstimate;
import io.picojoule.timing.array.LayoutCounts;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;

/**
 * Costs of the layouts of a family: that of one of them, and what each count in which the others differ adds to it. Equal to what the counts
 * of a layout are priced at, but for the order in which doubles are added.
 */
final class LayoutCosts {
    private final Objective objective;
    private final LayoutCounts counts;
    private final Prices prices;
    private final double commonEnergy;
    private final long dramBits;

    /** Of what layouts differ in. */
    record Prices(double inputSent, double inputDelivered, double elementCycle, double cycle) {
        /** How many are priced at a time: no price is so small that it gets lost. */
        private static final int MANY = 1 << 20;

        static Prices of(EnergyModel energy, WordWidths words) {
            int bits = words.inputBits();
            return new Prices(
                    price(
                            energy,
                            counts().words(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER, MANY, bits)
                                    .words(Action.WRITE, Operand.INPUT, Level.NETWORK, MANY, bits)),
                    price(
                            energy,
                            counts().words(Action.READ, Operand.INPUT, Level.NETWORK, MANY, bits)
                                    .words(Action.WRITE, Operand.INPUT, Level.SCRATCHPAD, MANY, bits)),
                    price(energy, counts().cycles(1, MANY)) - price(energy, counts().cycles(1, 0)),
                    price(energy, counts().cycles(MANY, 0)));
        }

        private static Activity.Builder counts() {
            return new Activity.Builder();
        }

        private static double price(EnergyModel energy, Activity.Builder counts) {
            return energy.total(counts.build()) / MANY;
        }
    }

    /**
     * @param one estimate of a layout of the family
     * @param counts of the family, which have just looked at that layout
     */
    LayoutCosts(Objective objective, Prices prices, LayoutCounts counts, ArrayEstimate one, double energyOfOne) {
        this.objective = objective;
        this.prices = prices;
        this.counts = counts;
        this.commonEnergy = energyOfOne - energyOfDifference();
        this.dramBits = one.activity().bits(Level.DRAM);
    }

    private double energyOfDifference() {
        return counts.inputsSent() * prices.inputSent
                + counts.inputsDelivered() * prices.inputDelivered
                + counts.clockedElementCycles() * prices.elementCycle
                + counts.cycles() * prices.cycle;
    }

    /** What no mapping with this layout costs less than. */
    double of(int filters, int blocks) {
        counts.of(filters, blocks);
        return cost();
    }

    /** What no mapping with so many filters an element, and so many blocks, costs less than. */
    double between(int filters, int fewestBlocks, int mostBlocks) {
        counts.between(filters, fewestBlocks, mostBlocks);
        return cost();
    }

    private double cost() {
        return objective.cost(commonEnergy + energyOfDifference(), counts.cycles(), dramBits);
    }
}
