package io.picojoule.sweep.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.sweep.front.FrontPoint;
import io.picojoule.sweep.front.Hypervolume;
import io.picojoule.sweep.front.ParetoFront;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class Nsga2Test {
    private static final double[] INFEASIBLE = {};

    /** Two objectives with local optima; a stripe of each eighth of the first axis, and a corner, cannot be. */
    private static double[] rugged(int[] point) {
        double x = point[0] / 31.0;
        double rest = 0;
        for (int axis = 1; axis < point.length; axis++) {
            double y = point[axis] / 31.0;
            rest += y * y + 0.1 * (1 - Math.cos(6 * Math.PI * y));
        }
        if (point[0] % 8 == 3 || (point[0] > 24 && point[1] < 4)) {
            return INFEASIBLE;
        }
        double g = 1 + 3 * rest / (point.length - 1);
        return new double[] {x, g * (1 - Math.sqrt(x / g) - x / g * Math.sin(5 * Math.PI * x)) + 2};
    }

    /** All points that are asked for, with their objectives. */
    private static List<int[]> run(Nsga2 search, Function<int[], double[]> function, ParetoFront front) {
        List<int[]> all = new ArrayList<>();
        while (!search.isDone()) {
            List<int[]> points = search.ask();
            List<double[]> answers = points.stream().map(function).toList();
            search.tell(answers);
            for (int i = 0; i < points.size(); i++) {
                if (answers.get(i).length > 0) {
                    front.add(all.size(), answers.get(i));
                }
                all.add(points.get(i));
            }
        }
        return all;
    }

    private static Set<String> values(ParetoFront front) {
        Set<String> values = new TreeSet<>();
        front.points().forEach(point -> values.add(Arrays.toString(point.objectives())));
        return values;
    }

    @Test
    void theFrontOfASmallSpaceIsTheFrontOfTheGrid() {
        Space space = new Space(32, 32, 8);
        ParetoFront grid = new ParetoFront(2);
        for (int[] point : new Grid(space)) {
            double[] answer = rugged(point);
            if (answer.length > 0) {
                grid.add(space.indexOf(point), answer);
            }
        }
        assertThat(grid.size()).isGreaterThan(5);
        for (long seed = 1; seed <= 10; seed++) {
            ParetoFront found = new ParetoFront(2);
            List<int[]> tried = run(new Nsga2(space, 2, 60, 40, seed), Nsga2Test::rugged, found);
            assertThat(tried).hasSizeLessThanOrEqualTo(2400);
            assertThat(values(found)).as("seed %d", seed).isEqualTo(values(grid));
        }
    }

    @Test
    void onALargeSpaceItIsBetterThanChance() {
        Space space = new Space(32, 32, 32, 32, 32, 32, 32, 32, 32, 32);
        for (long seed = 1; seed <= 10; seed++) {
            ParetoFront found = new ParetoFront(2);
            int tried = run(new Nsga2(space, 2, 60, 40, seed), Nsga2Test::rugged, found)
                    .size();
            ParetoFront chance = new ParetoFront(2);
            for (int[] point : new LatinHypercube(space, tried, seed)) {
                double[] answer = rugged(point);
                if (answer.length > 0) {
                    chance.add(space.indexOf(point), answer);
                }
            }
            assertThat(volume(found)).as("seed %d", seed).isGreaterThan(volume(chance) + 0.3);
        }
    }

    private static double volume(ParetoFront front) {
        return Hypervolume.of(
                front.points().stream().map(FrontPoint::objectives).toList(), 1.1, 6);
    }

    @Test
    void theSameAnswersGetTheSameQuestionsAndNoneTwice() {
        Space space = new Space(32, 32, 32);
        List<int[]> first = run(new Nsga2(space, 2, 20, 30, 5), Nsga2Test::rugged, new ParetoFront(2));
        List<int[]> again = run(new Nsga2(space, 2, 20, 30, 5), Nsga2Test::rugged, new ParetoFront(2));
        List<int[]> other = run(new Nsga2(space, 2, 20, 30, 6), Nsga2Test::rugged, new ParetoFront(2));

        assertThat(shown(first)).isEqualTo(shown(again)).doesNotHaveDuplicates().hasSize(600);
        assertThat(shown(first)).isNotEqualTo(shown(other));
    }

    private static List<String> shown(List<int[]> points) {
        return points.stream().map(Arrays::toString).toList();
    }

    @Test
    void aSpaceSmallerThanAPopulationIsAskedForOnce() {
        Space space = new Space(3, 4);
        Nsga2 search = new Nsga2(space, 2, 50, 50, 1);

        List<int[]> all = run(search, Nsga2Test::rugged, new ParetoFront(2));

        assertThat(new HashSet<>(shown(all))).hasSize(12);
        assertThat(all).hasSize(12);
        assertThat(search.generation()).isEqualTo(1);
        assertThat(search.mostPoints()).isEqualTo(12);
        assertThat(search.ask()).isEmpty();
    }

    @Test
    void aSpaceThatIsUsedUpEndsTheSearch() {
        Space space = new Space(5, 1, 5);

        assertThat(shown(run(new Nsga2(space, 2, 10, 50, 1), Nsga2Test::rugged, new ParetoFront(2))))
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    @Test
    void whereNothingIsFeasibleAllGenerationsAreTried() {
        Space space = new Space(100, 100);

        assertThat(shown(run(new Nsga2(space, 2, 10, 20, 1), point -> INFEASIBLE, new ParetoFront(2))))
                .hasSize(200)
                .doesNotHaveDuplicates();
        assertThat(run(new Nsga2(space, 1, 10, 20, 1), point -> new double[] {Double.NaN}, new ParetoFront(1)))
                .hasSize(200);
    }

    @Test
    void questionsStandUntilTheyAreAnswered() {
        Nsga2 search = new Nsga2(new Space(10, 10), 1, 4, 2, 1);
        List<int[]> points = search.ask();
        points.get(0)[0] = 99;

        assertThat(search.ask().get(0)[0]).isLessThan(10);
        assertThat(search.generation()).isEqualTo(1);
        assertThatThrownBy(() -> search.tell(List.of())).hasMessage("0 answers to 4 points; one for each is wanted");
        assertThatThrownBy(() -> search.tell(List.of(new double[2], new double[2], new double[2], new double[2])))
                .hasMessage("an answer of 2 objectives; 1 are wanted, or none for a point that cannot be");
    }

    @Test
    void ranksAreDominationsTakenAwayOneAfterAnother() {
        List<Individual> all = new ArrayList<>();
        for (double[] objectives : new double[][] {{1, 4}, {2, 2}, {4, 1}, {2, 5}, {3, 3}, {4, 4}, {}, {2, 2}}) {
            all.add(new Individual(new int[0], objectives));
        }
        Ranking ranking = Ranking.of(all, 2);

        assertThat(ranking.rank()).containsExactly(0, 0, 0, 1, 1, 2, 3, 0);
        assertThat(ranking.crowding()[0]).isInfinite();
        assertThat(ranking.crowding()[2]).isInfinite();
        assertThat(ranking.crowding()[1]).isFinite();
    }

    @Test
    void nonsenseIsRefused() {
        Space space = new Space(2);

        assertThatThrownBy(() -> new Nsga2(space, 0, 2, 1, 1)).hasMessage("nsga2: 0 objectives; at least 1 is wanted");
        assertThatThrownBy(() -> new Nsga2(space, 1, 1, 1, 1))
                .hasMessage("nsga2: 1 points of a population; at least 2 is wanted");
        assertThatThrownBy(() -> new Nsga2(space, 1, 2, 0, 1)).hasMessage("nsga2: 0 generations; at least 1 is wanted");
    }
}
