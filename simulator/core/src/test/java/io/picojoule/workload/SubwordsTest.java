package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Does a layer in packed words hold the same numbers, and does every count of it lead back to the layer's own? */
class SubwordsTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = 300;

    private final SplitMix random = SplitMix.named(SEED, "subwords");

    /** A generated layer with its numbers, and how it is packed. */
    private record Case(String name, LayerData data, Subwords subwords) {}

    private Case next(RandomNests nests, int number) {
        LoopNest nest = nests.next();
        LayerData data = LayerData.synthetic(nest, false, random.nextDouble(), 0.9, 1, "layer" + number, SEED);
        Subwords subwords = Subwords.of(nest, 1 + random.nextInt(8));
        return new Case("layer " + number + " of seed " + SEED + ", " + subwords + ": " + nest, data, subwords);
    }

    @Test
    void words_holdTheValuesOfNeighbouringChannels_andZerosFillTheLast() {
        RandomNests nests = new RandomNests(SEED);
        for (int number = 0; number < CASES; number++) {
            Case generated = next(nests, number);
            LayerData packed = generated.subwords().pack(generated.data());
            LoopNest nest = generated.data().nest();
            int padded = packed.nest().c() * packed.valuesPerWord();
            assertThat(padded).as(generated.name()).isBetween(nest.c(), nest.c() + packed.valuesPerWord() - 1);
            for (int group = 0; group < nest.g(); group++) {
                for (int c = 0; c < padded; c++) {
                    for (int row = 0; row < nest.inputRows(nest.p()); row++) {
                        int own = c < nest.c() ? generated.data().inputAt(group * nest.c() + c, row, 0) : 0;
                        assertThat(packed.inputAt(group * padded + c, row, 0))
                                .as(generated.name())
                                .isEqualTo(own);
                    }
                }
            }
        }
    }

    @Test
    void macs_leadBackToTheLayersOwn() {
        RandomNests nests = new RandomNests(SEED);
        for (int number = 0; number < CASES; number++) {
            Case generated = next(nests, number);
            LoopNest nest = generated.data().nest();
            long slots = generated.subwords().pack(nest).macs();
            assertThat(generated.subwords().macs(slots)).as(generated.name()).isEqualTo(nest.macs());
            assertThat(slots * generated.subwords().perWord())
                    .as(generated.name())
                    .isGreaterThanOrEqualTo(nest.macs());
        }
    }

    @Test
    void macsWithZeroWords_equalAWalkOverAllMacs() {
        RandomNests nests = new RandomNests(SEED);
        for (int number = 0; number < CASES; number++) {
            Case generated = next(nests, number);
            assertThat(generated
                            .subwords()
                            .macsWithZeroWords(generated.subwords().pack(generated.data()), 3))
                    .as(generated.name())
                    .isEqualTo(3 * walk(generated.data(), generated.subwords().perWord()));
        }
    }

    /** MACs of one image whose input, and all inputs that share its word, are zero. */
    private static long walk(LayerData data, int perWord) {
        LoopNest nest = data.nest();
        long macs = 0;
        for (int channel = 0; channel < nest.g() * nest.c(); channel++) {
            for (int p = 0; p < nest.p(); p++) {
                for (int q = 0; q < nest.q(); q++) {
                    for (int r = 0; r < nest.r(); r++) {
                        for (int s = 0; s < nest.s(); s++) {
                            int row = p * nest.strideHeight() + r * nest.dilation();
                            int column = q * nest.strideWidth() + s * nest.dilation();
                            macs += wordIsZero(data, channel, perWord, row, column) ? nest.m() : 0;
                        }
                    }
                }
            }
        }
        return macs;
    }

    private static boolean wordIsZero(LayerData data, int channel, int perWord, int row, int column) {
        int c = data.nest().c();
        int first = channel % c / perWord * perWord;
        for (int other = first; other < Math.min(c, first + perWord); other++) {
            if (data.inputAt(channel / c * c + other, row, column) != 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aWord_holdsNoMoreThanAGroup() {
        LoopNest depthwise = new LoopNest(1, 8, 1, 1, 4, 4, 3, 3, 1, 1, 1, 6, 6, 0, 0);
        assertThat(Subwords.of(depthwise, 4).perWord()).isEqualTo(1);
        assertThatThrownBy(() -> new Subwords(3, 4))
                .hasMessage("Subwords: 1 to 3 values of so many channels are in a word, not 4");
    }
}
