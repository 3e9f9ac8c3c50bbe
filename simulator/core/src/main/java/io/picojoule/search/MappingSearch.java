package io.picojoule.search;

import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyModel;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.array.ArrayEstimate;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Weighs every mapping that a dataflow proposes and keeps the best; of equals the first. Deterministic. */
public final class MappingSearch {
    private final SpatialArray machine;
    private final WordWidths words;
    private final EnergyModel energy;
    private final Objective objective;
    private final ArrayEstimate.Packing packing;

    /** @param words the widths of the layer's words on this machine */
    public MappingSearch(
            SpatialArray machine,
            WordWidths words,
            EnergyTable table,
            Objective objective,
            ArrayEstimate.Packing packing) {
        this.machine = machine;
        this.words = words;
        this.energy = new EnergyModel(table, machine, words);
        this.objective = objective;
        this.packing = packing;
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
            ArrayEstimate estimate = ArrayEstimate.of(machine, new PassSequence(candidate), words, packing);
            double joules = energy.price(estimate.activity()).total();
            double candidateCost = switch (objective) {
                case ENERGY -> joules;
                case LATENCY -> estimate.cycles();
                case EDP -> joules * estimate.cycles();
                case DRAM -> estimate.activity().bits(Level.DRAM);
            };
            double candidateSecond = objective == Objective.LATENCY ? joules : estimate.cycles();
            if (mapping == null || candidateCost < cost || (candidateCost == cost && candidateSecond < second)) {
                mapping = candidate;
                cost = candidateCost;
                second = candidateSecond;
            }
        }
    }
}
