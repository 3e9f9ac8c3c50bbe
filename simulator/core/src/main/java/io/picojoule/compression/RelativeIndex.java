package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;

/**
 * Deep Compression's form of the flattened matrix (Han et al., ICLR 2016, Fig. 2): for each entry its code and how many zeros are before it,
 * each in a few bits. Where there are more zeros than the largest number of so many bits, an entry of code 0 takes that many and, being a
 * zero itself, one more. Zeros behind the last entry are not stored. Codes are the matrix' values and not negative.
 */
public record RelativeIndex(int codeBits, int indexBits) implements Format {
    public RelativeIndex {
        new Words(codeBits, false);
        requireIndex(indexBits);
    }

    static void requireIndex(int indexBits) {
        if (indexBits < 1 || indexBits > 30) {
            throw new IllegalArgumentException("RelativeIndex: indices of 1 to 30 bit are wanted, not " + indexBits);
        }
    }

    /** Takes one stored entry after another. */
    @FunctionalInterface
    interface Entries {
        /**
         * The next entry.
         *
         * @param zeros before it
         * @param code 0 for padding
         */
        void entry(int zeros, int code);
    }

    @Override
    public String key() {
        return "deep-compression";
    }

    /** What is stored, in order. */
    void each(SparseMatrix matrix, Entries entries) {
        int longest = (1 << indexBits) - 1;
        long next = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            for (int entry = matrix.rowStarts()[row]; entry < matrix.rowStarts()[row + 1]; entry++) {
                long place = (long) row * matrix.columns() + matrix.columnIndices()[entry];
                long zeros = place - next;
                for (; zeros > longest; zeros -= longest + 1) {
                    entries.entry(longest, 0);
                }
                entries.entry((int) zeros, matrix.values()[entry]);
                next = place + 1;
            }
        }
    }

    @Override
    public long bits(SparseMatrix matrix) {
        long[] count = new long[1];
        each(matrix, (zeros, code) -> count[0]++);
        return count[0] * (codeBits + indexBits);
    }

    @Override
    public Bits encode(SparseMatrix matrix) {
        BitWriter writer = new BitWriter();
        Words codes = new Words(codeBits, false);
        each(matrix, (zeros, code) -> {
            codes.write(code, writer);
            writer.write(zeros, indexBits);
        });
        return writer.bits();
    }

    @Override
    public SparseMatrix decode(int rows, int columns, Bits bits) {
        BitReader reader = new BitReader(bits);
        Words codes = new Words(codeBits, false);
        Triplets entries = new Triplets(rows, columns);
        long place = 0;
        while (!reader.isAtEnd()) {
            int code = codes.read(reader);
            place += reader.read(indexBits);
            entries.add(place++, code);
        }
        return entries.matrix();
    }
}
