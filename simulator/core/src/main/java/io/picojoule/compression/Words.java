package io.picojoule.compression;

/**
 * Values as a format stores them, in so many bits.
 *
 * @param signed in two's complement, else as they are and not negative
 */
record Words(int bits, boolean signed) {
    Words {
        if (bits < 1 || bits > Integer.SIZE) {
            throw new IllegalArgumentException("Words: values of 1 to 32 bit are wanted, not " + bits);
        }
    }

    void write(int value, BitWriter to) {
        long lowest = signed ? -1L << (bits - 1) : 0;
        long highest = lowest + (1L << bits) - 1;
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "Words: " + value + " is none of the values " + lowest + " to " + highest + " of " + bits + " bit");
        }
        to.write(value, bits);
    }

    int read(BitReader from) {
        return signed ? from.readSigned(bits) : (int) from.read(bits);
    }
}
