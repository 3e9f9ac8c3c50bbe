package io.picojoule.sweep.sampling;

/**
 * Points that meet the values of every axis as evenly as can be (McKay, Beckman, Conover, Technometrics 21(2), 1979). Each axis is cut
 * into as many equal parts as there are points, and each part is met once: of an axis with no more values than points, every value comes
 * as often as any other, give or take one; of an axis with more, no value comes twice.
 *
 * <p>Parts of axes are combined by chance. Where that makes the same point twice the second is dropped, so there may be fewer than are
 * asked for. Where a space has no more points than are asked for, it is the grid.
 *
 * @param points as many are wanted
 */
public record LatinHypercube(Space space, int points, long seed) implements Sample {
    public LatinHypercube {
        if (points < 1) {
            throw new IllegalArgumentException(
                    "latin-hypercube: " + points + " points are asked for; at least 1 is wanted");
        }
    }

    @Override
    public long mostPoints() {
        return Math.min(points, space.points());
    }

    @Override
    public Cursor cursor() {
        if (points >= space.points()) {
            return new Grid(space).cursor();
        }
        return new DistinctCursor(space, all(), points);
    }

    private Cursor all() {
        int axes = space.axes();
        Shuffle[] parts = new Shuffle[axes];
        long[] keys = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            keys[axis] = Mix.bits(seed, axis);
            parts[axis] = new Shuffle(points, keys[axis]);
        }
        return new Cursor() {
            private int point;

            @Override
            public boolean next(int[] choices) {
                if (point == points) {
                    return false;
                }
                for (int axis = 0; axis < axes; axis++) {
                    choices[axis] = value(axis, parts[axis].at(point), keys[axis]);
                }
                point++;
                return true;
            }
        };
    }

    /** Which value a part of an axis is. Parts wider than a value choose among those that begin in them, others are all cut alike. */
    private int value(int axis, int part, long key) {
        long size = space.size(axis);
        if (size <= points) {
            return (int) ((part * size + Mix.below(size, key, -1)) / points);
        }
        long first = (part * size + points - 1) / points;
        long end = ((part + 1) * size + points - 1) / points;
        return (int) (first + Mix.below(end - first, key, part));
    }
}
