package io.picojoule.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.MappingFamily;
import io.picojoule.timing.array.ArrayEstimate;
import io.picojoule.timing.array.ArrayEstimator;
import io.picojoule.timing.array.GatedMacs;
import io.picojoule.timing.array.Transfers;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.RandomNests;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does the search of a streaming dataflow find what weighing every candidate finds? */
class StreamSearchTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int LAYERS = 25;

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("io.picojoule.search.BoundsTest#streams")
    void theBest_isTheBestOfAllCandidates(String key, String interconnect) {
        SpatialArray machine = Configured.machine(
                "eyeriss",
                "dataflow=" + key,
                "array.interconnect=" + interconnect,
                "array.rows=5",
                "array.columns=6",
                "memory.global-buffer.capacity=1 KiB",
                "memory.global-buffer.bank=64 B");
        Dataflow dataflow = Dataflows.named(key).orElseThrow();
        EnergyModel energy = new EnergyModel(Configured.energyTable("45nm"), machine, machine.words());
        RandomNests nests = new RandomNests(SEED);
        for (int number = 0; number < LAYERS; number++) {
            LoopNest nest = nests.next();
            LayerData data = LayerData.synthetic(nest, false, 0.6, 1, 0.4, "layer", 1);
            for (Objective objective : Objective.values()) {
                double[] least = {Double.POSITIVE_INFINITY};
                AtomicLong all = new AtomicLong();
                ArrayEstimator estimator = new ArrayEstimator(
                        machine,
                        machine.words(),
                        Transfers.packing(machine.memory().dram(), machine.words(), data));
                for (MappingFamily family : dataflow.families(nest, machine, machine.words())) {
                    GatedMacs gated =
                            GatedMacs.of(machine, family.ideal(), family.nest().equals(nest) ? data : data.flattened());
                    family.layouts(layout -> layout.tilings(passes -> {
                        all.incrementAndGet();
                        ArrayEstimate estimate = estimator.estimate(passes, gated);
                        least[0] = Math.min(
                                least[0],
                                objective.cost(
                                        energy.total(estimate.activity()),
                                        estimate.cycles(),
                                        estimate.activity().bits(Level.DRAM)));
                    }));
                }
                SearchResult result = new MappingSearch(machine, machine.words(), energy, objective, data)
                        .search(nest, dataflow, 1, () -> false);
                String name = objective + " of layer " + number + " of seed " + SEED + ": " + nest;
                assertThat(result.isProven()).as(name).isTrue();
                assertThat(result.weighed()).as(name).isLessThanOrEqualTo(all.get());
                assertThat(result.best().stream()
                                .findFirst()
                                .map(WeighedMapping::cost)
                                .orElse(Double.POSITIVE_INFINITY))
                        .as(name)
                        .isEqualTo(least[0]);
            }
        }
    }
}
