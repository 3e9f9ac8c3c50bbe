package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Are the passes those of the loops, and the kinds those of the passes? */
class PassSequenceTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    @Test
    void passes_doEveryMacOnce_andKindsCountThem_onGeneratedMappings() {
        RandomMappings mappings = new RandomMappings(SEED);
        for (int number = 0; number < 500; number++) {
            Mapping mapping = mappings.next();
            String name = "mapping " + number + " of seed " + SEED + ": " + mapping.nest() + "\n" + mapping;
            PassSequence passes = new PassSequence(mapping);
            PassWalk walk = new PassWalk(passes);

            assertThat(walk.visits()).as(name).containsOnly(1);
            Map<PassGeometry, Long> kinds = new HashMap<>();
            passes.kinds().forEach(kind -> kinds.merge(kind.geometry(), kind.count(), Long::sum));
            assertThat(kinds).as(name).isEqualTo(walk.kinds());
            assertThat(passes.passes()).as(name).isEqualTo(sum(walk.kinds()));
            assertThat(passes.outputTiles()).as(name).isEqualTo(walk.outputTiles());
        }
    }

    private static long sum(Map<PassGeometry, Long> kinds) {
        return kinds.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void tiles_coverTheirRange() {
        Tiling ragged = new Tiling(10, 4);
        assertThat(ragged.count()).isEqualTo(3);
        assertThat(new int[] {ragged.start(0), ragged.start(1), ragged.start(2)})
                .containsExactly(0, 4, 8);
        assertThat(new int[] {ragged.size(0), ragged.size(1), ragged.size(2)}).containsExactly(4, 4, 2);
        assertThat(new Tiling(8, 4).count()).isEqualTo(2);
        assertThat(new Tiling(3, 4).size(0)).isEqualTo(3);
    }
}
