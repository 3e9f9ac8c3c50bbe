package io.picojoule.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.workload.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Does every format give back what it was given, in exactly as many bits as it says? */
class FormatsTest {
    private static final int CASES = 3_000;

    private final RandomMatrices matrices = new RandomMatrices();

    private void comesBack(Supplier<Format> formats, int bits, boolean signed) {
        for (int i = 0; i < CASES; i++) {
            Format format = formats.get();
            SparseMatrix matrix = matrices.next(bits, signed);
            String drawn = format + ", " + matrix + ", case " + i + " of -Dpicojoule.seed=" + RandomMatrices.SEED;

            Bits encoded = format.encode(matrix);

            assertThat(encoded.length()).as(drawn).isEqualTo(format.bits(matrix));
            assertThat(format.decode(matrix.rows(), matrix.columns(), encoded))
                    .as(drawn)
                    .isEqualTo(matrix);
        }
    }

    @Test
    void dense_comesBack() {
        comesBack(() -> new Dense(9), 9, true);
        comesBack(() -> new Dense(32), 32, true);
    }

    @Test
    void bitmask_comesBack() {
        comesBack(() -> new Bitmask(16), 16, true);
    }

    @Test
    void compressedRows_comeBack() {
        comesBack(() -> new CompressedRows(matrices.between(4, 16)), 4, true);
    }

    @Test
    void runLength_comesBack() {
        comesBack(() -> new RunLength(16), 16, true);
        comesBack(() -> new RunLength(matrices.between(3, 32)), 3, true);
    }

    @Test
    void relativeIndex_comesBack() {
        comesBack(() -> new RelativeIndex(5, matrices.between(1, 9)), 5, false);
    }

    @Test
    void interleavedColumns_comeBack() {
        comesBack(() -> new InterleavedColumns(4, matrices.between(1, 5), 16, matrices.between(1, 30)), 4, false);
    }

    /** 2 x 7 with runs of 0, 2, 8 and 2 zeros, the last behind all. */
    private static final SparseMatrix KNOWN =
            SparseMatrix.of(2, 7, new int[] {1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0});

    @Test
    void sizes_areThoseThatOneCountsByHand() {
        assertThat(new Dense(16).bits(KNOWN)).isEqualTo(14 * 16);
        assertThat(new Bitmask(16).bits(KNOWN)).isEqualTo(14 + 3 * 16);
        // Three pointers up to 3 take 2 bits each, columns up to 6 take 3.
        assertThat(new CompressedRows(16).bits(KNOWN)).isEqualTo(3 * 2 + 3 * (3 + 16));
        // Four pairs, as the zeros at the end need one: two words.
        assertThat(new RunLength(16).bits(KNOWN)).isEqualTo(2 * 64);
        // Runs up to 3: of seven zeros four are a padding entry, and three stand before the last weight.
        assertThat(new RelativeIndex(5, 2).bits(KNOWN)).isEqualTo(4 * (5 + 2));
        assertThat(new RelativeIndex(5, 1).bits(KNOWN)).isEqualTo((3 + 1 + 3) * (5 + 1));
        // A PE a row: no zeros before any entry; eight pointers each.
        assertThat(new InterleavedColumns(4, 4, 16, 2).bits(KNOWN)).isEqualTo(3 * 8 + 2 * 8 * 16);
    }

    /** The layout of Fig. 2 of the Deep Compression paper: 3.4 at 1, 0.9 at 4, 1.7 at 15, differences of 3 bits. */
    @Test
    void theExampleOfThePaper_hasOneFillerZero() {
        int[] dense = new int[16];
        dense[1] = 34;
        dense[4] = 9;
        dense[15] = 17;
        List<List<Integer>> entries = new ArrayList<>();
        new RelativeIndex(8, 3).each(SparseMatrix.of(1, 16, dense), (zeros, code) -> entries.add(List.of(zeros, code)));

        // The paper counts steps, 1, 3, 8, 3; these are the zeros between.
        assertThat(entries).containsExactly(List.of(1, 34), List.of(2, 9), List.of(7, 0), List.of(2, 17));
    }

    /** Entries by walking each PE's column, as EIE's section III-B tells it. */
    @Test
    void eiesPadding_isCountedWithinAPesOwnRowsOfOneColumn() {
        for (int i = 0; i < CASES; i++) {
            SparseMatrix matrix = matrices.next(4, false);
            int pes = matrices.between(1, 8);
            int[] dense = matrix.toDense();
            long entries = 0;
            for (int pe = 0; pe < pes; pe++) {
                for (int column = 0; column < matrix.columns(); column++) {
                    int zeros = 0;
                    for (int row = pe; row < matrix.rows(); row += pes) {
                        if (dense[row * matrix.columns() + column] != 0) {
                            entries += 1 + zeros / 4;
                            zeros = 0;
                        } else {
                            zeros++;
                        }
                    }
                }
            }
            assertThat(new InterleavedColumns(4, 2, 16, pes).bits(matrix))
                    .as("case " + i + " of -Dpicojoule.seed=" + RandomMatrices.SEED)
                    .isEqualTo(entries * 6 + pes * (matrix.columns() + 1L) * 16);
        }
    }

    @Test
    void pointersThatOverflow_stillTellHowManyEntriesAColumnHas() {
        int[] dense = new int[64 * 3];
        java.util.Arrays.fill(dense, 5);
        SparseMatrix full = SparseMatrix.of(64, 3, dense);
        Format format = new InterleavedColumns(4, 4, 7, 1);

        assertThat(format.decode(64, 3, format.encode(full))).isEqualTo(full);
    }

    @Test
    void valuesThatAreTooWide_areRefused() {
        SparseMatrix nine = SparseMatrix.of(1, 2, new int[] {0, 9});
        assertThatThrownBy(() -> new Dense(4).encode(nine))
                .hasMessage("Words: 9 is none of the values -8 to 7 of 4 bit");
        assertThatThrownBy(() -> new RelativeIndex(3, 4).encode(nine))
                .hasMessage("Words: 9 is none of the values 0 to 7 of 3 bit");
    }

    @Test
    void widthsThatAreNone_areRefused() {
        assertThatThrownBy(() -> new Dense(0)).hasMessage("Words: values of 1 to 32 bit are wanted, not 0");
        assertThatThrownBy(() -> new RelativeIndex(4, 0))
                .hasMessage("RelativeIndex: indices of 1 to 30 bit are wanted, not 0");
        assertThatThrownBy(() -> InterleavedColumns.eie(0)).hasMessage("InterleavedColumns: there must be a PE, not 0");
    }
}
