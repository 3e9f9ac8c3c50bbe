package io.picojoule.report.sweep;

import io.picojoule.sweep.SweepRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The front of two measures, over all points: the corners of a staircase. Of points in the same place it keeps the first. */
public final class PairFront {
    private final int x;
    private final int y;
    private final double signX;
    private final double signY;
    private final TreeMap<Double, SweepRow> corners = new TreeMap<>();

    /** What refused the last point refuses the next one often. */
    private @Nullable SweepRow lastRefusal;

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
    }

    void add(SweepRow row) {
        double costX = costX(row);
        double costY = costY(row);
        SweepRow last = lastRefusal;
        if (last != null && costX(last) <= costX && costY(last) <= costY) {
            return;
        }
        if (!Double.isFinite(costX) || !Double.isFinite(costY)) {
            return;
        }
        Map.Entry<Double, SweepRow> before = corners.floorEntry(costX);
        if (before != null && costY(before.getValue()) <= costY) {
            lastRefusal = before.getValue();
            return;
        }
        Map.Entry<Double, SweepRow> after = corners.ceilingEntry(costX);
        while (after != null && costY(after.getValue()) >= costY) {
            corners.remove(after.getKey());
            after = corners.ceilingEntry(costX);
        }
        corners.put(costX, row);
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
