package io.picojoule.report.sweep;

import io.picojoule.sweep.SweepRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The front of two measures, over all points: the corners of a staircase. Of points in the same place it keeps the first. */
public final class PairFront {
    private static final int REFUSALS = 8;

    private final int x;
    private final int y;
    private final double signX;
    private final double signY;
    private final TreeMap<Double, SweepRow> corners = new TreeMap<>();

    /** Corners, or what they were once, that refused others lately, the last one first: they refuse most of what comes. */
    private final double[] refusalsX = new double[REFUSALS];

    private final double[] refusalsY = new double[REFUSALS];

    /**
     * @param x place of a measure
     * @param y place of another
     * @param xIsLargeGood whether more of it is better
     */
    PairFront(int x, boolean xIsLargeGood, int y, boolean yIsLargeGood) {
        this.x = x;
        this.y = y;
        this.signX = xIsLargeGood ? -1 : 1;
        this.signY = yIsLargeGood ? -1 : 1;
        Arrays.fill(refusalsX, Double.POSITIVE_INFINITY);
        Arrays.fill(refusalsY, Double.POSITIVE_INFINITY);
    }

    void add(SweepRow row) {
        double costX = costX(row);
        double costY = costY(row);
        if (!Double.isFinite(costX) || !Double.isFinite(costY) || isRefused(costX, costY)) {
            return;
        }
        Map.Entry<Double, SweepRow> before = corners.floorEntry(costX);
        if (before != null && costY(before.getValue()) <= costY) {
            remember(REFUSALS - 1, before.getKey(), costY(before.getValue()));
            return;
        }
        Map.Entry<Double, SweepRow> after = corners.ceilingEntry(costX);
        while (after != null && costY(after.getValue()) >= costY) {
            corners.remove(after.getKey());
            after = corners.ceilingEntry(costX);
        }
        corners.put(costX, row);
    }

    private boolean isRefused(double costX, double costY) {
        for (int i = 0; i < REFUSALS; i++) {
            double x = refusalsX[i];
            double y = refusalsY[i];
            if (x <= costX && y <= costY) {
                remember(i, x, y);
                return true;
            }
        }
        return false;
    }

    /** Puts one first in place of another, which it was, or which is forgotten. */
    private void remember(int place, double refusalX, double refusalY) {
        System.arraycopy(refusalsX, 0, refusalsX, 1, place);
        System.arraycopy(refusalsY, 0, refusalsY, 1, place);
        refusalsX[0] = refusalX;
        refusalsY[0] = refusalY;
    }

    private double costX(SweepRow row) {
        return signX * row.measures()[x] + 0.0; // no -0, which a tree would tell from 0
    }

    private double costY(SweepRow row) {
        return signY * row.measures()[y] + 0.0;
    }

    public int x() {
        return x;
    }

    public int y() {
        return y;
    }

    /** From the best of x to the best of y. */
    public List<SweepRow> corners() {
        return List.copyOf(corners.values());
    }
}
