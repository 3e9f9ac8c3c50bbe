package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.Configured;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.RandomNests;
import io.picojoule.workload.SplitMix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dataflow must keep in which words stream past the array, beside the promises of all. */
abstract class StreamContract extends DataflowContract {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int SEQUENCES = 100;
    private static final int MOST_MACS = 2_000;

    @Override
    abstract StreamDataflow dataflow();

    @Override
    byte[] walked(Mapping mapping, SpatialArray machine) {
        return new StreamWalk(dataflow().sequence(mapping, machine)).visits();
    }

    @Override
    List<String> interconnects() {
        return List.of("multicast", "systolic", "adder-tree");
    }

    @Override
    List<String> varied(SplitMix random) {
        List<String> sets = new ArrayList<>();
        // Most machines tile freely: the other two ways leave few candidates.
        sets.add("tiling="
                + List.of("buffers", "buffers", "buffers", "passes", "none").get(random.nextInt(5)));
        if (random.nextInt(2) == 0) {
            sets.add("memory.global-buffer.holds=[input, weight, partial-sum]");
        }
        return sets;
    }

    @Override
    int walkedOfLayer() {
        return 6;
    }

    /** Not candidates only: any tiles in any order, whether a buffer holds them or not. */
    @Test
    void anySequence_doesEveryMacOnce_andItsCountsAreThoseOfAWalk() {
        RandomNests nests = new RandomNests(SEED + 2);
        for (int number = 0; number < SEQUENCES; number++) {
            SpatialArray machine = machine(number);
            LoopNest nest = nests.next();
            while (nest.macs() > MOST_MACS) {
                nest = nests.next();
            }
            StreamSequence passes = RandomStreams.of(
                    dataflow(), nest, machine, SplitMix.named(SEED, dataflow().key() + "/" + number));
            assertThat(new StreamWalk(passes).visits())
                    .as("sequence " + number + " of seed " + SEED + ": " + nest + "\n" + passes.mapping())
                    .containsOnly(1);
        }
    }

    @Test
    void printedLoops_givenBack_areTheSameMapping() {
        RandomNests nests = new RandomNests(SEED + 3);
        for (int number = 0; number < SEQUENCES; number++) {
            SpatialArray machine = machine(number);
            LoopNest nest = nests.next();
            List<Mapping> candidates = Candidates.of(dataflow(), nest, machine);
            for (int i = 0; i < candidates.size(); i += 1 + candidates.size() / 5) {
                Mapping candidate = candidates.get(i);
                GivenMapping given = new GivenMapping.Loops(Mapping.parse(candidate.toString()));
                assertThat(dataflow().given(given, nest, machine))
                        .as("layer " + number + " of seed " + SEED + ": " + nest)
                        .isEqualTo(candidate);
                assertThat(dataflow().sequence(candidate, machine).mapping()).isEqualTo(candidate);
            }
        }
    }

    /** Whatever the mappings need, the smallest needs no more: if it does not fit, none does. */
    @Test
    void ifTheSmallestDoesNotFit_noneDoes() {
        RandomNests nests = new RandomNests(SEED + 4);
        for (int number = 0; number < SEQUENCES; number++) {
            SpatialArray machine = machine(number);
            LoopNest nest = nests.next();
            Mapping smallest = dataflow().smallest(nest, machine);
            if (!dataflow().violations(smallest, machine, machine.words()).isEmpty()) {
                assertThat(Candidates.of(dataflow(), nest, machine))
                        .as("layer " + number + " of seed " + SEED + ": " + nest)
                        .isEmpty();
            }
        }
    }

    /** All elements make a step in one cycle, or, on a systolic array, each a cycle after its neighbour. */
    @Test
    void anArrayThatSkipsZeros_cannotHaveIt() {
        List<String> sets = new ArrayList<>(varied(SplitMix.named(SEED, "skip")));
        sets.add("dataflow=" + dataflow().key());
        SpatialArray machine = Configured.machine("eyeriss-skip", sets.toArray(String[]::new));
        assertThat(dataflow().obstacle(machine)).get().asString().contains("none can skip a zero of its own");
    }

    @Test
    void parametersOfRowStationary_areRefused() {
        SpatialArray machine = machine(0);
        LoopNest nest = new LoopNest(1, 1, 4, 3, 5, 5, 3, 3, 1, 1, 1, 5, 5, 1, 1);
        GivenMapping given = new GivenMapping.Parameters(new RowStationaryParameters(4, 1, 5, 1, 1, 1, 1), false);
        assertThatThrownBy(() -> dataflow().given(given, nest, machine))
                .hasMessage("m n e p q r t are parameters of row-stationary; a "
                        + dataflow().key() + " mapping is given by its loops, as a run prints them");
    }

    @Test
    void loopsOfRowStationary_areRefused_withTheFirstThatDiffers() {
        LoopNest nest = new LoopNest(2, 1, 4, 3, 5, 5, 3, 3, 1, 1, 1, 5, 5, 1, 1);
        Mapping other = new RowStationary().smallest(nest, Configured.machine("eyeriss"));
        assertThatThrownBy(() -> dataflow().given(new GivenMapping.Loops(other.loops()), nest, machine(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("loop \\d+ is .*, where a " + dataflow().key() + " nest of this layer has .*");
    }
}
