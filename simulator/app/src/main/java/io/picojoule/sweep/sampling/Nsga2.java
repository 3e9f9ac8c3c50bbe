package io.picojoule.sweep.sampling;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * A search for the front by generations: NSGA-II (Deb, Pratap, Agarwal, Meyarivan, IEEE TEVC 6(2), 2002). The best of a generation, by
 * front and then by the room around them, are the parents of the next.
 *
 * <p>Where we differ: a point is an axis's choices, not real numbers, so choices are crossed whole and moved by steps; no point is asked
 * for twice, so that each generation tries as many new ones as the population has, until the space is used up; and until something is
 * feasible generations are drawn by chance.
 *
 * <p>Asked and told in turn, on one thread. Who asks a new one and gives it the same answers is asked the same questions: that is how a
 * search is taken up again.
 */
public final class Nsga2 {
    /** So many children may be known points before a point is drawn by chance. */
    private static final int TRIES = 20;

    private final Space space;
    private final int objectives;
    private final int populationSize;
    private final int generations;
    private final RandomGenerator random;
    private final Variation variation;
    private final Set<IntBuffer> asked = new HashSet<>();
    private final long seed;
    private List<Individual> population = List.of();
    private List<int[]> open = List.of();
    private int generation;

    /**
     * A search that has asked nothing yet.
     *
     * @param objectives how many numbers each answer has
     * @param populationSize points of a generation, at least 2
     * @param generations the first one, which is drawn by chance, included
     */
    public Nsga2(Space space, int objectives, int populationSize, int generations, long seed) {
        atLeast(1, objectives, "objectives");
        atLeast(2, populationSize, "points of a population");
        atLeast(1, generations, "generations");
        this.space = space;
        this.objectives = objectives;
        this.populationSize = populationSize;
        this.generations = generations;
        this.seed = seed;
        random = new Well19937c(seed);
        variation = new Variation(space, random);
    }

    /** No more points than so many are asked for, {@link Long#MAX_VALUE} if more than a {@code long} counts. */
    public long mostPoints() {
        return Math.min(space.points(), (long) populationSize * generations);
    }

    /** Whether nothing more will be asked. */
    public boolean isDone() {
        return open.isEmpty() && (generation == generations || isUsedUp());
    }

    /** How many generations were asked for, from 0. */
    public int generation() {
        return generation;
    }

    /** The points of the next generation, none of which was asked for before; the same ones until they are answered. */
    public List<int[]> ask() {
        if (open.isEmpty() && !isDone()) {
            open = generation == 0 ? first() : next();
            generation++;
        }
        return open.stream().map(int[]::clone).toList();
    }

    /**
     * What the points are worth.
     *
     * @param answers in the order of the points: the objectives, all to be small; an empty array, or one with a NaN, for a point that
     *     cannot be
     */
    public void tell(List<double[]> answers) {
        if (answers.size() != open.size()) {
            throw new IllegalArgumentException(
                    answers.size() + " answers to " + open.size() + " points; one for each is wanted");
        }
        List<Individual> all = new ArrayList<>(population);
        for (int i = 0; i < answers.size(); i++) {
            all.add(new Individual(open.get(i), checked(answers.get(i))));
        }
        open = List.of();
        population = best(all);
    }

    private double[] checked(double[] answer) {
        if (answer.length != 0 && answer.length != objectives) {
            throw new IllegalArgumentException("an answer of " + answer.length + " objectives; " + objectives
                    + " are wanted, or none for a point that cannot be");
        }
        return Arrays.stream(answer).anyMatch(Double::isNaN) ? new double[0] : answer.clone();
    }

    private List<int[]> first() {
        List<int[]> points = new ArrayList<>();
        for (int[] point : new LatinHypercube(space, populationSize, seed)) {
            asked.add(IntBuffer.wrap(point));
            points.add(point);
        }
        while (points.size() < populationSize && !isUsedUp()) {
            points.add(unknown());
        }
        return points;
    }

    private List<int[]> next() {
        boolean hasParents = population.stream().anyMatch(Individual::isFeasible);
        Ranking ranking = Ranking.of(population, objectives);
        List<int[]> points = new ArrayList<>();
        while (points.size() < populationSize && !isUsedUp()) {
            points.add(hasParents ? child(ranking) : unknown());
        }
        return points;
    }

    private int[] child(Ranking ranking) {
        for (int i = 0; i < TRIES; i++) {
            int[] child = variation.child(parent(ranking), parent(ranking));
            if (asked.add(IntBuffer.wrap(child))) {
                return child;
            }
        }
        return unknown();
    }

    /** The better of two by chance. */
    private int[] parent(Ranking ranking) {
        int one = random.nextInt(population.size());
        int other = random.nextInt(population.size());
        return population.get(ranking.compare(one, other) <= 0 ? one : other).choices();
    }

    /** A point by chance that was not asked for: if chance finds none, the next one in the order of the grid. */
    private int[] unknown() {
        int[] point = variation.anywhere();
        for (int i = 0; i < TRIES && asked.contains(IntBuffer.wrap(point)); i++) {
            point = variation.anywhere();
        }
        while (!asked.add(IntBuffer.wrap(point))) {
            point = point.clone();
            space.step(point);
        }
        return point;
    }

    private List<Individual> best(List<Individual> all) {
        Ranking ranking = Ranking.of(all, objectives);
        Comparator<Integer> order = ranking::compare;
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(order)
                .limit(populationSize)
                .map(all::get)
                .toList();
    }

    private boolean isUsedUp() {
        return asked.size() >= space.points();
    }

    private static void atLeast(int least, int count, String what) {
        if (count < least) {
            throw new IllegalArgumentException("nsga2: " + count + " " + what + "; at least " + least + " is wanted");
        }
    }
}
