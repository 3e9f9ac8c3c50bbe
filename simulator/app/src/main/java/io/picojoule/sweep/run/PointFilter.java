package io.picojoule.sweep.run;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Those of some points that are in the sweep. */
final class PointFilter implements Iterator<int[]> {
    private final Iterator<int[]> all;
    private final Predicate<int[]> keeps;
    private int @Nullable [] ahead;

    PointFilter(Iterator<int[]> all, Predicate<int[]> keeps) {
        this.all = all;
        this.keeps = keeps;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && all.hasNext()) {
            int[] point = all.next();
            if (keeps.test(point)) {
                ahead = point;
            }
        }
        return ahead != null;
    }

    @Override
    public int[] next() {
        int[] point = hasNext() ? ahead : null;
        if (point == null) {
            throw new NoSuchElementException();
        }
        ahead = null;
        return point;
    }
}
