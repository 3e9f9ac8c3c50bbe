package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Do the counts of MACs that meet a zero input equal a walk over all of them? */
class ZeroUsesTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    @Test
    void counts_equalTheWalk_onGeneratedLayers() {
        RandomNests nests = new RandomNests(SEED);
        SplitMix random = SplitMix.named(SEED, "densities");
        for (int number = 0; number < 300; number++) {
            LoopNest nest = nests.next();
            double density = number % 4 == 0 ? 1 : random.nextDouble();
            LayerData data = LayerData.synthetic(nest, false, density, 1, 1, "layer" + number, SEED);
            String name = "layer " + number + " of seed " + SEED + ", density " + density + ": " + nest;

            ZeroUses uses = data.zeroUses();

            assertThat(uses.ofAllColumns()).as(name).isEqualTo(walk(data, 0, nest.s() - 1));
            for (int column = 0; column < nest.s(); column++) {
                assertThat(uses.ofColumn(column)).as(name).isEqualTo(walk(data, column, column));
            }
        }
    }

    private static long[] walk(LayerData data, int firstColumn, int lastColumn) {
        LoopNest nest = data.nest();
        long[] zeros = new long[nest.g() * nest.c()];
        for (int channel = 0; channel < zeros.length; channel++) {
            for (int p = 0; p < nest.p(); p++) {
                for (int q = 0; q < nest.q(); q++) {
                    for (int r = 0; r < nest.r(); r++) {
                        for (int s = firstColumn; s <= lastColumn; s++) {
                            int row = p * nest.strideHeight() + r * nest.dilation();
                            int column = q * nest.strideWidth() + s * nest.dilation();
                            zeros[channel] += data.inputAt(channel, row, column) == 0 ? 1 : 0;
                        }
                    }
                }
            }
        }
        return zeros;
    }
}
