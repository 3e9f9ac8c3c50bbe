package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.Configured;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Do the papers' parameters and the loop nest say the same, and are loops of another form refused? */
class RowStationaryTest extends DataflowContract {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    @Override
    Dataflow dataflow() {
        return new RowStationary();
    }

    @Override
    byte[] walked(Mapping mapping, SpatialArray machine) {
        return new PassWalk(new PassSequence(mapping)).visits();
    }

    @Test
    void parametersOfALayer_areThoseOfItsLoops() {
        LoopNest conv3 = new LoopNest(4, 1, 384, 256, 13, 13, 3, 3, 1, 1, 1, 13, 13, 1, 1);
        RowStationaryParameters parameters = new RowStationaryParameters(64, 4, 13, 16, 3, 2, 2);
        Mapping mapping = RowStationary.mapping(conv3, parameters);

        assertThat(RowStationary.parameters(mapping)).isEqualTo(parameters);
        assertThat(parameters).hasToString("{m: 64, n: 4, e: 13, p: 16, q: 3, r: 2, t: 2}");
        assertThat(new PassSequence(mapping).passes())
                .as("passes, as the paper counts them")
                .isEqualTo(516);
    }

    @Test
    void parametersLargerThanTheLayer_areCutToIt() {
        LoopNest small = new LoopNest(2, 1, 6, 3, 4, 5, 3, 3, 1, 1, 1, 4, 5, 1, 1);
        Mapping mapping = RowStationary.mapping(small, new RowStationaryParameters(64, 4, 13, 16, 4, 2, 4));

        assertThat(RowStationary.parameters(mapping)).isEqualTo(new RowStationaryParameters(6, 2, 4, 6, 3, 1, 1));
        RowStationaryParameters huge =
                new RowStationaryParameters(65_536, 65_536, 65_536, 65_536, 65_536, 65_536, 65_536);
        assertThat(RowStationary.mapping(small, huge)).isEqualTo(mapping);
    }

    @Test
    void parametersReadFromAMapping_makeTheSameMapping_onGeneratedMappings() {
        RandomMappings mappings = new RandomMappings(SEED);
        for (int number = 0; number < 500; number++) {
            Mapping mapping = mappings.next();
            assertThat(RowStationary.mapping(mapping.nest(), RowStationary.parameters(mapping)))
                    .as("mapping " + number + " of seed " + SEED)
                    .isEqualTo(mapping);
        }
    }

    @Test
    void canBeHadOnAnyMulticastArray_whateverItDoesWithZeros() {
        for (String zeroInputs : List.of("compute", "gate", "skip")) {
            SpatialArray machine = Configured.machine("eyeriss", "processing-element.zero-inputs=" + zeroInputs);
            assertThat(dataflow().obstacle(machine)).as(zeroInputs).isEmpty();
        }
    }

    @Test
    void parametersBelowOne_areRefused() {
        assertThatThrownBy(() -> new RowStationaryParameters(64, 4, 13, 16, 0, 2, 2))
                .hasMessage("RowStationaryParameters: q must be at least 1, not 0");
    }

    @Test
    void loopsOfAnotherForm_areRefusedWithWhatIsFoundAndWanted() {
        LoopNest nest = new LoopNest(2, 1, 6, 3, 4, 5, 3, 3, 1, 1, 1, 4, 5, 1, 1);
        List<Loop> loops = new ArrayList<>(RowStationary.mapping(nest, new RowStationaryParameters(6, 1, 4, 3, 1, 1, 2))
                .loops());
        List<Loop> shorter = loops.subList(0, loops.size() - 1);
        assertThatThrownBy(() -> RowStationary.mapping(nest, shorter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("where a row-stationary nest of this layer has");
        List<Loop> swapped = new ArrayList<>(loops);
        swapped.set(0, loops.get(1));
        swapped.set(1, loops.get(0));
        assertThatThrownBy(() -> RowStationary.mapping(nest, swapped))
                .hasMessage("loop 1 is \"for n in 0..2  @ dram\", where a row-stationary nest of this layer has "
                        + "\"for g in 0..1  @ dram\"");
        List<Loop> longer = new ArrayList<>(loops);
        longer.add(loops.get(0));
        assertThatThrownBy(() -> RowStationary.mapping(nest, longer))
                .hasMessage(
                        "loop 16 is \"for g in 0..1  @ dram\", where a row-stationary nest of this layer has missing");
    }

    @Test
    void loopsOverImages_followTheBatch_asTheParameterDoes() {
        LoopNest four = new LoopNest(4, 1, 6, 3, 4, 5, 3, 3, 1, 1, 1, 4, 5, 1, 1);
        RowStationaryParameters parameters = new RowStationaryParameters(6, 4, 4, 3, 1, 1, 2);
        List<Loop> loops = RowStationary.mapping(four, parameters).loops();
        for (int batch : new int[] {1, 3, 4, 10}) {
            LoopNest nest = four.withBatch(batch);
            assertThat(RowStationary.mapping(nest, loops))
                    .as("batch %d", batch)
                    .isEqualTo(RowStationary.mapping(nest, parameters));
        }
    }

    @Test
    void aFilterThatTheArrayOrItsScratchpadsDoNotHold_isFoldedEvenly() {
        LoopNest tall = new LoopNest(1, 1, 1, 1, 1, 1, 13, 1, 1, 1, 1, 13, 1, 0, 1);
        assertThat(candidates(tall))
                .isNotEmpty()
                .allMatch(mapping -> mapping.loop(Place.ROWS, Dimension.R).extent() == 7);
        LoopNest wide = new LoopNest(1, 1, 1, 1, 1, 1, 1, 25, 1, 1, 1, 1, 26, 0, 0);
        assertThat(candidates(wide))
                .isNotEmpty()
                .allMatch(mapping -> mapping.loop(Place.SCRATCHPAD, Dimension.S).extent() == 9);
        LoopNest fits = new LoopNest(1, 1, 1, 1, 1, 1, 12, 12, 1, 1, 1, 12, 12, 1, 1);
        assertThat(candidates(fits)).isNotEmpty().allMatch(mapping -> new PassSequence(mapping).folds() == 1);
    }

    @Test
    void rowsTooWideForTheBuffer_areCutIntoTiles() {
        LoopNest wide = new LoopNest(1, 1, 1, 1, 4, 100_000, 3, 3, 1, 1, 1, 4, 100_000, 1, 1);
        assertThat(candidates(wide))
                .isNotEmpty()
                .allMatch(mapping -> new PassSequence(mapping).columnTiles().count() > 1);
    }

    @Test
    void aFullyConnectedLayer_isProposedInBothForms() {
        LoopNest image = new LoopNest(1, 1, 10, 4, 1, 1, 3, 3, 1, 1, 1, 3, 3, 0, 0);
        assertThat(candidates(image)).extracting(Mapping::nest).contains(image, image.flattened());
    }

    private List<Mapping> candidates(LoopNest nest) {
        return Candidates.of(dataflow(), nest, Configured.machine("eyeriss"));
    }
}
