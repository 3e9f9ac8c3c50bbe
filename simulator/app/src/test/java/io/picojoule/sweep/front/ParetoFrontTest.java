package io.picojoule.sweep.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    private static List<FrontPoint> front(List<double[]> points, List<Integer> order, int objectives) {
        ParetoFront front = new ParetoFront(objectives);
        for (int number : order) {
            front.add(number, points.get(number));
        }
        assertThat(front.size()).isEqualTo(front.points().size());
        return front.points();
    }

    private static List<Integer> upTo(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static List<FrontPoint> oneByOne(List<double[]> points) {
        List<FrontPoint> front = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            boolean isOnFront = !hasNaN(point) && points.stream().noneMatch(other -> dominates(other, point));
            if (isOnFront) {
                front.add(new FrontPoint(i, point));
            }
        }
        return front;
    }

    private static boolean hasNaN(double[] point) {
        for (double value : point) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean dominates(double[] one, double[] other) {
        boolean isBetter = false;
        for (int i = 0; i < one.length; i++) {
            if (!(one[i] <= other[i])) {
                return false;
            }
            isBetter |= one[i] < other[i];
        }
        return isBetter;
    }

    /** Some values come often, so that points are equal in one objective or in all. */
    private static double[] point(Random random, int objectives, int shape) {
        double[] point = new double[objectives];
        double length = 0;
        for (int i = 0; i < objectives; i++) {
            point[i] =
                    shape == 0 ? random.nextDouble() : shape == 1 ? random.nextInt(8) : Math.abs(random.nextGaussian());
            length += point[i] * point[i];
        }
        for (int i = 0; i < objectives; i++) {
            if (shape == 2) {
                point[i] /= Math.sqrt(length);
            }
            if (random.nextInt(100) == 0) {
                point[i] = random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY;
            }
        }
        return point;
    }

    @Test
    void aFrontIsWhatAComparisonOfAllPairsSaysAndDoesNotDependOnTheOrder() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int set = 0; set < 300; set++) {
            int objectives = 1 + random.nextInt(5);
            int shape = random.nextInt(3);
            List<double[]> points = new ArrayList<>();
            int count = random.nextInt(400);
            for (int i = 0; i < count; i++) {
                points.add(point(random, objectives, shape));
            }
            List<FrontPoint> wanted = oneByOne(points);
            List<Integer> order = upTo(count);
            assertThat(front(points, order, objectives))
                    .as("seed %d, set %d", seed, set)
                    .isEqualTo(wanted);
            Collections.shuffle(order, random);
            assertThat(front(points, order, objectives))
                    .as("seed %d, set %d", seed, set)
                    .isEqualTo(wanted);
            order.sort((a, b) -> Double.compare(points.get(b)[0], points.get(a)[0]));
            assertThat(front(points, order, objectives))
                    .as("seed %d, set %d", seed, set)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void equalPointsAreAllKeptUntilABetterOneComes() {
        ParetoFront front = new ParetoFront(2);

        assertThat(front.add(7, 1, 2)).isTrue();
        assertThat(front.add(3, 1, 2)).isTrue();
        assertThat(front.add(4, 1, 3)).isFalse();
        assertThat(front.points()).extracting(FrontPoint::number).containsExactly(3L, 7L);
        assertThat(front.add(9, 0.5, 2)).isTrue();
        assertThat(front.points()).extracting(FrontPoint::number).containsExactly(9L);
    }

    @Test
    void aPointWithoutANumberIsNotOnTheFront() {
        ParetoFront front = new ParetoFront(2);

        assertThat(front.add(0, Double.NaN, 0)).isFalse();
        assertThat(front.points()).isEmpty();
    }

    @Test
    void whatIsWrittenToAnArrayLaterDoesNotMoveThePoint() {
        ParetoFront front = new ParetoFront(1);
        double[] point = {1};
        front.add(0, point);
        point[0] = 5;

        assertThat(front.add(1, 2)).isFalse();
    }

    /** A million points with fronts of tens of thousands; a comparison with all of them would take minutes. */
    @Test
    void aMillionPointsTakeSeconds() {
        double[] thickness = {0, 0, 1e-4, 0.03, 0.3};
        for (int objectives = 2; objectives <= 4; objectives++) {
            Random random = new Random(objectives);
            ParetoFront front = new ParetoFront(objectives);
            long start = System.nanoTime();
            for (int i = 0; i < 1_000_000; i++) {
                front.add(i, nearSphere(random, objectives, thickness[objectives]));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%d objectives: a front of %d in %.2f s%n", objectives, front.size(), seconds);
            assertThat(front.size()).isGreaterThan(500);
            assertThat(seconds).isLessThan(60);
        }
    }

    private static double[] nearSphere(Random random, int objectives, double thickness) {
        double[] point = new double[objectives];
        double length = 0;
        for (int i = 0; i < objectives; i++) {
            point[i] = Math.abs(random.nextGaussian());
            length += point[i] * point[i];
        }
        double radius = 1 - thickness * random.nextDouble();
        for (int i = 0; i < objectives; i++) {
            point[i] = 2 - radius * point[i] / Math.sqrt(length);
        }
        return point;
    }

    @Test
    void hypervolumesOfBoxesAreTheirVolumes() {
        assertThat(Hypervolume.of(List.of(new double[] {2}, new double[] {3}), 5))
                .isEqualTo(3);
        assertThat(Hypervolume.of(List.of(new double[] {1, 3}, new double[] {2, 1}, new double[] {2, 2}), 4, 4))
                .isEqualTo(7);
        assertThat(Hypervolume.of(List.of(new double[] {0, 0, 2}, new double[] {1, 1, 0}), 2, 3, 4))
                .isEqualTo(2 * 3 * 2 + 1 * 2 * 2);
        assertThat(Hypervolume.of(List.of(new double[] {4, 1}, new double[] {Double.NaN, 1}), 4, 4))
                .isZero();
        assertThat(Hypervolume.of(List.of(), 4, 4)).isZero();
    }

    /** Against cells counted one by one, on points of whole numbers. */
    @Test
    void hypervolumesAreTheCellsThatAreDominated() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int set = 0; set < 200; set++) {
            int objectives = 2 + random.nextInt(2);
            List<double[]> points = new ArrayList<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                points.add(random.ints(objectives, 0, 10).asDoubleStream().toArray());
            }
            double[] reference = new double[objectives];
            Arrays.fill(reference, 9);
            long cells = 0;
            for (int cell = 0; cell < Math.pow(9, objectives); cell++) {
                double[] corner = objectives == 2
                        ? new double[] {cell / 9, cell % 9}
                        : new double[] {cell / 81, cell / 9 % 9, cell % 9};
                boolean isDominated =
                        points.stream().anyMatch(point -> dominates(point, corner) || Arrays.equals(point, corner));
                cells += isDominated ? 1 : 0;
            }
            assertThat(Hypervolume.of(points, reference))
                    .as("seed %d, set %d", seed, set)
                    .isCloseTo(cells, within(1e-9));
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new ParetoFront(0)).hasMessage("0 objectives; at least 1 is wanted");
        assertThatThrownBy(() -> new ParetoFront(2).add(5, 1))
                .hasMessage("1 objectives of point 5; 2 are wanted, as of all points");
        assertThatThrownBy(() -> Hypervolume.of(List.of(), 1, 1, 1, 1))
                .hasMessage("a hypervolume of 4 objectives; 1 to 3 are wanted");
    }
}
