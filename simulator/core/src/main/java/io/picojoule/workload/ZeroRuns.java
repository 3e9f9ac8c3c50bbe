package io.picojoule.workload;

import java.util.function.IntPredicate;

/**
 * Where the zeros of a tensor are, so that a stretch of it is put through a {@link RunLengthCode} without looking at every value. A bit a
 * value, and where there are long runs of zeros a count a value that is not zero.
 */
public final class ZeroRuns {
    private final int size;
    /** Of values that are not zero. */
    private final long[] bits;
    /** How many values that are not zero there are before each word of {@link #bits}. */
    private final int[] before;
    /** By number of a value that is not zero: pairs that only carry zeros, up to it; empty if there are none. */
    private final int[] zeroPairs;

    ZeroRuns(int size, IntPredicate isZero) {
        this.size = size;
        this.bits = new long[size / Long.SIZE + 1];
        for (int place = 0; place < size; place++) {
            if (!isZero.test(place)) {
                bits[place / Long.SIZE] |= 1L << place;
            }
        }
        this.before = new int[bits.length + 1];
        for (int word = 0; word < bits.length; word++) {
            before[word + 1] = before[word] + Long.bitCount(bits[word]);
        }
        this.zeroPairs = zeroPairs();
    }

    private int[] zeroPairs() {
        int[] pairs = new int[before[bits.length]];
        int sum = 0;
        int number = 0;
        int last = -1;
        for (int place = next(0); place < size; place = next(place + 1)) {
            sum += number == 0 ? 0 : RunLengthCode.zeroPairs(place - last - 1L);
            pairs[number++] = sum;
            last = place;
        }
        return sum == 0 ? new int[0] : pairs;
    }

    /** How many values there are. */
    public int size() {
        return size;
    }

    /** How many values before {@code place} are not zero. */
    private int numberAt(int place) {
        int word = place / Long.SIZE;
        return before[word] + Long.bitCount(bits[word] & (1L << place) - 1);
    }

    /** The first place from {@code from} on that is not zero, else the size. */
    private int next(int from) {
        int word = from / Long.SIZE;
        long rest = bits[word] & -1L << from;
        while (rest == 0) {
            if (++word == bits.length) {
                return size;
            }
            rest = bits[word];
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(rest);
    }

    /** The last place before {@code end} that is not zero; there is one. */
    private int last(int end) {
        int word = end / Long.SIZE;
        long rest = bits[word] & (1L << end) - 1;
        while (rest == 0) {
            rest = bits[--word];
        }
        return word * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(rest);
    }

    /** Puts the values from {@code from} to {@code to} through a code. */
    public void pack(RunLengthCode code, int from, int to) {
        int first = numberAt(from);
        int end = numberAt(to);
        if (first == end) {
            code.zeros(to - from);
            return;
        }
        code.zeros(next(from) - from);
        code.values(end - first, zeroPairs.length == 0 ? 0 : zeroPairs[end - 1] - zeroPairs[first]);
        code.zeros(to - 1 - last(to));
    }
}
