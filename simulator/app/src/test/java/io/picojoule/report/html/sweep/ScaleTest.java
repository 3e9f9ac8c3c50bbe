package io.picojoule.report.html.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void ticksAreRoundAndBetweenTheEnds() {
        assertThat(Scale.of(0.3, 9.7, 0, 100).isLog()).isTrue();
        assertThat(Scale.of(0.3, 9.7, 0, 100).ticks(8)).containsExactly(0.5, 1.0, 2.0, 5.0, 10.0);
        assertThat(Scale.of(0, 97, 0, 100).ticks(6)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Scale.of(-1, 1, 0, 100).ticks(5)).containsExactly(-1.0, -0.5, 0.0, 0.5, 1.0);
        assertThat(Scale.of(1e-9, 1e9, 0, 100).ticks(7)).containsExactly(1e-9, 1e-6, 1e-3, 1e0, 1e3, 1e6, 1e9);
    }

    @Test
    void oneValueLiesInTheMiddle() {
        assertThat(Scale.of(5, 5, 0, 100).at(5)).isEqualTo(50);
        assertThat(Scale.of(0, 0, 0, 100).at(0)).isEqualTo(50);
        assertThat(Scale.of(Double.NaN, Double.NaN, 0, 100).at(Double.NaN)).isNaN();
    }
}
