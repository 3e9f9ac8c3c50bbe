package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;

/**
 * Compressed sparse rows: where each row begins and the last one ends, then the column and the value of each entry. Pointers have the
 * fewest bits that hold the number of entries, indices the fewest that hold the last column. The number of entries itself is known.
 */
public record CompressedRows(int valueBits) implements Format {
    public CompressedRows {
        new Words(valueBits, true);
    }

    @Override
    public String key() {
        return "csr";
    }

    @Override
    public long bits(SparseMatrix matrix) {
        return (matrix.rows() + 1L) * pointerBits(matrix.nonZeros())
                + matrix.nonZeros() * (indexBits(matrix.columns()) + valueBits);
    }

    private static int pointerBits(long entries) {
        return Long.SIZE - Long.numberOfLeadingZeros(entries);
    }

    private static int indexBits(int columns) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(columns - 1);
    }

    @Override
    public Bits encode(SparseMatrix matrix) {
        BitWriter writer = new BitWriter();
        for (int start : matrix.rowStarts()) {
            writer.write(start, pointerBits(matrix.nonZeros()));
        }
        Words words = new Words(valueBits, true);
        for (int entry = 0; entry < matrix.nonZeros(); entry++) {
            writer.write(matrix.columnIndices()[entry], indexBits(matrix.columns()));
            words.write(matrix.values()[entry], writer);
        }
        return writer.bits();
    }

    @Override
    public SparseMatrix decode(int rows, int columns, Bits bits) {
        int entries = entries(rows, columns, bits.length());
        BitReader reader = new BitReader(bits);
        int[] starts = new int[rows + 1];
        for (int row = 0; row <= rows; row++) {
            starts[row] = (int) reader.read(pointerBits(entries));
        }
        Words words = new Words(valueBits, true);
        int[] indices = new int[entries];
        int[] values = new int[entries];
        for (int entry = 0; entry < entries; entry++) {
            indices[entry] = (int) reader.read(indexBits(columns));
            values[entry] = words.read(reader);
        }
        return new SparseMatrix(rows, columns, starts, indices, values);
    }

    /** The number of entries of which there are so many bits: the size grows with every entry. */
    private int entries(int rows, int columns, long length) {
        int pointerBits = 0;
        while (true) {
            long left = length - (rows + 1L) * pointerBits;
            long entries = left / (indexBits(columns) + valueBits);
            if (pointerBits(entries) == pointerBits) {
                return Math.toIntExact(entries);
            }
            pointerBits++;
        }
    }
}
