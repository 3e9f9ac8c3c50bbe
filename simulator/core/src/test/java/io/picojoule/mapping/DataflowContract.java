package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.RandomNests;
import io.picojoule.workload.SplitMix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Does a dataflow keep what {@link Dataflow} promises? Every dataflow's test inherits these questions. */
abstract class DataflowContract {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int LAYERS = 60;

    abstract Dataflow dataflow();

    /** How often each MAC is done, in the order n, g, m, c, p, q, r, s; whatever else there is to ask of a walk, it asks. */
    abstract byte[] walked(Mapping mapping, SpatialArray machine);

    /** What the dataflow can be had on. */
    List<String> interconnects() {
        return List.of("multicast");
    }

    /** Walking all MACs of every candidate would take minutes: so many of each layer are walked. */
    int walkedOfLayer() {
        return 25;
    }

    /** Further values that a generated machine may differ in. */
    List<String> varied(SplitMix random) {
        return List.of();
    }

    /** Small arrays with small stores, so that limits bite. */
    final SpatialArray machine(int number) {
        SplitMix random = SplitMix.named(SEED, "machine/" + number);
        int rows = 1 + random.nextInt(8);
        int columns = 1 + random.nextInt(8);
        int kibibytes = 1 + random.nextInt(4);
        List<String> sets = new ArrayList<>(varied(random));
        sets.addAll(List.of(
                "dataflow=" + dataflow().key(),
                "array.interconnect="
                        + interconnects().get(number % interconnects().size()),
                "array.rows=" + rows,
                "array.columns=" + columns,
                "processing-element.scratchpads.input=" + (1 + random.nextInt(12)) + " words",
                "processing-element.scratchpads.weight=" + (1 + random.nextInt(40)) + " words",
                "processing-element.scratchpads.partial-sum=" + (1 + random.nextInt(8)) + " words",
                "memory.global-buffer.capacity=" + kibibytes + " KiB",
                "memory.global-buffer.bank=" + (random.nextInt(2) == 0 ? "1 KiB" : "256 B"),
                "memory.weight-buffer.capacity=" + (32 + random.nextInt(500)) + " B"));
        return Configured.machine("eyeriss", sets.toArray(String[]::new));
    }

    private List<Mapping> candidates(LoopNest nest, SpatialArray machine) {
        return Candidates.of(dataflow(), nest, machine);
    }

    private static String name(int number, SpatialArray machine, Mapping mapping) {
        return "layer " + number + " of seed " + SEED + " on " + machine.interconnect() + ", " + machine.streaming()
                + ", "
                + machine.processingElement() + ", " + machine.rows()
                + "x" + machine.columns() + ", " + machine.memory() + ": " + mapping.nest() + "\n" + mapping;
    }

    @Test
    void isListed() {
        assertThat(Dataflows.named(dataflow().key())).get().hasSameClassAs(dataflow());
        assertThat(Dataflows.all()).extracting(Dataflow::key).doesNotHaveDuplicates();
        assertThat(Dataflows.named("no-such-dataflow")).isEmpty();
    }

    @Test
    void candidates_fit_areDistinct_printAndParse_andDoEveryMacOnce() {
        RandomNests nests = new RandomNests(SEED);
        int layersWithCandidates = 0;
        for (int number = 0; number < LAYERS; number++) {
            LoopNest nest = nests.next();
            SpatialArray machine = machine(number);
            List<Mapping> candidates = candidates(nest, machine);
            layersWithCandidates += candidates.isEmpty() ? 0 : 1;
            int stride = Math.max(1, candidates.size() / walkedOfLayer());
            for (int i = 0; i < candidates.size(); i++) {
                Mapping candidate = candidates.get(i);
                if (i % stride == 0) {
                    String name = name(number, machine, candidate);
                    assertThat(dataflow().violations(candidate, machine, machine.words()))
                            .as(name)
                            .isEmpty();
                    assertThat(Mapping.parse(candidate.toString())).as(name).isEqualTo(candidate.loops());
                    assertThat(candidate.dataflow())
                            .as(name)
                            .isEqualTo(dataflow().key());
                    assertThat(candidate.nest().macs()).as(name).isEqualTo(nest.macs());
                    assertThat(walked(candidate, machine)).as(name).containsOnly(1);
                }
            }
            assertThat(new HashSet<>(candidates))
                    .as("layer " + number + " of seed " + SEED)
                    .hasSameSizeAs(candidates);
        }
        assertThat(layersWithCandidates)
                .as("layers that fit their machine at all")
                .isGreaterThan(LAYERS / 3);
    }

    @Test
    void everyCandidate_fits() {
        RandomNests nests = new RandomNests(SEED + 1);
        for (int number = 0; number < LAYERS; number++) {
            SpatialArray machine = machine(number);
            for (Mapping candidate : candidates(nests.next(), machine)) {
                List<String> violations = dataflow().violations(candidate, machine, machine.words());
                if (!violations.isEmpty()) {
                    assertThat(violations).as(name(number, machine, candidate)).isEmpty();
                }
            }
        }
    }

    @Test
    void candidates_comeInTheSameOrderEveryTime() {
        LoopNest nest = new LoopNest(2, 1, 8, 4, 6, 6, 3, 3, 1, 1, 1, 6, 6, 1, 1);
        int number = 0;
        while (candidates(nest, machine(number)).isEmpty() && number < LAYERS) {
            number++;
        }
        assertThat(candidates(nest, machine(number))).isNotEmpty().isEqualTo(candidates(nest, machine(number)));
    }
}
