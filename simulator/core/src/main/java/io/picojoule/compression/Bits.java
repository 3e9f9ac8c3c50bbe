package io.picojoule.compression;

import java.util.Arrays;

/**
 * A string of bits.
 *
 * @param words 64 bits each, the first bit the lowest; nobody writes to them
 * @param length in bits
 */
public record Bits(long[] words, long length) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Bits that && length == that.length && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return length + " bit";
    }
}
