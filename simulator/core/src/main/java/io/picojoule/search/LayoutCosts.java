package io.picojoule.search;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.array.ArrayActivity;
import io.picojoule.timing.array.ArrayEstimate;
import io.picojoule.timing.array.LayoutCounts;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.function.ToDoubleFunction;

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
    private final long weightBits;
    private final double energyOfWeights;
    private final double energyOfInputs;
    /** At least, of the mappings last asked about. */
    private double energy;

    /** Of what layouts, or their tilings, differ in: of a word each, but for bits of inputs from DRAM. */
    record Prices(
            double inputSent,
            double inputDelivered,
            double inputFilled,
            double inputBit,
            double weightFetched,
            double weightDelivered,
            double elementCycle,
            double cycle) {
        /** How many are priced at a time: no price is so small that it gets lost. */
        private static final int MANY = 1 << 20;

        static Prices of(EnergyModel energy, SpatialArray machine, WordWidths words) {
            ToDoubleFunction<Activity.Builder> price = counts -> energy.total(counts.build()) / MANY;
            double buffered = ArrayActivity.weightLevel(machine)
                    .map(level -> price.applyAsDouble(words(Action.WRITE, Operand.WEIGHT, level, words))
                            + price.applyAsDouble(words(Action.READ, Operand.WEIGHT, level, words)))
                    .orElse(0.0);
            return new Prices(
                    price.applyAsDouble(words(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER, words))
                            + price.applyAsDouble(words(Action.WRITE, Operand.INPUT, Level.NETWORK, words)),
                    price.applyAsDouble(words(Action.READ, Operand.INPUT, Level.NETWORK, words))
                            + price.applyAsDouble(words(Action.WRITE, Operand.INPUT, Level.SCRATCHPAD, words)),
                    price.applyAsDouble(words(Action.WRITE, Operand.INPUT, Level.GLOBAL_BUFFER, words)),
                    price.applyAsDouble(words(Action.READ, Operand.INPUT, Level.DRAM, words)) / words.inputBits(),
                    price.applyAsDouble(words(Action.READ, Operand.WEIGHT, Level.DRAM, words))
                            + price.applyAsDouble(words(Action.WRITE, Operand.WEIGHT, Level.NETWORK, words))
                            + buffered,
                    price.applyAsDouble(words(Action.READ, Operand.WEIGHT, Level.NETWORK, words))
                            + price.applyAsDouble(words(Action.WRITE, Operand.WEIGHT, Level.SCRATCHPAD, words)),
                    price.applyAsDouble(new Activity.Builder().cycles(1, MANY))
                            - price.applyAsDouble(new Activity.Builder().cycles(1, 0)),
                    price.applyAsDouble(new Activity.Builder().cycles(MANY, 0)));
        }

        private static Activity.Builder words(Action action, Operand operand, Level level, WordWidths words) {
            return new Activity.Builder().words(action, operand, level, MANY, words.bits(operand));
        }
    }

    /**
     * @param one estimate of a layout of the family
     * @param counts of the family, which have just looked at that layout
     */
    LayoutCosts(
            Objective objective,
            Prices prices,
            WordWidths words,
            LayoutCounts counts,
            ArrayEstimate one,
            double energyOfOne) {
        this.objective = objective;
        this.prices = prices;
        this.counts = counts;
        this.commonEnergy = energyOfOne - energyOfDifference();
        this.dramBits = one.activity().bits(Level.DRAM);
        this.weightBits = counts.weightsFetched() * words.weightBits();
        this.energyOfWeights =
                counts.weightsFetched() * prices.weightFetched + counts.weightsDelivered() * prices.weightDelivered;
        this.energyOfInputs = counts.inputBits() * prices.inputBit + counts.inputWords() * prices.inputFilled;
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
    double between(int fewestFilters, int mostFilters, int fewestBlocks, int mostBlocks) {
        counts.between(fewestFilters, mostFilters, fewestBlocks, mostBlocks);
        return cost();
    }

    /** What tells mappings apart that cost as much as was last answered: no such mapping has less of it. */
    double second() {
        return objective.second(energy, counts.cycles());
    }

    /** What no mapping costs less than whose layout is the one last looked at, and that is cut into no larger tiles than these. */
    double cut(PassSequence passes) {
        long weightFetches =
                (long) passes.images().count() * passes.columnTiles().count();
        long inputFetches = passes.filterTiles().count();
        counts.cut(weightFetches, inputFetches);
        energy = commonEnergy
                + energyOfDifference()
                + (weightFetches - 1) * energyOfWeights
                + (inputFetches - 1) * energyOfInputs;
        return objective.cost(
                energy,
                counts.cycles(),
                dramBits + (weightFetches - 1) * weightBits + (inputFetches - 1) * counts.inputBits());
    }

    private double cost() {
        energy = commonEnergy + energyOfDifference();
        return objective.cost(energy, counts.cycles(), dramBits);
    }
}
