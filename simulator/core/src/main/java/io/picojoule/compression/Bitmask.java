package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;

/** A bit for every place that says whether a value is there, and then the values that are, row by row. */
public record Bitmask(int valueBits) implements Format {
    public Bitmask {
        new Words(valueBits, true);
    }

    @Override
    public String key() {
        return "bitmask";
    }

    @Override
    public long bits(SparseMatrix matrix) {
        return matrix.places() + matrix.nonZeros() * valueBits;
    }

    @Override
    public Bits encode(SparseMatrix matrix) {
        BitWriter writer = new BitWriter();
        for (int value : matrix.toDense()) {
            writer.write(value == 0 ? 0 : 1, 1);
        }
        Words words = new Words(valueBits, true);
        for (int value : matrix.values()) {
            words.write(value, writer);
        }
        return writer.bits();
    }

    @Override
    public SparseMatrix decode(int rows, int columns, Bits bits) {
        long places = (long) rows * columns;
        BitReader mask = new BitReader(bits);
        BitReader values = new BitReader(bits);
        values.skip(places);
        Words words = new Words(valueBits, true);
        Triplets entries = new Triplets(rows, columns);
        for (long place = 0; place < places; place++) {
            if (mask.read(1) == 1) {
                entries.add(place, words.read(values));
            }
        }
        return entries.matrix();
    }
}
