package io.picojoule.sweep.sampling;

import java.util.Arrays;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points that fill a space evenly, however many are taken of them: the sequence of Sobol, with the direction numbers of Joe and Kuo as
 * Commons Math has them. A number from 0 to 1 chooses that value of an axis in whose equal share of the interval it falls.
 *
 * <p>A seed exchanges the bits of each coordinate, the same of all points (a digital shift), which keeps the sequence as even as it is;
 * seed 0 is the sequence itself. As values of axes are few, points of the sequence fall together: what came before is passed over, and
 * the sequence goes on until there are as many as asked for. Where a space has no more points than are asked for, it is the grid.
 *
 * @param points as many are wanted
 */
public record Sobol(Space space, int points, long seed) implements Sample {
    /** Axes of more than one value, for so many has Commons Math direction numbers. */
    public static final int MOST_AXES = 1000;

    private static final int BITS = 52;

    /** A sequence which brings nothing new that often is not asked further. */
    private static final int TRIES_EACH = 64;

    public Sobol {
        if (points < 1) {
            throw new IllegalArgumentException("sobol: " + points + " points are asked for; at least 1 is wanted");
        }
        int axes = varying(space).length;
        if (axes > MOST_AXES) {
            throw new IllegalArgumentException("sobol: " + axes + " axes of more than one value; at most " + MOST_AXES
                    + " are wanted, or another method, for example \"latin-hypercube\"");
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
        return new DistinctCursor(space, sequence(), points);
    }

    private Cursor sequence() {
        int[] axes = varying(space);
        long[] shift = new long[axes.length];
        for (int i = 0; i < axes.length; i++) {
            shift[i] = seed == 0 ? 0 : Mix.bits(seed, axes[i]) >>> (Long.SIZE - BITS);
        }
        SobolSequenceGenerator generator = new SobolSequenceGenerator(axes.length);
        return new Cursor() {
            private long left = Math.min((long) points * TRIES_EACH, Integer.MAX_VALUE);

            @Override
            public boolean next(int[] choices) {
                if (left-- <= 0) {
                    return false;
                }
                double[] coordinates = generator.nextVector();
                for (int i = 0; i < axes.length; i++) {
                    long bits = (long) Math.scalb(coordinates[i], BITS) ^ shift[i];
                    choices[axes[i]] = (int) Math.scalb((double) bits * space.size(axes[i]), -BITS);
                }
                return true;
            }
        };
    }

    private static int[] varying(Space space) {
        int count = 0;
        int[] axes = new int[space.axes()];
        for (int axis = 0; axis < space.axes(); axis++) {
            if (space.size(axis) > 1) {
                axes[count++] = axis;
            }
        }
        return Arrays.copyOf(axes, count);
    }
}
