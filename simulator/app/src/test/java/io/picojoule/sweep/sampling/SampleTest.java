package io.picojoule.sweep.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Space LARGE = new Space(10, 7, 64, 3, 1000);

    private static List<String> points(Sample sample) {
        List<String> points = new ArrayList<>();
        sample.forEach(point -> points.add(Arrays.toString(point)));
        return points;
    }

    @Test
    void noPointComesTwiceAndAllAreOfTheSpaceAndAReadingIsAsAnyOther() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int[] sizes = random.ints(random.nextInt(6), 1, 9).toArray();
            Space space = new Space(sizes);
            int wanted = 1 + random.nextInt(300);
            for (Sample sample :
                    List.of(new Grid(space), new Sobol(space, wanted, i), new LatinHypercube(space, wanted, i))) {
                List<String> points = points(sample);
                assertThat(points).as("seed %d, %s", seed, sample).doesNotHaveDuplicates();
                assertThat((long) points.size()).isBetween(1L, sample.mostPoints());
                assertThat(points(sample)).isEqualTo(points);
                sample.forEach(space::indexOf);
                int from = random.nextInt(points.size() + 1);
                List<String> rest = new ArrayList<>();
                sample.iteratorFrom(from).forEachRemaining(point -> rest.add(Arrays.toString(point)));
                assertThat(rest).as("seed %d, %s", seed, sample).isEqualTo(points.subList(from, points.size()));
            }
        }
    }

    @Test
    void whoAsksForMorePointsThanThereAreGetsAll() {
        Space space = new Space(5, 4, 3);

        assertThat(points(new Sobol(space, 60, 3))).hasSize(60);
        assertThat(points(new Sobol(space, 1_000_000_000, 3))).hasSize(60);
        assertThat(points(new LatinHypercube(space, 1_000_000_000, 3))).hasSize(60);
    }

    @Test
    void sobolBringsAsManyPointsAsAreAskedForIfThereAreSoMany() {
        Space space = new Space(5, 4, 3);

        assertThat(points(new Sobol(space, 59, 3))).hasSize(59);
        assertThat(points(new Sobol(LARGE, 100_000, 3))).hasSize(100_000);
    }

    @Test
    void sobolWithSeedZeroIsTheSequenceItself() {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(3);
        for (int[] point : new Sobol(new Space(1 << 20, 1, 1 << 20, 1 << 20), 1000, 0)) {
            double[] coordinates = generator.nextVector();
            assertThat(point)
                    .containsExactly((int) (coordinates[0] * (1 << 20)), 0, (int) (coordinates[1] * (1 << 20)), (int)
                            (coordinates[2] * (1 << 20)));
        }
    }

    /** Of the first 2^k points each of 2^k equal parts of an axis has one, and so have 2^a by 2^b boxes of the first two axes. */
    @Test
    void sobolIsEvenWithEverySeed() {
        for (long seed = 0; seed < 20; seed++) {
            List<String> boxes = new ArrayList<>();
            for (int[] point : new Sobol(new Space(256, 256, 256, 256), 256, seed)) {
                boxes.add(point[0] / 16 + " " + point[1] / 16);
            }
            assertThat(boxes).as("seed %d", seed).doesNotHaveDuplicates().hasSize(256);
        }
    }

    @Test
    void aLatinHypercubeMeetsAllValuesOfAnAxisEquallyOften() {
        int points = 96;
        for (long seed = 0; seed < 20; seed++) {
            LatinHypercube sample = new LatinHypercube(new Space(96, 1, 1000, 7, 32, 500), points, seed);
            int[][] met = new int[sample.space().axes()][1000];
            for (int[] point : sample) {
                for (int axis = 0; axis < point.length; axis++) {
                    met[axis][point[axis]]++;
                }
            }
            assertThat(points(sample)).hasSize(points);
            for (int axis = 0; axis < met.length; axis++) {
                int size = sample.space().size(axis);
                for (int value = 0; value < size; value++) {
                    assertThat(met[axis][value])
                            .as("seed %d, axis %d, value %d", seed, axis, value)
                            .isBetween(points / size, (points + size - 1) / size);
                }
            }
        }
    }

    @Test
    void aShuffleIsAnOrderOfAll() {
        for (int count = 1; count < 300; count++) {
            Shuffle shuffle = new Shuffle(count, count);
            HashSet<Integer> places = new HashSet<>();
            for (int place = 0; place < count; place++) {
                places.add(shuffle.at(place));
            }
            assertThat(places).hasSize(count).allMatch(place -> place >= 0).contains(0, count - 1);
        }
    }

    /** Of many shuffles of seven, each thing stands at each place about as often: within five standard deviations. */
    @Test
    void aShuffleFavoursNoPlace() {
        int shuffles = 70_000;
        int[][] met = new int[7][7];
        for (int key = 0; key < shuffles; key++) {
            Shuffle shuffle = new Shuffle(7, Mix.bits(1, key));
            for (int place = 0; place < 7; place++) {
                met[place][shuffle.at(place)]++;
            }
        }
        double deviation = Math.sqrt(shuffles * (1 / 7.0) * (6 / 7.0));
        for (int[] place : met) {
            for (int count : place) {
                assertThat((double) count).isBetween(10_000 - 5 * deviation, 10_000 + 5 * deviation);
            }
        }
    }

    @Test
    void seedsDiffer() {
        List<BiFunction<Space, Integer, Sample>> kinds = List.of(
                (space, seed) -> new Sobol(space, 500, seed), (space, seed) -> new LatinHypercube(space, 500, seed));
        for (BiFunction<Space, Integer, Sample> kind : kinds) {
            HashSet<List<String>> samples = new HashSet<>();
            for (int seed = 0; seed < 50; seed++) {
                samples.add(points(kind.apply(LARGE, seed)));
            }
            assertThat(samples).hasSize(50);
        }
    }

    @Test
    void pointsOfASpaceThatNoLongCountsAreDifferent() {
        int[] sizes = new int[40];
        Arrays.fill(sizes, 10);
        Space space = new Space(sizes);

        assertThat(count(new Sobol(space, 100_000, 1))).isEqualTo(100_000);
        assertThat(count(new LatinHypercube(space, 100_000, 1))).isEqualTo(100_000);
    }

    private static long count(Sample sample) {
        Sample.Cursor cursor = sample.cursor();
        int[] choices = new int[sample.space().axes()];
        long count = 0;
        while (cursor.next(choices)) {
            count++;
        }
        return count;
    }

    @Test
    void nonsenseIsRefused() {
        int[] sizes = new int[1001];
        Arrays.fill(sizes, 2);

        assertThatThrownBy(() -> new Sobol(LARGE, 0, 1))
                .hasMessage("sobol: 0 points are asked for; at least 1 is wanted");
        assertThatThrownBy(() -> new LatinHypercube(LARGE, -1, 1))
                .hasMessage("latin-hypercube: -1 points are asked for; at least 1 is wanted");
        assertThatThrownBy(() -> new Sobol(new Space(sizes), 10, 1))
                .hasMessage("sobol: 1001 axes of more than one value; at most 1000 are wanted, or another method, "
                        + "for example \"latin-hypercube\"");
        sizes[5] = 1;
        assertThat(points(new Sobol(new Space(sizes), 10, 1))).hasSize(10);
    }
}
