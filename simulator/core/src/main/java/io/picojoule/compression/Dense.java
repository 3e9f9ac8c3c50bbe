package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;

/** Every value, zeros too, row by row. */
public record Dense(int valueBits) implements Format {
    public Dense {
        new Words(valueBits, true);
    }

    @Override
    public String key() {
        return "dense";
    }

    @Override
    public long bits(SparseMatrix matrix) {
        return Math.multiplyExact(matrix.places(), (long) valueBits);
    }

    @Override
    public Bits encode(SparseMatrix matrix) {
        BitWriter writer = new BitWriter();
        Words words = new Words(valueBits, true);
        for (int value : matrix.toDense()) {
            words.write(value, writer);
        }
        return writer.bits();
    }

    @Override
    public SparseMatrix decode(int rows, int columns, Bits bits) {
        BitReader reader = new BitReader(bits);
        Words words = new Words(valueBits, true);
        Triplets entries = new Triplets(rows, columns);
        for (long place = 0; !reader.isAtEnd(); place++) {
            entries.add(place, words.read(reader));
        }
        return entries.matrix();
    }
}
