package io.picojoule.sweep.sampling;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Points of a space that do not depend on what comes of them, in an order that is always the same. No point comes twice. A sample may
 * be read by many at once; a reading belongs to one thread.
 */
public interface Sample extends Iterable<int[]> {
    /** One reading of a sample. */
    interface Cursor {
        /** Writes the next point into {@code choices}; false after the last, and then {@code choices} means nothing. */
        boolean next(int[] choices);
    }

    Space space();

    /** No more points than so many come, {@link Long#MAX_VALUE} if more than a {@code long} counts. */
    long mostPoints();

    /** Reads from the first point on. */
    Cursor cursor();

    /** Reads from a point on; {@code number} counts the points from 0. */
    default Cursor cursorFrom(long number) {
        Cursor cursor = cursor();
        int[] choices = new int[space().axes()];
        for (long skipped = 0; skipped < number; skipped++) {
            if (!cursor.next(choices)) {
                break;
            }
        }
        return cursor;
    }

    /** The points from the first on, each an array of its own. */
    @Override
    default Iterator<int[]> iterator() {
        return iteratorFrom(0);
    }

    /** The points from {@code number} on, each an array of its own. */
    default Iterator<int[]> iteratorFrom(long number) {
        Cursor cursor = cursorFrom(number);
        int axes = space().axes();
        return new Iterator<>() {
            private int[] ahead = new int[axes];
            private boolean isThere = cursor.next(ahead);

            @Override
            public boolean hasNext() {
                return isThere;
            }

            @Override
            public int[] next() {
                if (!isThere) {
                    throw new NoSuchElementException();
                }
                int[] point = ahead;
                ahead = new int[axes];
                isThere = cursor.next(ahead);
                return point;
            }
        };
    }
}
