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
import io.picojoule.workload.LoopNest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Does the search find what trying everything finds? */
class MappingSearchTest {
    private static final RowStationary DATAFLOW = new RowStationary();
    private static final EnergyTable TABLE = Configured.energyTable("45nm");
    /** Small enough to try everything, with stores that only some mappings fit. */
    private static final SpatialArray MACHINE = Configured.machine(
            "eyeriss",
            "array.rows=6",
            "array.columns=5",
            "memory.global-buffer.capacity=1 KiB",
            "memory.global-buffer.bank=64 B",
            "memory.weight-buffer.capacity=256 B");

    private static final List<LoopNest> LAYERS = List.of(
            new LoopNest(2, 1, 6, 4, 5, 6, 3, 3, 1, 1, 1, 5, 6, 1, 1),
            new LoopNest(2, 2, 4, 3, 4, 5, 2, 2, 2, 1, 1, 8, 6, 0, 0),
            new LoopNest(3, 1, 9, 6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0));

    private static MappingSearch search(SpatialArray machine, Objective objective) {
        return new MappingSearch(
                machine,
                machine.words(),
                new EnergyModel(TABLE, machine, machine.words()),
                objective,
                ArrayEstimate.Packing.NONE);
    }

    private static double cost(Mapping mapping, Objective objective) {
        ArrayEstimate estimate = new ArrayEstimator(MACHINE, MACHINE.words(), ArrayEstimate.Packing.NONE)
                .estimate(new PassSequence(mapping));
        double energy = new EnergyModel(TABLE, MACHINE, MACHINE.words())
                .price(estimate.activity())
                .total();
        return switch (objective) {
            case ENERGY -> energy;
            case LATENCY -> estimate.cycles();
            case EDP -> energy * estimate.cycles();
            case DRAM -> estimate.activity().bits(Level.DRAM);
        };
    }

    /** What tells equals apart. */
    private static double second(Mapping mapping, Objective objective) {
        return cost(mapping, objective == Objective.LATENCY ? Objective.ENERGY : Objective.LATENCY);
    }

    /** Every mapping with every value of every parameter, if it fits. */
    private static Set<Mapping> everything(LoopNest nest) {
        Set<Mapping> fitting = new HashSet<>();
        for (int m = 1; m <= nest.m(); m++) {
            for (int n = 1; n <= nest.n(); n++) {
                for (int e = 1; e <= nest.p(); e++) {
                    for (int p = 1; p <= nest.m(); p++) {
                        for (int q = 1; q <= nest.c(); q++) {
                            for (int r = 1; r <= nest.c(); r++) {
                                for (int t = 1; t <= nest.m(); t++) {
                                    Mapping mapping = RowStationary.mapping(
                                            nest, new RowStationaryParameters(m, n, e, p, q, r, t));
                                    if (DATAFLOW.violations(mapping, MACHINE, MACHINE.words())
                                            .isEmpty()) {
                                        fitting.add(mapping);
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

    @ParameterizedTest
    @EnumSource
    void theBest_isThatOfTryingEverything(Objective objective) {
        for (LoopNest nest : LAYERS) {
            double least = everything(nest).stream()
                    .mapToDouble(mapping -> cost(mapping, objective))
                    .min()
                    .orElseThrow();
            Mapping best = search(MACHINE, objective).best(nest, DATAFLOW).orElseThrow();
            assertThat(cost(best, objective)).as(nest + "\n" + best).isEqualTo(least);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noCandidate_isBetter_andOfEqualsTheFirstIsTaken(Objective objective) {
        for (LoopNest nest : LAYERS) {
            List<Mapping> candidates = new ArrayList<>();
            DATAFLOW.candidates(nest, MACHINE, MACHINE.words(), candidates::add);
            Mapping best = search(MACHINE, objective).best(nest, DATAFLOW).orElseThrow();
            Mapping first = candidates.stream()
                    .min(Comparator.<Mapping>comparingDouble(mapping -> cost(mapping, objective))
                            .thenComparingDouble(mapping -> second(mapping, objective)))
                    .orElseThrow();
            assertThat(best).isEqualTo(first);
            assertThat(search(MACHINE, objective).best(nest, DATAFLOW)).contains(best);
        }
    }

    @Test
    void aLayerThatFitsNowhere_hasNoBest() {
        LoopNest tall = new LoopNest(1, 1, 1, 1, 1, 1, 7, 1, 1, 1, 1, 7, 1, 0, 1);
        assertThat(search(MACHINE, Objective.ENERGY).best(tall, DATAFLOW)).isEmpty();
        LoopNest wide = new LoopNest(1, 1, 1, 1, 1, 1, 1, 13, 1, 1, 1, 1, 20, 0, 0);
        assertThat(search(MACHINE, Objective.ENERGY).best(wide, DATAFLOW)).isEmpty();
    }
}
