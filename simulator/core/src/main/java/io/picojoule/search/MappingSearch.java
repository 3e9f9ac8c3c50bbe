package io.picojoule.search;

import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.MappingFamily;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.Passes;
import io.picojoule.timing.array.ArrayEstimate;
import io.picojoule.timing.array.ArrayEstimator;
import io.picojoule.timing.array.GatedMacs;
import io.picojoule.timing.array.GatedMemory;
import io.picojoule.timing.array.LayoutCounts;
import io.picojoule.timing.array.Transfers;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Finds the best mappings of a layer by branch and bound, and proves it: families of mappings are visited from the most promising bound
 * on, and the first whose bound is worse than the best found ends the search. On all cores; the same answer, and the same counts, on any
 * number of them.
 */
public final class MappingSearch {
    /** A bound is a sum in another order than the cost it stays below. */
    private static final double ROUNDING = 1 + 1e-9;
    /** Families visited side by side: they cannot cut one another, so the first are few. */
    private static final int FIRST_BATCH = 4;

    private static final int LARGEST_BATCH = 64;

    private final SpatialArray machine;
    private final WordWidths words;
    private final LayerData data;
    private final EnergyModel energy;
    private final Objective objective;
    private final ArrayEstimator estimator;
    private final LayoutCosts.Prices prices;
    private final GatedMemory gated;
    private final boolean onAllCores;

    /**
     * Searches for one layer.
     *
     * @param words the widths of the layer's words on this machine
     * @param energy prices the counts of MAC slots
     * @param data the layer's tensors, whose zeros are packed, or switch off MACs
     */
    public MappingSearch(
            SpatialArray machine, WordWidths words, EnergyModel energy, Objective objective, LayerData data) {
        this(machine, words, energy, objective, data, new GatedMemory(), true);
    }

    /**
     * As {@link #MappingSearch(SpatialArray, WordWidths, EnergyModel, Objective, LayerData)}.
     *
     * @param gated of this layer
     * @param onAllCores whether more than the calling thread searches; one thread alone weighs fewer candidates, and finds the same
     */
    public MappingSearch(
            SpatialArray machine,
            WordWidths words,
            EnergyModel energy,
            Objective objective,
            LayerData data,
            GatedMemory gated,
            boolean onAllCores) {
        this.gated = gated;
        this.onAllCores = onAllCores;
        this.machine = machine;
        this.words = words;
        this.data = data;
        this.energy = energy;
        this.objective = objective;
        this.prices = LayoutCosts.Prices.of(energy, machine, words);
        this.estimator = new ArrayEstimator(
                machine, words, Transfers.packing(machine.memory().dram(), words, data));
    }

    /** A family with the least that any of its mappings can cost. */
    private record Bounded(
            MappingFamily family, Passes ideal, GatedMacs gated, int order, double bound, double second) {}

    /**
     * The best mappings of the nest.
     *
     * @param most how many of them are wanted
     * @param outOfTime asked now and then; once it says yes the search ends with what it has
     */
    public SearchResult search(LoopNest nest, Dataflow dataflow, int most, BooleanSupplier outOfTime) {
        List<Bounded> families = bounded(dataflow.families(nest, machine, words));
        long candidates =
                families.stream().mapToLong(each -> each.family().size()).sum();
        BestCandidates best = new BestCandidates(most);
        long weighed = 0;
        int next = 0;
        int batch = FIRST_BATCH;
        while (next < families.size() && families.get(next).bound() <= best.worst() * ROUNDING) {
            if (outOfTime.getAsBoolean() && !best.isEmpty()) {
                return new SearchResult(
                        best.list(), candidates, weighed, families.get(next).bound());
            }
            if (!onAllCores) {
                weighed += visit(families.get(next++), best).weighed;
                continue;
            }
            int end = Math.min(next + batch, families.size());
            List<Visit> visits = families.subList(next, end).parallelStream()
                    .map(family -> visit(family, best.copy()))
                    .toList();
            for (Visit visit : visits) {
                best.add(visit.best.list());
                weighed += visit.weighed;
            }
            next = end;
            batch = Math.min(2 * batch, LARGEST_BATCH);
        }
        return new SearchResult(
                best.list(),
                candidates,
                weighed,
                best.isEmpty() ? 0 : best.first().cost());
    }

