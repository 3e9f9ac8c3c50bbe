package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void nothingIsLeftThatATerminalObeys() {
        assertThat(OneLine.of("a\u001b[2Jb\nc\r\u2028d\u202ee\u0085\u0000f\t")).isEqualTo("a [2Jb c  d e  f ");
        assertThat(OneLine.of("µJ 3 × 4, é")).isEqualTo("µJ 3 × 4, é");
    }
}
