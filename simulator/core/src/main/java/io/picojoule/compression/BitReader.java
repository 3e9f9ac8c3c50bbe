package io.picojoule.compression;

/** Reads what a {@link BitWriter} wrote. Not thread safe. */
final class BitReader {
    private final Bits bits;
    private long position;

    BitReader(Bits bits) {
        this.bits = bits;
    }

    /** The next {@code count} bits, up to 64, as a number that is not negative but for all 64. */
    long read(int count) {
        if (count == 0) {
            return 0;
        }
        if (position + count > bits.length()) {
            throw new IllegalArgumentException(
                    "BitReader: " + count + " bits from " + position + " on are wanted of " + bits.length());
        }
        int word = (int) (position / Long.SIZE);
        int offset = (int) (position % Long.SIZE);
        long value = bits.words()[word] >>> offset;
        if (offset + count > Long.SIZE) {
            value |= bits.words()[word + 1] << (Long.SIZE - offset);
        }
        position += count;
        return value & (-1L >>> (Long.SIZE - count));
    }

    /** The same in two's complement. */
    int readSigned(int count) {
        int unused = Long.SIZE - count;
        return (int) (read(count) << unused >> unused);
    }

    boolean isAtEnd() {
        return position == bits.length();
    }

    void skip(long count) {
        position += count;
    }

    long position() {
        return position;
    }
}
