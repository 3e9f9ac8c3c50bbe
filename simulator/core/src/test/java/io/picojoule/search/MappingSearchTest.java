package io.picojoule.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyModel;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.timing.array.ArrayEstimate;
import io.picojoule.timing.array.ArrayEstimator;
import io.picojoule.timing.array.GatedMacs;
import io.picojoule.timing.array.Transfers;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Does the search find what trying everything finds, and does it know how sure it is? */
class MappingSearchTest {
    private static final RowStationary DATAFLOW = new RowStationary();
    private static final EnergyTable TABLE = Configured.energyTable("45nm");
    private static final BooleanSupplier NO_HURRY = () -> false;
    /** Small enough to try everything, with stores that only some mappings fit. */
    private static final SpatialArray MACHINE = machine("eyeriss");

    private static final SpatialArray SKIPPING = machine("eyeriss-skip");

    private static SpatialArray machine(String preset) {
        return Configured.machine(
                preset,
                "array.rows=6",
                "array.columns=5",
                "memory.global-buffer.capacity=1 KiB",
                "memory.global-buffer.bank=64 B",
                "memory.weight-buffer.capacity=256 B");
    }

    private static final List<LoopNest> LAYERS = List.of(
            new LoopNest(2, 1, 6, 4, 5, 6, 3, 3, 1, 1, 1, 5, 6, 1, 1),
            new LoopNest(2, 2, 4, 3, 4, 5, 2, 2, 2, 1, 1, 8, 6, 0, 0),
            new LoopNest(3, 1, 9, 6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0),
            new LoopNest(2, 1, 4, 3, 3, 8, 1, 1, 2, 2, 1, 6, 16, 0, 0),
            // Rows that the buffer does not hold, and a filter with more rows than the array and more columns than a
            // scratchpad.
            new LoopNest(1, 1, 3, 2, 3, 20, 1, 2, 1, 1, 1, 3, 21, 0, 0),
            new LoopNest(1, 1, 3, 2, 2, 5, 7, 14, 1, 1, 1, 8, 18, 0, 0));

    private static LayerData data(LoopNest nest) {
        return LayerData.synthetic(nest, false, 0.6, 1, 0.4, "layer", 1);
    }

    private static EnergyModel energy(SpatialArray machine) {
        return new EnergyModel(TABLE, machine, machine.words());
    }

    private static SearchResult search(LoopNest nest, Objective objective, int most, BooleanSupplier outOfTime) {
        return search(MACHINE, nest, objective, most, outOfTime);
    }

    private static SearchResult search(
            SpatialArray machine, LoopNest nest, Objective objective, int most, BooleanSupplier outOfTime) {
        return new MappingSearch(machine, machine.words(), energy(machine), objective, data(nest))
                .search(nest, DATAFLOW, most, outOfTime);
    }

    private static double cost(SpatialArray machine, Mapping mapping, Objective objective) {
        LayerData data = data(mapping.nest());
        PassSequence passes = new PassSequence(mapping);
        ArrayEstimate estimate = new ArrayEstimator(
                        machine,
                        machine.words(),
                        Transfers.packing(machine.memory().dram(), machine.words(), data))
                .estimate(passes, GatedMacs.of(machine, passes, data));
        double energy = energy(machine).total(estimate.activity());
        return switch (objective) {
            case ENERGY -> energy;
            case LATENCY -> estimate.cycles();
            case EDP -> energy * estimate.cycles();
            case DRAM -> estimate.activity().bits(Level.DRAM);
        };
    }

