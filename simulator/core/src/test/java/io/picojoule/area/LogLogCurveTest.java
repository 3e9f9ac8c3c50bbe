package io.picojoule.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.area.LogLogCurve.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLogCurveTest {
    private static final LogLogCurve CURVE = new LogLogCurve(List.of(new Point(10, 100), new Point(1000, 10_000)), 2);

    @Test
    void pointsAreMet() {
        assertThat(CURVE.at(10)).isEqualTo(100);
        assertThat(CURVE.at(1000)).isEqualTo(10_000);
    }

    @Test
    void halfWayOnLogLogPaperIsTheGeometricMean() {
        assertThat(CURVE.at(100)).isCloseTo(1000, within(1e-9));
    }

    @Test
    void outsideItGoesOnWithTheSlopeOfWhatItMeasures() {
        assertThat(CURVE.at(5)).isCloseTo(25, within(1e-9));
        assertThat(CURVE.at(2000)).isCloseTo(40_000, within(1e-6));
        assertThat(CURVE.at(0)).isZero();
    }

    @Test
    void pointsThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> new LogLogCurve(List.of(new Point(2, 1), new Point(2, 3)), 1))
                .hasMessage("LogLogCurve: points must ascend");
        assertThatThrownBy(() -> new LogLogCurve(List.of(), 1)).hasMessage("LogLogCurve: at least one point is needed");
        assertThatThrownBy(() -> new Point(1, 0)).hasMessage("Point: size and area must be above 0");
    }
}
