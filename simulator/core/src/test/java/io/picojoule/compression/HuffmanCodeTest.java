package io.picojoule.compression;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.workload.SplitMix;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Is the code one that can be read, and is none better? */
class HuffmanCodeTest {
    private final SplitMix random = new SplitMix(RandomMatrices.SEED);

    private int[] symbols(int kinds) {
        int skew = 1 + random.nextInt(4);
        return IntStream.range(0, 1 + random.nextInt(400))
                .map(i -> IntStream.range(0, skew)
                        .map(j -> random.nextInt(kinds))
                        .min()
                        .orElse(0))
                .toArray();
    }

    private static long[] counts(int[] symbols, int kinds) {
        long[] counts = new long[kinds];
        for (int symbol : symbols) {
            counts[symbol]++;
        }
        return counts;
    }

    @Test
    void symbols_comeBack_inAsManyBitsAsTheCodeSays() {
        for (int i = 0; i < 3_000; i++) {
            int kinds = 1 + random.nextInt(60);
            int[] symbols = symbols(kinds);
            HuffmanCode code = HuffmanCode.of(counts(symbols, kinds));

            Bits bits = code.encode(symbols);

            assertThat(bits.length()).as("seed " + RandomMatrices.SEED).isEqualTo(code.bits());
            assertThat(code.decode(bits, symbols.length)).isEqualTo(symbols);
        }
    }

    /** Shannon: no code is below the entropy, and Huffman's is less than a bit a symbol above it. */
    @Test
    void sizes_areBetweenTheEntropyAndABitMore() {
        for (int i = 0; i < 3_000; i++) {
            int kinds = 2 + random.nextInt(60);
            int[] symbols = symbols(kinds);
            long[] counts = counts(symbols, kinds);
            double entropy = 0;
            for (long count : counts) {
                entropy -= count == 0 ? 0 : count * Math.log((double) count / symbols.length) / Math.log(2);
            }
            assertThat((double) HuffmanCode.of(counts).bits())
                    .as("seed " + RandomMatrices.SEED)
                    .isBetween(entropy - 1e-6, entropy + symbols.length);
        }
    }

    /** Of all lengths that a readable code of four symbols can have (Kraft), by trying them. */
    @Test
    void noCodeOfFourSymbols_isShorter() {
        for (int i = 0; i < 2_000; i++) {
            long[] counts = IntStream.range(0, 4)
                    .mapToLong(symbol -> 1 + random.nextInt(50))
                    .toArray();
            long best = Long.MAX_VALUE;
            for (int lengths = 0; lengths < 81; lengths++) {
                double kraft = 0;
                long bits = 0;
                for (int symbol = 0, rest = lengths; symbol < 4; symbol++, rest /= 3) {
                    kraft += Math.pow(2, -(rest % 3 + 1));
                    bits += counts[symbol] * (rest % 3 + 1);
                }
                best = kraft <= 1 ? Math.min(best, bits) : best;
            }
            assertThat(HuffmanCode.of(counts).bits())
                    .as("seed " + RandomMatrices.SEED)
                    .isEqualTo(best);
        }
    }

    @Test
    void aSymbolAlone_takesABit_andOneThatDoesNotOccurNone() {
        HuffmanCode code = HuffmanCode.of(new long[] {0, 7, 0});

        assertThat(code.bits()).isEqualTo(7);
        assertThat(code.length(0)).isZero();
        assertThat(HuffmanCode.of(new long[3]).bits()).isZero();
    }
}
