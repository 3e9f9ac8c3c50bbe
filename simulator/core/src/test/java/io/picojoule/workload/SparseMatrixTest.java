package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Does a sparse matrix hold what the dense one did, and do pruning and words keep what they promise? */
class SparseMatrixTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    private final SplitMix random = new SplitMix(SEED);

    private int[] dense(int size) {
        int[] dense = new int[size];
        int zeros = random.nextInt(100);
        int range = 1 + random.nextInt(random.nextInt(2) == 0 ? 4 : Integer.MAX_VALUE / 2);
        for (int i = 0; i < size; i++) {
            dense[i] = random.nextInt(100) < zeros ? 0 : random.nextInt(2 * range + 1) - range;
        }
        return dense;
    }

    @Test
    void aDenseMatrix_comesBack() {
        for (int i = 0; i < 5_000; i++) {
            int rows = 1 + random.nextInt(12);
            int columns = 1 + random.nextInt(12);
            int[] dense = dense(rows * columns);

            SparseMatrix matrix = SparseMatrix.of(rows, columns, dense);

            assertThat(matrix.toDense()).as("seed " + SEED).isEqualTo(dense);
            assertThat(matrix.nonZeros())
                    .isEqualTo(Arrays.stream(dense).filter(value -> value != 0).count());
            assertThat(matrix.values()).doesNotContain(0);
        }
    }

    @Test
    void theLargest_areThoseThatSortingFinds_theFirstOfEqualOnes() {
        for (int i = 0; i < 5_000; i++) {
            int rows = 1 + random.nextInt(12);
            int columns = 1 + random.nextInt(12);
            int[] dense = dense(rows * columns);
            int count = random.nextInt(rows * columns + 1);
            int[] expected = new int[dense.length];
            IntStream.range(0, dense.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(place -> -Math.abs(dense[place])))
                    .limit(count)
                    .forEach(place -> expected[place] = dense[place]);

            assertThat(SparseMatrix.of(rows, columns, dense).largest(count).toDense())
                    .as("seed " + SEED)
                    .isEqualTo(expected);
        }
    }

    @Test
    void words_useTheWholeRange_andNoEntryVanishes() {
        SparseMatrix matrix = SparseMatrix.of(2, 3, new int[] {1, 0, -1_000_000, 499_999, -3, 0});

        assertThat(matrix.toWords(16).toDense()).containsExactly(1, 0, -32767, 16383, -1, 0);
        assertThat(matrix.toWords(8).toDense()).containsExactly(1, 0, -127, 63, -1, 0);
        assertThat(matrix.toWords(2).toDense()).containsExactly(1, 0, -1, 1, -1, 0);
        assertThat(matrix.toWords(32).values()).contains(-Integer.MAX_VALUE);
        assertThat(SparseMatrix.of(2, 2, new int[4]).toWords(4).nonZeros()).isZero();
    }

    @Test
    void halves_areRoundedToEven() {
        assertThat(SparseMatrix.of(1, 4, new int[] {14, 3, 5, 7}).toWords(4).values())
                .containsExactly(7, 2, 2, 4);
    }

    @Test
    void whatDoesNotFit_isRefused() {
        assertThatThrownBy(() -> SparseMatrix.of(2, 3, new int[5]))
                .hasMessage("SparseMatrix: 5 values are no matrix of 2 x 3");
        assertThatThrownBy(() -> new SparseMatrix(0, 3, new int[1], new int[0], new int[0]))
                .hasMessageContaining("must be positive, not 0 x 3");
        assertThatThrownBy(() -> new SparseMatrix(1, 3, new int[] {0, 2}, new int[1], new int[1]))
                .hasMessageContaining("do not fit each other");
        assertThatThrownBy(() -> SparseMatrix.of(1, 1, new int[1]).toWords(1))
                .hasMessage("SparseMatrix: words of 2 to 32 bit are wanted, not 1");
    }
}
