package io.picojoule.sweep.sampling;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * All combinations of the values of some axes. A point is an {@code int[]} with one choice an axis, from 0. Points are counted as the
 * digits of a number are, the last axis fastest; where they are more than a {@code long} counts, those beyond have no index.
 */
public final class Space {
    private final int[] sizes;
    private final BigInteger size;
    private final long points;

    /** A space of axes of so many values each; without axes it is the one point that has no choice. */
    public Space(int... sizes) {
        this.sizes = sizes.clone();
        BigInteger product = BigInteger.ONE;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] < 1) {
                throw new IllegalArgumentException(
                        "axis " + axis + " has " + sizes[axis] + " values; at least 1 is wanted");
            }
            product = product.multiply(BigInteger.valueOf(sizes[axis]));
        }
        size = product;
        points = product.bitLength() < Long.SIZE ? product.longValueExact() : Long.MAX_VALUE;
    }

    public int axes() {
        return sizes.length;
    }

    /** How many values an axis has. */
    public int size(int axis) {
        return sizes[axis];
    }

    /** How many points there are. */
    public BigInteger size() {
        return size;
    }

    /** How many points there are, {@link Long#MAX_VALUE} if there are more. */
    public long points() {
        return points;
    }

    /** Whether every point has an index. */
    public boolean isCountable() {
        return size.bitLength() < Long.SIZE;
    }

    /** The point of an index from 0. */
    public int[] at(long index) {
        if (index < 0 || index >= points) {
            throw new IllegalArgumentException("there is no point " + index + "; the space has " + size + ", from 0");
        }
        int[] choices = new int[sizes.length];
        long rest = index;
        for (int axis = sizes.length - 1; axis >= 0 && rest > 0; axis--) {
            choices[axis] = (int) (rest % sizes[axis]);
            rest /= sizes[axis];
        }
        return choices;
    }

    /**
     * The index of a point.
     *
     * @throws ArithmeticException if it is more than a {@code long} counts
     */
    public long indexOf(int[] choices) {
        if (choices.length != sizes.length) {
            throw new IllegalArgumentException(
                    "a point has " + choices.length + " choices; one for each of " + sizes.length + " axes is wanted");
        }
        long index = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (choices[axis] < 0 || choices[axis] >= sizes[axis]) {
                throw new IllegalArgumentException(
                        "axis " + axis + " has no value " + choices[axis] + "; it has " + sizes[axis] + ", from 0");
            }
            index = Math.addExact(Math.multiplyExact(index, (long) sizes[axis]), choices[axis]);
        }
        return index;
    }

    /** Makes of a point the next one in the order of indices; false, and the first point, after the last. */
    boolean step(int[] choices) {
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            if (++choices[axis] < sizes[axis]) {
                return true;
            }
            choices[axis] = 0;
        }
        return false;
    }

    /**
     * What tells points apart: the index, or 64 mixed bits where there is none. Two of a million points then have the same key once in
     * 37 million samples.
     */
    long key(int[] choices) {
        if (isCountable()) {
            return indexOf(choices);
        }
        long key = 0;
        for (int choice : choices) {
            key = Mix.bits(key, choice);
        }
        return key;
    }

    @Override
    public String toString() {
        return "Space" + Arrays.toString(sizes);
    }
}
