package io.picojoule.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyModel;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.MappingFamily;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.StreamDataflow;
import io.picojoule.timing.array.ArrayEstimate;
import io.picojoule.timing.array.ArrayEstimator;
import io.picojoule.timing.array.GatedMacs;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.RandomNests;
import io.picojoule.workload.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Is no bound above what it stands for? A search that trusts one that is would miss the best. */
class BoundsTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int LAYERS = 60;
    private static final EnergyTable TABLE = Configured.energyTable("45nm", "clock=0.3 pJ", "static=5 mW");

    private static SpatialArray machine(int number, String... more) {
        SplitMix random = SplitMix.named(SEED, "machine/" + number);
        List<String> sets = new ArrayList<>(List.of(
                "array.rows=" + (1 + random.nextInt(6)),
                "array.columns=" + (1 + random.nextInt(6)),
                "buses.input=" + (1 + random.nextInt(30)) + " words/cycle",
                "buses.weight=" + (1 + random.nextInt(30)) + " words/cycle",
                "buses.partial-sum-out=" + (1 + random.nextInt(30)) + " words/cycle",
                "processing-element.scratchpads.input=" + (1 + random.nextInt(8)) + " words",
                "processing-element.scratchpads.weight=" + (1 + random.nextInt(20)) + " words",
                "processing-element.scratchpads.partial-sum=" + (1 + random.nextInt(5)) + " words",
                "memory.dram.latency=" + random.nextInt(9) + " cycles",
                "memory.dram.overlaps=" + (random.nextInt(2) == 0 ? "[weight]" : "[input, weight, output]"),
                "memory.global-buffer.capacity=" + (1 + random.nextInt(4)) + " KiB",
                "memory.global-buffer.bank=256 B"));
        sets.addAll(List.of(more));
        return Configured.machine("eyeriss", sets.toArray(String[]::new));
    }

    @Test
    void noBound_isAboveWhatItStandsFor_onGeneratedLayers() {
        RandomNests nests = new RandomNests(SEED);
        AtomicLong compared = new AtomicLong();
        for (int number = 0; number < 5 * LAYERS; number++) {
            LoopNest nest = nests.next();
            SpatialArray machine =
                    machine(number, "processing-element.zero-inputs=" + (number % 2 == 0 ? "gate" : "skip"));
            LayerData data = LayerData.synthetic(nest, false, 0.7, 1, 0.7, "layer/" + number, SEED);
            ArrayEstimator estimator = new ArrayEstimator(
                    machine, machine.words(), new ArrayEstimate.Packing(0.9, number % 3 * 0.4 + 0.1));
            String name = "layer " + number + " of seed " + SEED + ": " + nest;
            for (MappingFamily family : new RowStationary().families(nest, machine, machine.words())) {
                LayerData ofForm = family.nest().equals(nest) ? data : data.flattened();
                GatedMacs gated = GatedMacs.of(machine, family.ideal(), ofForm);
                ArrayEstimate ofFamily = estimator.atLeast(family, family.ideal(), gated);
                AtomicLong size = new AtomicLong();
                LayoutCosts costs = costs(machine, estimator, family, gated);
                AtomicReference<double[]> asked = new AtomicReference<>();
                List<MappingFamily.Layout> layouts = new ArrayList<>();
                family.layouts(layouts::add);
                layouts.forEach(layout -> size.addAndGet(layout.size()));
                family.layouts(asking(costs, asked), layout -> {
                    while (layouts.get(0).number() != layout.number()) {
                        fitsNowhere(layouts.remove(0), name);
                    }
                    assertThat(layouts.remove(0).ideal().mapping())
                            .as(name)
                            .isEqualTo(layout.ideal().mapping());
                    ArrayEstimate ofLayout = estimator.atLeast(layout, gated);
                    assertNotAbove(ofFamily, ofLayout, name);
                    double cost = cost(machine, ofLayout);
                    assertThat(asked.get()[1]).as(name).isCloseTo(cost, withinPercentage(1e-7));
                    assertThat(asked.get()[0]).as(name).isLessThanOrEqualTo(cost * (1 + 1e-9));
                    layout.tilings(passes -> {
                        compared.incrementAndGet();
                        assertThat(GatedMacs.of(machine, passes, ofForm))
                                .as(name)
                                .isEqualTo(gated);
                        ArrayEstimate estimate = estimator.estimate(passes, gated);
                        assertNotAbove(ofLayout, estimate, name);
                        assertThat(costs.cut((PassSequence) passes))
                                .as(name)
                                .isLessThanOrEqualTo(cost(machine, estimate) * (1 + 1e-9));
                    });
                });
                layouts.forEach(layout -> fitsNowhere(layout, name));
                assertThat(family.size()).as(name).isEqualTo(size.get());
            }
        }
        assertThat(compared.get()).isGreaterThan(5_000);
    }

    /** Such a layout may be left out. */
    private static void fitsNowhere(MappingFamily.Layout layout, String name) {
        layout.tilings(passes -> assertThat(passes.mapping()).as(name).isNull());
    }

    private static double cost(SpatialArray machine, ArrayEstimate estimate) {
        double energy = energy(machine).total(estimate.activity());
        return Objective.EDP.cost(energy, estimate.cycles(), estimate.activity().bits(Level.DRAM));
    }

    private static EnergyModel energy(SpatialArray machine) {
        return new EnergyModel(TABLE, machine, machine.words());
    }

    private static LayoutCosts costs(
            SpatialArray machine, ArrayEstimator estimator, MappingFamily family, GatedMacs gated) {
        PassSequence passes = (PassSequence) family.ideal();
        ArrayEstimate ideal = estimator.ofIdeal(passes, gated);
        return new LayoutCosts(
                Objective.EDP,
                LayoutCosts.Prices.of(energy(machine), machine, machine.words()),
                machine.words(),
                estimator.layoutsOf(passes, gated),
                ideal,
                energy(machine).total(ideal.activity()));
    }

    /** Wants everything, and notes what a layout costs, and the most that anything it was part of was to cost at least. */
    private static MappingFamily.LayoutTest asking(LayoutCosts costs, AtomicReference<double[]> asked) {
        List<int[]> open = new ArrayList<>();
        return new MappingFamily.LayoutTest() {
            @Override
            public boolean wants(int fewestFilters, int mostFilters, int fewest, int most) {
                open.removeIf(range -> range[1] < fewestFilters
                        || fewestFilters == mostFilters && range[0] == range[1] && range[3] < fewest);
                open.add(new int[] {fewestFilters, mostFilters, fewest, most});
                double least = open.stream()
                        .mapToDouble(range -> costs.between(range[0], range[1], range[2], range[3]))
                        .max()
                        .orElseThrow();
                asked.set(new double[] {least, costs.of(mostFilters, most)});
                return true;
            }

            @Override
            public boolean largestFirst() {
                return false;
            }
        };
    }

    static Stream<Arguments> streams() {
        List<Arguments> all = new ArrayList<>();
        for (Dataflow dataflow : Dataflows.all()) {
            for (String interconnect : List.of("multicast", "systolic", "adder-tree")) {
                SpatialArray machine = Configured.machine("eyeriss", "array.interconnect=" + interconnect);
                if (dataflow instanceof StreamDataflow
                        && dataflow.obstacle(machine).isEmpty()) {
                    all.add(Arguments.of(dataflow.key(), interconnect));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void noBound_isAboveWhatItStandsFor_whereWordsStream(String key, String interconnect) {
        Dataflow dataflow = Dataflows.named(key).orElseThrow();
        RandomNests nests = new RandomNests(SEED + key.hashCode());
        AtomicLong compared = new AtomicLong();
        for (int number = 0; number < LAYERS; number++) {
            LoopNest nest = nests.next();
            SplitMix random = SplitMix.named(SEED, "stream/" + number);
            SpatialArray machine = machine(
                    number,
                    "dataflow=" + key,
                    "array.interconnect=" + interconnect,
                    "tiling=" + List.of("buffers", "buffers", "passes", "none").get(random.nextInt(4)),
                    "array.stationary-buffers=" + (interconnect.equals("systolic") ? 1 + random.nextInt(2) : 1),
                    "memory.global-buffer.holds="
                            + (random.nextInt(2) == 0 ? "[input, weight, partial-sum]" : "[input, partial-sum]"));
            LayerData data = LayerData.synthetic(nest, false, 0.7, 1, 0.7, "layer/" + number, SEED);
            ArrayEstimator estimator = new ArrayEstimator(
                    machine, machine.words(), new ArrayEstimate.Packing(0.9, number % 3 * 0.4 + 0.1));
            for (MappingFamily family : dataflow.families(nest, machine, machine.words())) {
                LayerData ofForm = family.nest().equals(nest) ? data : data.flattened();
                GatedMacs gated = GatedMacs.of(machine, family.ideal(), ofForm);
                ArrayEstimate ofFamily = estimator.atLeast(family, family.ideal(), gated);
                AtomicLong size = new AtomicLong();
                String name = key + " on " + interconnect + ", layer " + number + " of seed " + SEED + ": " + nest
                        + ", " + machine.streaming() + ", " + machine.memory() + ", " + machine.buses();
                family.layouts(layout -> {
                    size.addAndGet(layout.size());
                    AtomicLong candidates = new AtomicLong();
                    ArrayEstimate ofLayout = estimator.atLeast(layout, gated);
                    assertNotAbove(ofFamily, ofLayout, name);
                    layout.tilings(passes -> {
                        compared.incrementAndGet();
                        candidates.incrementAndGet();
                        assertThat(passes.mostElements()).isLessThanOrEqualTo(family.mostElements());
                        assertNotAbove(ofLayout, estimator.estimate(passes, gated), name + "\n" + passes.mapping());
                    });
                    assertThat(candidates.get()).as(name).isLessThanOrEqualTo(layout.size());
                });
                assertThat(family.size()).as(name).isEqualTo(size.get());
            }
        }
        assertThat(compared.get()).isGreaterThan(1_000);
    }

    private static void assertNotAbove(ArrayEstimate bound, ArrayEstimate estimate, String name) {
        Activity least = bound.activity();
        Activity counted = estimate.activity();
        boolean holds = bound.cycles() <= estimate.cycles()
                && least.macs() == counted.macs()
                && least.gatedMacs() == counted.gatedMacs()
                && least.clockedElementCycles() <= counted.clockedElementCycles();
        for (Level level : Level.values()) {
            for (Operand operand : Operand.values()) {
                for (Action action : Action.values()) {
                    holds &= least.bits(action, operand, level) <= counted.bits(action, operand, level);
                }
            }
        }
        if (!holds) {
            assertThat(bound.cycles() + " cycles, " + least)
                    .as("a bound above its estimate in " + name)
                    .isEqualTo(estimate.cycles() + " cycles, " + counted);
        }
    }
}
