package io.picojoule.compression;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.workload.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Are the sizes those of the bits that one would really store? */
class DeepCompressionTest {
    private final RandomMatrices matrices = new RandomMatrices();

    @Test
    void sizes_areThoseOfTheEncodedWeights() {
        for (int i = 0; i < 1_000; i++) {
            SparseMatrix weights = matrices.next(12, true);
            int codeBits = matrices.between(1, 6);
            int indexBits = matrices.between(1, 6);
            String drawn = weights + ", case " + i + " of -Dpicojoule.seed=" + RandomMatrices.SEED;

            DeepCompression deep = DeepCompression.of(weights, codeBits, indexBits);

            SparseMatrix codes = SharedWeights.of(weights, (1 << codeBits) - 1).codes();
            RelativeIndex format = new RelativeIndex(codeBits, indexBits);
            long codebook = 32L << codeBits;
            assertThat(deep.quantisedBits())
                    .as(drawn)
                    .isEqualTo(format.encode(codes).length() + codebook);
            List<Integer> storedCodes = new ArrayList<>();
            List<Integer> storedIndices = new ArrayList<>();
            format.each(codes, (zeros, code) -> {
                storedCodes.add(code);
                storedIndices.add(zeros);
            });
            assertThat(deep.entries()).as(drawn).isEqualTo(storedCodes.size());
            assertThat(deep.huffmanBits())
                    .as(drawn)
                    .isEqualTo(huffman(storedCodes, 1 << codeBits) + huffman(storedIndices, 1 << indexBits) + codebook);
            assertThat(deep.kept()).isEqualTo(weights.nonZeros());
            assertThat(deep.originalBits()).isEqualTo(weights.places() * 32);
        }
    }

    private static long huffman(List<Integer> stored, int kinds) {
        int[] symbols = stored.stream().mapToInt(Integer::intValue).toArray();
        long[] counts = new long[kinds];
        stored.forEach(symbol -> counts[symbol]++);
        return HuffmanCode.of(counts).encode(symbols).length();
    }

    @Test
    void layers_addUp() {
        DeepCompression one = DeepCompression.of(matrices.next(8, true), 4, 4);
        DeepCompression other = DeepCompression.of(matrices.next(8, true), 5, 3);

        DeepCompression both = one.plus(other).plus(DeepCompression.NONE);

        assertThat(both.quantisedBits()).isEqualTo(one.quantisedBits() + other.quantisedBits());
        assertThat(both.huffmanBits()).isEqualTo(one.huffmanBits() + other.huffmanBits());
        assertThat(both.originalBits()).isEqualTo(one.originalBits() + other.originalBits());
    }
}