    private List<Bounded> bounded(List<MappingFamily> families) {
        IntStream orders = IntStream.range(0, families.size());
        return (onAllCores ? orders.parallel() : orders)
                .mapToObj(order -> {
                    MappingFamily family = families.get(order);
                    Passes ideal = family.ideal();
                    GatedMacs gated = this.gated.of(machine, ideal, dataOf(family));
                    ArrayEstimate least = estimator.atLeast(family, ideal, gated);
                    // Which of equals is visited first decides what is weighed, which is to stay what it was on all
                    // cores.
                    return new Bounded(family, ideal, gated, order, cost(least), onAllCores ? 0 : second(least));
                })
                .sorted(Comparator.comparingDouble(Bounded::bound)
                        .thenComparingDouble(Bounded::second)
                        .thenComparingInt(Bounded::order))
                .toList();
    }

    private LayerData dataOf(MappingFamily family) {
        boolean isAsGiven = family.nest().withBatch(1).equals(data.nest().withBatch(1));
        return isAsGiven ? data : data.flattened();
    }

    /** The candidates of one family, weighed where a bound does not cut them off. */
    private final class Visit {
        private final Bounded family;
        private final BestCandidates best;
        private long weighed;
        /** Of the next candidate, in the fixed order of the family. */
        private long number;

        private Visit(Bounded family, BestCandidates best) {
            this.family = family;
            this.best = best;
        }

        private void layout(MappingFamily.Layout layout) {
            if (isWanted(cost(estimator.atLeast(layout, family.gated())))) {
                begin(layout);
                layout.tilings(this::weigh);
            }
        }

        private void begin(MappingFamily.Layout layout) {
            number = layout.number() * layout.size();
        }

        private MappingFamily.LayoutTest test(LayoutCosts costs) {
            return new MappingFamily.LayoutTest() {
                @Override
                public boolean wants(int fewestFilters, int mostFilters, int fewestBlocks, int mostBlocks) {
                    return isWanted(
                            fewestFilters == mostFilters && fewestBlocks == mostBlocks
                                    ? costs.of(mostFilters, mostBlocks)
                                    : costs.between(fewestFilters, mostFilters, fewestBlocks, mostBlocks),
                            costs);
                }

                /** What is weighed depends on the order, and is to stay what it was on all cores. */
                @Override
                public boolean largestFirst() {
                    return !onAllCores;
                }
            };
        }

        private boolean isWanted(double bound) {
            return bound <= best.worst() * ROUNDING;
        }

        /** Also by what tells equal costs apart, where costs are exact. */
        private boolean isWanted(double bound, LayoutCosts costs) {
            boolean isEqual = !onAllCores && objective.isCounted() && bound >= best.worst();
            return isWanted(bound) && (!isEqual || costs.second() <= best.secondOfWorst() * ROUNDING);
        }

        /** Of the layout that the costs last looked at: what its tiles alone rule out counts as weighed. */
        private void weigh(Passes passes, LayoutCosts costs) {
            if (isWanted(costs.cut((PassSequence) passes), costs)) {
                weigh(passes);
            } else {
                weighed++;
                number++;
            }
        }

        private void weigh(Passes passes) {
            ArrayEstimate estimate = estimator.estimate(passes, family.gated());
            double cost = cost(estimate);
            if (cost <= best.worst()) {
                best.add(
                        new WeighedMapping(passes.mapping(), estimate, cost, second(estimate), family.order(), number));
            }
            weighed++;
            number++;
        }
    }

    private Visit visit(Bounded family, BestCandidates best) {
        Visit visit = new Visit(family, best);
        if (family.ideal() instanceof PassSequence passesOfIdeal) {
            ArrayEstimate ideal = estimator.ofIdeal(passesOfIdeal, family.gated());
            LayoutCounts counts = estimator.layoutsOf(passesOfIdeal, family.gated());
            LayoutCosts costs = new LayoutCosts(objective, prices, words, counts, ideal, energy(ideal));
            family.family().layouts(visit.test(costs), layout -> {
                visit.begin(layout);
                layout.tilings(passes -> visit.weigh(passes, costs));
            });
        } else {
            family.family().layouts(visit::layout);
        }
        return visit;
    }

    private double cost(ArrayEstimate estimate) {
        return objective.cost(
                energy(estimate), estimate.cycles(), estimate.activity().bits(Level.DRAM));
    }

    private double second(ArrayEstimate estimate) {
        return objective.second(energy(estimate), estimate.cycles());
    }

    private double energy(ArrayEstimate estimate) {
        return energy.total(estimate.activity());
    }
}
