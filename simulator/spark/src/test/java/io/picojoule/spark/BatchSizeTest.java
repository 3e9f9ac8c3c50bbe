package io.picojoule.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Are tasks soon about half a second long, whatever a point takes? */
class BatchSizeTest {
    @Test
    void beginsWithOnePoint() {
        assertThat(new BatchSize().points()).isEqualTo(1);
    }

    @Test
    void growsFourfoldAtMost() {
        BatchSize size = new BatchSize();
        size.learn(1, 1_000);
        assertThat(size.points()).isEqualTo(4);
        size.learn(1, 1_000);
        assertThat(size.points()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"1000, 5000", "1000000, 500", "15000000, 33", "2000000000, 1"})
    void isHalfASecond(long nanosecondsAPoint, int points) {
        BatchSize size = new BatchSize();
        for (int i = 0; i < 50; i++) {
            size.learn(size.points(), size.points() * nanosecondsAPoint);
        }
        assertThat(size.points()).isEqualTo(points);
    }

    @Test
    void forgetsTheSlowFirstPoints() {
        BatchSize size = new BatchSize();
        size.learn(1, 2_000_000_000L);
        assertThat(size.points()).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            size.learn(1, 1_000_000);
        }
        assertThat(size.points()).isBetween(450, 500);
    }

    @Test
    void learnsNothingFromNothing() {
        BatchSize size = new BatchSize();
        size.learn(0, 0);
        assertThat(size.points()).isEqualTo(1);
    }
}
