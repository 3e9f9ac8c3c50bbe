package io.picojoule.sweep.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good each of some individuals is among them: which front it is on, and how far its neighbours there are (Deb et al., IEEE TEVC
 * 6(2), 2002). Fronts are found one individual after another in the order of their objectives, as none is dominated by a later one
 * (Zhang et al., IEEE TEVC 19(2), 2015).
 *
 * @param rank of the front of each, from 0
 * @param crowding distance of each, infinite at the ends of a front
 */
record Ranking(int[] rank, double[] crowding) {
    static Ranking of(List<Individual> all, int objectives) {
        int[] rank = new int[all.size()];
        double[] crowding = new double[all.size()];
        List<List<Integer>> fronts = new ArrayList<>();
        Comparator<Integer> order = (a, b) -> inOrder(all.get(a), all.get(b));
        for (int i : IntStream.range(0, all.size()).boxed().sorted(order).toList()) {
            int front = 0;
            while (front < fronts.size() && isDominated(all, fronts.get(front), i)) {
                front++;
            }
            if (front == fronts.size()) {
                fronts.add(new ArrayList<>());
            }
            fronts.get(front).add(i);
            rank[i] = front;
        }
        for (List<Integer> front : fronts) {
            if (all.get(front.get(0)).isFeasible()) {
                crowd(all, front, objectives, crowding);
            }
        }
        return new Ranking(rank, crowding);
    }

    /** Negative where {@code one} is better than {@code other} by front, then by crowding. */
    int compare(int one, int other) {
        int byRank = Integer.compare(rank[one], rank[other]);
        return byRank != 0 ? byRank : Double.compare(crowding[other], crowding[one]);
    }

    private static int inOrder(Individual one, Individual other) {
        int byFeasibility = Boolean.compare(other.isFeasible(), one.isFeasible());
        return byFeasibility != 0 ? byFeasibility : Arrays.compare(one.objectives(), other.objectives());
    }

    private static boolean isDominated(List<Individual> all, List<Integer> front, int one) {
        for (int i = front.size() - 1; i >= 0; i--) {
            if (all.get(front.get(i)).dominates(all.get(one))) {
                return true;
            }
        }
        return false;
    }

    private static void crowd(List<Individual> all, List<Integer> front, int objectives, double[] crowding) {
        for (int objective = 0; objective < objectives; objective++) {
            int by = objective;
            List<Integer> sorted = new ArrayList<>(front);
            sorted.sort(Comparator.comparingDouble(i -> all.get(i).objectives()[by]));
            int last = sorted.size() - 1;
            double least = all.get(sorted.get(0)).objectives()[by];
            double most = all.get(sorted.get(last)).objectives()[by];
            crowding[sorted.get(0)] = Double.POSITIVE_INFINITY;
            crowding[sorted.get(last)] = Double.POSITIVE_INFINITY;
            for (int i = 1; i < last && most > least; i++) {
                double before = all.get(sorted.get(i - 1)).objectives()[by];
                double after = all.get(sorted.get(i + 1)).objectives()[by];
                crowding[sorted.get(i)] += (after - before) / (most - least);
            }
        }
    }
}
