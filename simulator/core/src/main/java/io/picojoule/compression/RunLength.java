package io.picojoule.compression;

import io.picojoule.workload.RunLengthCode;
import io.picojoule.workload.SparseMatrix;

/**
 * Eyeriss' run-length code of the flattened matrix (JSSC 2017, Fig. 9), whose size is that of {@link RunLengthCode}: pairs of a 5-bit run
 * of zeros and the value behind it, as many whole ones in 64 bits as leave one for the end bit, which is set in the last word.
 */
public record RunLength(int valueBits) implements Format {
    private static final int RUN_BITS = 5;
    private static final int LONGEST_RUN = (1 << RUN_BITS) - 1;
    private static final int WORD_BITS = 64;
    private static final int END_BITS = 1;

    public RunLength {
        new Words(valueBits, true);
    }

    @Override
    public String key() {
        return "run-length";
    }

    @Override
    public long bits(SparseMatrix matrix) {
        RunLengthCode code = new RunLengthCode(valueBits);
        long next = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            for (int entry = matrix.rowStarts()[row]; entry < matrix.rowStarts()[row + 1]; entry++) {
                long place = (long) row * matrix.columns() + matrix.columnIndices()[entry];
                code.zeros(place - next);
                code.value(1);
                next = place + 1;
            }
        }
        code.zeros(matrix.places() - next);
        return code.bits();
    }

    @Override
    public Bits encode(SparseMatrix matrix) {
        Pairs pairs = new Pairs(new Words(valueBits, true));
        int[] dense = matrix.toDense();
        int run = 0;
        for (int place = 0; place < dense.length; place++) {
            if (dense[place] != 0 || run == LONGEST_RUN || place == dense.length - 1) {
                pairs.write(run, dense[place]);
                run = 0;
            } else {
                run++;
            }
        }
        return pairs.end();
    }

    /** Pairs into words of 64 bits. The end bit of a word is known when the next pair comes, or none. */
    private static final class Pairs {
        private final BitWriter writer = new BitWriter();
        private final Words words;
        private final int perWord;
        private int inWord;

        Pairs(Words words) {
            this.words = words;
            this.perWord = (WORD_BITS - END_BITS) / (RUN_BITS + words.bits());
        }

        void write(int run, int value) {
            if (inWord == perWord) {
                closeWord(0);
            }
            writer.write(run, RUN_BITS);
            words.write(value, writer);
            inWord++;
        }

        private void closeWord(int end) {
            writer.write(0, WORD_BITS - END_BITS - inWord * (RUN_BITS + words.bits()));
            writer.write(end, END_BITS);
            inWord = 0;
        }

        Bits end() {
            closeWord(1);
            return writer.bits();
        }
    }

    @Override
    public SparseMatrix decode(int rows, int columns, Bits bits) {
        Words words = new Words(valueBits, true);
        int perWord = (WORD_BITS - END_BITS) / (RUN_BITS + valueBits);
        long places = (long) rows * columns;
        Triplets entries = new Triplets(rows, columns);
        BitReader reader = new BitReader(bits);
        long place = 0;
        // What fills up the last word looks like a pair, but behind the last place.
        for (int pair = 1; place < places; pair++) {
            place += reader.read(RUN_BITS);
            entries.add(place++, words.read(reader));
            if (pair % perWord == 0) {
                reader.skip(WORD_BITS - perWord * (RUN_BITS + valueBits));
            }
        }
        return entries.matrix();
    }
}
