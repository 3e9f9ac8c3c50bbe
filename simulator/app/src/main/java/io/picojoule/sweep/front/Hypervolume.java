package io.picojoule.sweep.front;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of a space some points dominate, up to a reference point (Zitzler and Thiele, PPSN 1998): one number that only grows as a
 * front gets better. For one to three objectives; n log n.
 */
public final class Hypervolume {
    private static final int MOST_OBJECTIVES = 3;

    private Hypervolume() {}

    /** What is dominated between the points and {@code reference}; points that are not below it in every objective count for nothing. */
    public static double of(Collection<double[]> points, double... reference) {
        int objectives = reference.length;
        if (objectives < 1 || objectives > MOST_OBJECTIVES) {
            throw new IllegalArgumentException(
                    "a hypervolume of " + objectives + " objectives; 1 to " + MOST_OBJECTIVES + " are wanted");
        }
        double[][] inside = points.stream()
                .filter(point -> isBelow(point, reference))
                .map(point -> Arrays.copyOf(point, MOST_OBJECTIVES))
                .sorted(Comparator.comparingDouble(point -> point[2]))
                .toArray(double[][]::new);
        double[] limit = {reference[0], objectives > 1 ? reference[1] : 1, objectives > 2 ? reference[2] : 1};
        Staircase staircase = new Staircase(limit[0], limit[1]);
        double volume = 0;
        for (int i = 0; i < inside.length; i++) {
            staircase.add(inside[i][0], inside[i][1]);
            double next = i + 1 < inside.length ? inside[i + 1][2] : limit[2];
            volume += staircase.area * (next - inside[i][2]);
        }
        return volume;
    }

    private static boolean isBelow(double[] point, double[] reference) {
        if (point.length != reference.length) {
            throw new IllegalArgumentException("a point of " + point.length + " objectives; " + reference.length
                    + " are wanted, as of the reference");
        }
        for (int i = 0; i < point.length; i++) {
            if (!(point[i] < reference[i])) {
                return false;
            }
        }
        return true;
    }

    /** The area that points of two objectives dominate, as they come. */
    private static final class Staircase {
        private final double right;
        private final double top;
        private final TreeMap<Double, Double> heights = new TreeMap<>();
        private double area;

        Staircase(double right, double top) {
            this.right = right;
            this.top = top;
        }

        void add(double x, double y) {
            Map.Entry<Double, Double> left = heights.floorEntry(x);
            double ceiling = left == null ? top : left.getValue();
            if (ceiling <= y) {
                return;
            }
            double from = x;
            Map.Entry<Double, Double> step = heights.ceilingEntry(x);
            while (step != null && step.getValue() >= y) {
                area += (step.getKey() - from) * (ceiling - y);
                from = step.getKey();
                ceiling = step.getValue();
                heights.remove(step.getKey());
                step = heights.higherEntry(step.getKey());
            }
            area += ((step == null ? right : step.getKey()) - from) * (ceiling - y);
            heights.put(x, y);
        }
    }
}
