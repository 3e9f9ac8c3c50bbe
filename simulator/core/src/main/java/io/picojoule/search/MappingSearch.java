package io.picojoule.search;

import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.array.ArrayEstimate;
import io.picojoule.timing.array.ArrayEstimator;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Weighs every mapping that a dataflow proposes, but for those that a bound shows to be worse than the best so far, and keeps the best; of
 * equals the first. Deterministic.
 */
public final class MappingSearch {
    /** A bound is a sum in another order than the cost it stays below. */
    private static final double ROUNDING = 1 + 1e-9;

    private final SpatialArray machine;
    private final WordWidths words;
    private final EnergyModel energy;
    private final Objective objective;
    private final ArrayEstimator estimator;

    /**
     * @param words the widths of the layer's words on this machine
     * @param energy prices the counts of MAC slots
     */
    public MappingSearch(
            SpatialArray machine,
            WordWidths words,
            EnergyModel energy,
            Objective objective,
            ArrayEstimate.Packing packing) {
        this.machine = machine;
        this.words = words;
        this.energy = energy;
        this.objective = objective;
        this.estimator = new ArrayEstimator(machine, words, packing);
    }

    /** The best mapping of the nest, or nothing if the dataflow has none that fits. */
    public Optional<Mapping> best(LoopNest nest, Dataflow dataflow) {
        Best best = new Best();
        dataflow.candidates(nest, machine, words, best);
        return Optional.ofNullable(best.mapping);
    }

    /** The best so far. Equal costs are told apart by the other objective, as a mapping may be slower for nothing. */
    private final class Best implements Consumer<Mapping> {
        private @Nullable Mapping mapping;
        private double cost;
        private double second;

        @Override
        public void accept(Mapping candidate) {
            PassSequence passes = new PassSequence(candidate);
            if (mapping != null && cost(estimator.atLeast(passes)) > cost * ROUNDING) {
                return;
            }
            ArrayEstimate estimate = estimator.estimate(passes);
            double candidateCost = cost(estimate);
            double candidateSecond = objective == Objective.LATENCY ? energy(estimate) : estimate.cycles();
            if (mapping == null || candidateCost < cost || (candidateCost == cost && candidateSecond < second)) {
                mapping = candidate;
                cost = candidateCost;
                second = candidateSecond;
            }
        }
    }

    private double cost(ArrayEstimate estimate) {
        return switch (objective) {
            case ENERGY -> energy(estimate);
            case LATENCY -> estimate.cycles();
            case EDP -> energy(estimate) * estimate.cycles();
            case DRAM -> estimate.activity().bits(Level.DRAM);
        };
    }

    private double energy(ArrayEstimate estimate) {
        return energy.price(estimate.activity()).total();
    }
}
