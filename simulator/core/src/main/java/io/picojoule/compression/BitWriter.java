package io.picojoule.compression;

import java.util.Arrays;

/** Writes numbers of a few bits one behind another. Not thread safe. */
final class BitWriter {
    private long[] words = new long[16];
    private long length;

    /** The lowest {@code bits} of {@code value}, up to 64. */
    void write(long value, int bits) {
        if (bits == 0) {
            return;
        }
        long kept = value & (-1L >>> (Long.SIZE - bits));
        int word = (int) (length / Long.SIZE);
        int offset = (int) (length % Long.SIZE);
        if (word + 1 >= words.length) {
            words = Arrays.copyOf(words, Math.toIntExact(words.length * 2L));
        }
        words[word] |= kept << offset;
        if (offset + bits > Long.SIZE) {
            words[word + 1] = kept >>> (Long.SIZE - offset);
        }
        length += bits;
    }

    /** Zeros up to a multiple of {@code bits}. */
    void fill(int bits) {
        length += Math.floorMod(-length, bits);
    }

    long length() {
        return length;
    }

    Bits bits() {
        return new Bits(Arrays.copyOf(words, Math.toIntExact((length + Long.SIZE - 1) / Long.SIZE)), length);
    }
}
