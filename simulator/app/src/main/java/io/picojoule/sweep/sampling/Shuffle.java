package io.picojoule.sweep.sampling;

/**
 * A shuffled order of 0 to {@code count - 1} that takes no memory: a Feistel network over the next even number of bits, walked on where
 * it leads beyond the count (Black and Rogaway, CT-RSA 2002).
 */
final class Shuffle {
    private static final int ROUNDS = 6;

    /** With halves of two or three bits a network makes some orders more often than others. */
    private static final int NARROWEST_HALF = 6;

    private final int count;
    private final long key;
    private final int halfBits;
    private final int halfMask;

    Shuffle(int count, long key) {
        this.count = count;
        this.key = key;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
        halfBits = Math.max(NARROWEST_HALF, (bits + 1) / 2);
        halfMask = (1 << halfBits) - 1;
    }

    /** What stands at {@code place}. */
    int at(int place) {
        long walked = place;
        do {
            walked = permuted(walked);
        } while (walked >= count);
        return (int) walked;
    }

    private long permuted(long value) {
        long left = value >>> halfBits;
        long right = value & halfMask;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ (Mix.bits(key, (right << 3) | round) >>> (Long.SIZE - halfBits));
            left = right;
            right = mixed;
        }
        return (left << halfBits) | right;
    }
}
