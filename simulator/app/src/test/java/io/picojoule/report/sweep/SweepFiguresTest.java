package io.picojoule.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.report.sweep.SampleSweeps.Rows;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Against plain loops over all rows, on random sweeps; a failure names the seed. */
class SweepFiguresTest {
    static final List<Long> SEEDS = LongStream.rangeClosed(1, 60).boxed().toList();

    private static SweepFigures figures(SweepTable table) {
        return SweepFigures.of(SampleSweeps.report(table));
    }

    private static List<SweepRow> feasible(Rows table) {
        return table.rows().stream().filter(SweepRow::isFeasible).toList();
    }

    private static boolean beats(double[] one, double[] other) {
        boolean isBetter = false;
        for (int i = 0; i < one.length; i++) {
            if (!(one[i] <= other[i])) {
                return false;
            }
            isBetter |= one[i] < other[i];
        }
        return isBetter;
    }

    @ParameterizedTest(name = "seed {0}")
    @FieldSource("SEEDS")
    void theFrontIsWhatNothingBeats(long seed) {
        Rows table = SampleSweeps.random(seed);
        int count = table.objectives().size();
        Outcome outcome = Outcome.of(table);
        List<SweepRow> comparable = feasible(table).stream()
                .filter(row -> Arrays.stream(row.measures()).limit(count).noneMatch(Double::isNaN))
                .toList();
        List<SweepRow> front = comparable.stream()
                .filter(row -> comparable.stream()
                        .noneMatch(other ->
                                beats(Arrays.copyOf(other.measures(), count), Arrays.copyOf(row.measures(), count))))
                .toList();
        assertThat(outcome.front()).containsExactlyInAnyOrderElementsOf(front);
        assertThat(outcome.front()).isSortedAccordingTo((a, b) -> Double.compare(a.measures()[0], b.measures()[0]));
        assertThat(outcome.points()).isEqualTo(table.rows().size());
        assertThat(outcome.feasible()).isEqualTo(feasible(table).size());
        assertThat(outcome.incomparable()).isEqualTo(feasible(table).size() - comparable.size());
        for (int i = 0; i < count; i++) {
            int objective = i;
            double least = feasible(table).stream()
                    .mapToDouble(row -> row.measures()[objective])
                    .filter(value -> !Double.isNaN(value))
                    .min()
                    .orElse(Double.NaN);
            double best =
                    outcome.best().get(i).map(row -> row.measures()[objective]).orElse(Double.NaN);
            assertThat(best).isEqualTo(least);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @FieldSource("SEEDS")
    void effectsAreOfAllPointsWithTheValue(long seed) {
        Rows table = SampleSweeps.random(seed);
        SweepFigures figures = figures(table);
        SoftAssertions softly = new SoftAssertions();
        for (int axis = 0; axis < table.axes().size(); axis++) {
            for (int value = 0; value < table.axes().get(axis).size(); value++) {
                Effect effect = figures.effects().get(axis).get(value);
                int place = axis;
                int choice = value;
                List<SweepRow> having = table.rows().stream()
                        .filter(row -> row.choices()[place] == choice)
                        .toList();
                softly.assertThat(effect.points()).isEqualTo(having.size());
                softly.assertThat(effect.infeasible())
                        .isEqualTo(
                                having.stream().filter(row -> !row.isFeasible()).count());
                for (int i = 0; i < table.objectives().size(); i++) {
                    int measure = i;
                    double[] numbers = having.stream()
                            .filter(SweepRow::isFeasible)
                            .mapToDouble(row -> row.measures()[measure])
                            .filter(number -> !Double.isNaN(number))
                            .toArray();
                    Span span = effect.objectives().get(i);
                    softly.assertThat(span.count()).isEqualTo(numbers.length);
                    if (numbers.length > 0) {
                        softly.assertThat(span.least())
                                .isEqualTo(Arrays.stream(numbers).min().orElseThrow());
                        softly.assertThat(span.most())
                                .isEqualTo(Arrays.stream(numbers).max().orElseThrow());
                        softly.assertThat(span.mean())
                                .isCloseTo(Arrays.stream(numbers).average().orElseThrow(), within(1e-12 * 100));
                    } else {
                        softly.assertThat(span.mean()).isNaN();
                    }
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest(name = "seed {0}")
    @FieldSource("SEEDS")
    void theFrontOfTwoMeasuresIsWhatNothingBeatsInThem(long seed) {
        Rows table = SampleSweeps.random(seed);
        for (PairFront pair : figures(table).pairs()) {
            List<double[]> places = feasible(table).stream()
                    .map(row -> place(table, row, pair))
                    .filter(place -> !Double.isNaN(place[0]) && !Double.isNaN(place[1]))
                    .toList();
            List<List<Double>> front = places.stream()
                    .filter(place -> places.stream().noneMatch(other -> beats(other, place)))
                    .map(place -> List.of(place[0] + 0.0, place[1] + 0.0))
                    .distinct()
                    .sorted((a, b) -> Double.compare(a.get(0), b.get(0)))
                    .toList();
            assertThat(pair.corners().stream()
                            .map(row -> place(table, row, pair))
                            .map(place -> List.of(place[0] + 0.0, place[1] + 0.0))
                            .toList())
                    .isEqualTo(front);
        }
    }

    /** Both to be small: of throughput, which is no objective and of which more is better, the opposite. */
    private static double[] place(Rows table, SweepRow row, PairFront pair) {
        double[] place = {row.measures()[pair.x()], row.measures()[pair.y()]};
        int[] measures = {pair.x(), pair.y()};
        for (int i = 0; i < 2; i++) {
            String key = table.measures().get(measures[i]).key();
            boolean isLargeGood = key.equals("inferencesPerSecond") || key.equals("fractionOfPeak");
            place[i] *= isLargeGood && !table.objectives().contains(key) ? -1 : 1;
        }
        return place;
    }

    @Test
    void anAxisThatDoesNothingMovesNothingByRounding() {
        Span span = new Span();
        for (int i = 0; i < 1_000_000; i++) {
            span.add(0.1);
        }
        assertThat(span.mean()).isEqualTo(0.1);
    }

    @Test
    void thinningTakesTheSamePointsWhateverTheirOrder() {
        SweepTable table = SampleSweeps.arrays(20_000);
        Thinning forwards = new Thinning(500);
        table.forEach(forwards::add);
        Thinning backwards = new Thinning(500);
        List<SweepRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        Collections.reverse(rows);
        rows.forEach(backwards::add);
        assertThat(forwards.rows()).hasSize(500).isEqualTo(backwards.rows()).isSubsetOf(rows);
        Thinning fewer = new Thinning(100);
        table.forEach(fewer::add);
        assertThat(forwards.rows()).as("more points are the same and others").containsAll(fewer.rows());
    }

    @Test
    void theSampleFollowsNoAxis() {
        SweepFigures figures = figures(SampleSweeps.arrays(100_000));
        assertThat(figures.sample()).hasSize(SweepFigures.SAMPLE);
        for (int axis = 0; axis < figures.effects().size(); axis++) {
            List<Effect> effects = figures.effects().get(axis);
            for (int value = 0; value < effects.size(); value++) {
                int place = axis;
                int choice = value;
                long sampled = figures.sample().stream()
                        .filter(row -> row.choices()[place] == choice)
                        .count();
                double feasible =
                        effects.get(value).points() - effects.get(value).infeasible();
                double expected = feasible / figures.outcome().feasible() * SweepFigures.SAMPLE;
                assertThat((double) sampled)
                        .as(effects.get(value).value())
                        .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected));
            }
        }
    }

    @Test
    void evenlyKeepsBothEnds() {
        List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
        assertThat(Thinning.evenly(numbers, 4)).containsExactly(0, 333, 666, 999);
        assertThat(Thinning.evenly(numbers, 1)).containsExactly(0);
        assertThat(Thinning.evenly(numbers, 0)).isEmpty();
        assertThat(Thinning.evenly(numbers, 1000)).isEqualTo(numbers);
    }

    @Test
    void anObjectiveThatIsNotMeasuredIsRefused() {
        Rows table = new Rows(List.of(), SampleSweeps.MEASURES, List.of("watts"), List.of());
        assertThatThrownBy(() -> Outcome.of(table))
                .hasMessageStartingWith("objective watts is none of the measures [seconds, ");
    }
}
