package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Has a seeded tensor exactly the density that is asked for, and is it the same for ever? */
class SyntheticTensorTest {
    private static long nonZeros(int[] values) {
        return Arrays.stream(values).filter(value -> value != 0).count();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.25, 0.3661, 0.5, 0.9999, 1})
    void density_isExact(double density) {
        for (int size : new int[] {1, 2, 3, 10, 999, 10_000}) {
            for (long seed = 1; seed <= 20; seed++) {
                int[] values = SyntheticTensor.of(size, density, true, new SplitMix(seed));
                assertThat(values).hasSize(size);
                assertThat(nonZeros(values))
                        .as("size " + size + ", seed " + seed)
                        .isEqualTo(Math.round(density * size));
            }
        }
    }

    @Test
    void equalSeeds_giveEqualTensors_andOthersOthers() {
        int[] first = LayerData.synthetic(0.5, true, "conv1/weight", 1).values(1_000);

        assertThat(LayerData.synthetic(0.5, true, "conv1/weight", 1).values(1_000))
                .isEqualTo(first);
        assertThat(LayerData.synthetic(0.5, true, "conv1/weight", 2).values(1_000))
                .isNotEqualTo(first);
        assertThat(LayerData.synthetic(0.5, true, "conv2/weight", 1).values(1_000))
                .isNotEqualTo(first);
    }

    @Test
    void signs_areAsAskedFor() {
        assertThat(SyntheticTensor.of(10_000, 1, false, new SplitMix(1)))
                .contains(1, 8)
                .doesNotContain(0, -1, 9);
        assertThat(SyntheticTensor.of(10_000, 1, true, new SplitMix(1)))
                .contains(1, 8, -1, -8)
                .doesNotContain(0, 9, -9);
    }

    @Test
    void everyPlace_isAsLikelyAsAnother() {
        int[] hits = new int[10];
        for (int seed = 0; seed < 4_000; seed++) {
            int[] values = SyntheticTensor.of(hits.length, 0.3, false, new SplitMix(seed));
            for (int i = 0; i < hits.length; i++) {
                hits[i] += values[i] == 0 ? 0 : 1;
            }
        }
        // 1,200 are expected; the standard deviation is 29.
        for (int count : hits) {
            assertThat(count).isBetween(1_050, 1_350);
        }
    }
}
