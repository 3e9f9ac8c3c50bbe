package io.picojoule.sweep.front;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The points of a stream that no other of them dominates. Points that are equal in all objectives are all kept. It remembers the front
 * and nothing else, and is the same in whatever order points come. Not thread safe.
 */
public final class ParetoFront {
    private final int objectives;
    private final FrontTree tree;

    /**
     * An empty front.
     *
     * @param objectives how many there are, at least 1
     */
    public ParetoFront(int objectives) {
        if (objectives < 1) {
            throw new IllegalArgumentException(objectives + " objectives; at least 1 is wanted");
        }
        this.objectives = objectives;
        tree = new FrontTree(objectives);
    }

    /**
     * Takes a point in; those that it dominates leave.
     *
     * @param values of its objectives, all to be small; a point with a NaN is on no front
     * @return whether it is on the front now
     */
    public boolean add(long number, double... values) {
        if (values.length != objectives) {
            throw new IllegalArgumentException(values.length + " objectives of point " + number + "; " + objectives
                    + " are wanted, as of all points");
        }
        for (double value : values) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return tree.add(number, values);
    }

    /** How many points are on it, equal ones counted one by one. */
    public long size() {
        return points().size();
    }

    /** In the order of their numbers. */
    public List<FrontPoint> points() {
        List<FrontPoint> points = new ArrayList<>();
        tree.forEach(entry -> {
            for (long number : entry.numbers()) {
                points.add(new FrontPoint(number, entry.objectives()));
            }
        });
        points.sort(Comparator.comparingLong(FrontPoint::number));
        return points;
    }
}
