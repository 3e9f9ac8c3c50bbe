package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The numbers that the detailed engine moves are those of the layer. */
class DetailedArrayTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    @Test
    void outputs_equalThoseOfThePlainLoopNest_onGeneratedCases() {
        RandomCases cases = new RandomCases(SEED);
        for (int number = 0; number < 400; number++) {
            RandomCase generated = cases.make(number);
            int[] expected =
                    ReferenceConvolution.outputs(generated.job().passes().nest(), generated.job().data());
            assertThat(DetailedArray.run(generated.job()).outputs())
                    .as(generated.description())
                    .isEqualTo(expected);
        }
    }
}
