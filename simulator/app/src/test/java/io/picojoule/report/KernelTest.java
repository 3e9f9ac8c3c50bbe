package io.picojoule.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTest {
    @ParameterizedTest
    @CsvSource({
        "fft 128x64, fft, 128x64, fft 128x64",
        "64x64, product, 64x64, product 64x64",
        "winograd vector, winograd, , winograd vector",
        "vector, vector, , vector",
        "max-pool, max-pool, , max-pool"
    })
    void nameSaysAlgorithmAndTile(String name, String algorithm, String tile, String words) {
        Kernel kernel = new Kernel(name, 1);
        assertThat(kernel.algorithm()).isEqualTo(algorithm);
        assertThat(kernel.tile().orElse(null)).isEqualTo(tile);
        assertThat(kernel.words()).isEqualTo(words);
    }

    @Test
    void anArrayHasNone() {
        SampleRuns.report().run().layers().forEach(layer -> {
            assertThat(Kernel.of(layer)).isEmpty();
            assertThat(Kernel.wordsOf(layer)).isEmpty();
        });
    }
}
