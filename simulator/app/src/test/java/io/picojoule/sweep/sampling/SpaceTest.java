package io.picojoule.sweep.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceTest {
    @Test
    void theLastAxisIsTheFastest() {
        Space space = new Space(2, 3);

        List<String> points = new ArrayList<>();
        new Grid(space).forEach(point -> points.add(Arrays.toString(point)));

        assertThat(points).containsExactly("[0, 0]", "[0, 1]", "[0, 2]", "[1, 0]", "[1, 1]", "[1, 2]");
    }

    @Test
    void anIndexLeadsToItsPointAndBack() {
        Space space = new Space(3, 1, 5, 7);

        for (long index = 0; index < space.points(); index++) {
            assertThat(space.indexOf(space.at(index))).isEqualTo(index);
        }
        assertThat(space.points()).isEqualTo(105);
    }

    @Test
    void aGridStartsAnywhere() {
        Grid grid = new Grid(new Space(3, 4));

        assertThat(grid.iteratorFrom(7).next()).containsExactly(1, 3);
        assertThat(grid.iteratorFrom(12).hasNext()).isFalse();
        assertThat(grid.iteratorFrom(1_000_000).hasNext()).isFalse();
    }

    @Test
    void aSpaceOf1e30PointsHasASizeAndAFirstPoint() {
        int[] sizes = new int[30];
        Arrays.fill(sizes, 10);
        Space space = new Space(sizes);

        assertThat(space.size()).isEqualTo(BigInteger.TEN.pow(30));
        assertThat(space.points()).isEqualTo(Long.MAX_VALUE);
        assertThat(space.isCountable()).isFalse();
        assertThat(new Grid(space).iterator().next()).containsOnly(0);
        assertThat(space.indexOf(space.at(Long.MAX_VALUE - 1))).isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void aSpaceWithoutAxesHasOnePoint() {
        Space space = new Space();

        assertThat(new Grid(space)).hasSize(1);
        assertThat(new Sobol(space, 3, 1)).hasSize(1);
        assertThat(new LatinHypercube(space, 3, 1)).hasSize(1);
    }

    @Test
    void nonsenseIsRefused() {
        Space space = new Space(2, 3);

        assertThatThrownBy(() -> new Space(4, 0)).hasMessage("axis 1 has 0 values; at least 1 is wanted");
        assertThatThrownBy(() -> space.at(6)).hasMessage("there is no point 6; the space has 6, from 0");
        assertThatThrownBy(() -> space.indexOf(new int[] {0, 3})).hasMessage("axis 1 has no value 3; it has 3, from 0");
        assertThatThrownBy(() -> space.indexOf(new int[] {0}))
                .hasMessage("a point has 1 choices; one for each of 2 axes is wanted");
    }
}
