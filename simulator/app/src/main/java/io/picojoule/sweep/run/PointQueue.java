package io.picojoule.sweep.run;

import io.picojoule.sweep.Point;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.store.SweepStore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Deals out points, numbers them, and passes over those whose rows are in the store already. */
final class PointQueue implements PointSource {
    /** How many known points are told at once. */
    private static final int TOLD = 1000;

    private final Sweep sweep;
    private final SweepStore store;
    private final Iterator<int[]> points;
    private final boolean looksUp;
    private final Consumer<List<SweepRow>> known;
    private final List<SweepRow> found = new ArrayList<>();
    private long number;
    private boolean stopped;

    /**
     * @param first number of the first point
     * @param looksUp whether there is anything in the store
     * @param known takes the rows that are there from before
     */
    PointQueue(
            Sweep sweep,
            SweepStore store,
            Iterator<int[]> points,
            long first,
            boolean looksUp,
            Consumer<List<SweepRow>> known) {
        this.sweep = sweep;
        this.store = store;
        this.points = points;
        this.number = first;
        this.looksUp = looksUp;
        this.known = known;
    }

    @Override
    public synchronized List<Point> next(int most) {
        List<Point> some = new ArrayList<>();
        while (!stopped && some.size() < most && points.hasNext()) {
            Point point = new Point(number++, points.next());
            Optional<SweepRow> row = looksUp ? store.find(sweep.digest(point), point.number()) : Optional.empty();
            if (row.isEmpty()) {
                some.add(point);
            } else {
                found.add(row.get());
                if (found.size() >= TOLD) {
                    tell();
                }
            }
        }
        if (some.isEmpty()) {
            tell();
        }
        return some;
    }

    private void tell() {
        if (!found.isEmpty()) {
            known.accept(List.copyOf(found));
            found.clear();
        }
    }

    /** Deals out no more. */
    synchronized void stop() {
        stopped = true;
    }
}