    /** Every mapping with every value of every parameter, if it fits; filters are folded as little as they must be. */
    private static Set<Mapping> everything(LoopNest nest) {
        RowStationaryParameters fold = RowStationary.parameters(DATAFLOW.smallest(nest, MACHINE));
        Set<Mapping> fitting = new HashSet<>();
        for (int m = 1; m <= nest.m(); m++) {
            for (int n = 1; n <= nest.n(); n++) {
                for (int e = 1; e <= nest.p(); e++) {
                    for (int p = 1; p <= nest.m(); p++) {
                        for (int q = 1; q <= nest.c(); q++) {
                            for (int r = 1; r <= nest.c(); r++) {
                                for (int t = 1; t <= nest.m(); t++) {
                                    for (int f = 1; f <= nest.q(); f++) {
                                        addIfItFits(
                                                fitting,
                                                nest,
                                                new RowStationaryParameters(
                                                        m,
                                                        n,
                                                        e,
                                                        p,
                                                        q,
                                                        r,
                                                        t,
                                                        f,
                                                        fold.filterRows(),
                                                        fold.filterColumns()));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return fitting;
    }

    private static void addIfItFits(Set<Mapping> fitting, LoopNest nest, RowStationaryParameters parameters) {
        Mapping mapping = RowStationary.mapping(nest, parameters);
        if (!fitting.contains(mapping)
                && DATAFLOW.violations(mapping, MACHINE, MACHINE.words()).isEmpty()) {
            fitting.add(mapping);
        }
    }

    @Test
    void theBest_isThatOfTryingEverything() {
        for (LoopNest nest : LAYERS) {
            Set<Mapping> everything = everything(nest);
            for (SpatialArray machine : List.of(MACHINE, SKIPPING)) {
                for (Objective objective : Objective.values()) {
                    theBest_isThatOf(everything, machine, nest, objective);
                }
            }
        }
    }

    private static void theBest_isThatOf(
            Set<Mapping> everything, SpatialArray machine, LoopNest nest, Objective objective) {
        double least = everything.stream()
                .mapToDouble(mapping -> cost(machine, mapping, objective))
                .min()
                .orElseThrow();
        SearchResult result = search(machine, nest, objective, 1, NO_HURRY);
        assertThat(result.best().get(0).cost())
                .as(machine.name() + ", " + objective + " of " + nest + "\n"
                        + result.best().get(0).mapping())
                .isEqualTo(least);
        assertThat(cost(machine, result.best().get(0).mapping(), objective)).isEqualTo(least);
        assertThat(result.isProven()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theBestFew_comeInOrder_andBeginWithTheBest(Objective objective) {
        for (LoopNest nest : LAYERS) {
            List<WeighedMapping> few = search(nest, objective, 5, NO_HURRY).best();
            assertThat(few).hasSizeGreaterThan(1).isSortedAccordingTo(WeighedMapping.ORDER);
            assertThat(few).extracting(WeighedMapping::mapping).doesNotHaveDuplicates();
            assertThat(few.get(0).mapping())
                    .isEqualTo(
                            search(nest, objective, 1, NO_HURRY).best().get(0).mapping());
        }
    }

    @Test
    void theResult_doesNotDependOnTheNumberOfThreads() throws Exception {
        LoopNest nest = Configured.network("alexnet", "conv3")
                .layers()
                .get(0)
                .loopNest(4)
                .orElseThrow();
        SpatialArray chip = Configured.machine("eyeriss");
        MappingSearch search = new MappingSearch(chip, chip.words(), energy(chip), Objective.EDP, data(nest));
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(7);
        try {
            assertThat(one.submit(() -> search.search(nest, DATAFLOW, 3, NO_HURRY))
                            .get())
                    .isEqualTo(many.submit(() -> search.search(nest, DATAFLOW, 3, NO_HURRY))
                            .get());
        } finally {
            one.shutdown();
            many.shutdown();
        }
    }

    @Test
    void everyCandidate_isWeighedOrCut() {
        for (LoopNest nest : LAYERS) {
            SearchResult result = search(nest, Objective.EDP, 1, NO_HURRY);
            assertThat(result.weighed()).isPositive().isLessThan(result.candidates());
            assertThat(result.cut()).isEqualTo(result.candidates() - result.weighed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSearchThatIsStopped_saysHowFarOffItMayBe(Objective objective) {
        boolean stoppedShort = false;
        for (LoopNest nest : LAYERS) {
            double best = search(nest, objective, 1, NO_HURRY).best().get(0).cost();
            SearchResult stopped = search(nest, objective, 1, () -> true);
            assertThat(stopped.best()).hasSize(1);
            double found = stopped.best().get(0).cost();
            assertThat(found * (1 - stopped.gap())).as(nest.toString()).isLessThanOrEqualTo(best * (1 + 1e-9));
            stoppedShort |= !stopped.isProven();
        }
        assertThat(stoppedShort).as("a layer whose search was not over").isTrue();
    }

    @Test
    void aLayerThatFitsNowhere_hasNoBest() {
        SpatialArray tiny =
                Configured.machine("eyeriss", "memory.global-buffer.capacity=64 B", "memory.global-buffer.bank=64 B");
        LoopNest nest = new LoopNest(1, 1, 1, 1, 1, 1, 7, 7, 1, 1, 1, 7, 7, 0, 0);
        SearchResult result = new MappingSearch(tiny, tiny.words(), energy(tiny), Objective.ENERGY, data(nest))
                .search(nest, DATAFLOW, 1, NO_HURRY);
        assertThat(result.best()).isEmpty();
        assertThat(result.isProven()).isTrue();
    }
}
