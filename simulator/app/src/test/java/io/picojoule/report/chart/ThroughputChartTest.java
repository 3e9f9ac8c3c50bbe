package io.picojoule.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.chart.ThroughputChart.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ThroughputChartTest {
    private static final Pattern TIP = Pattern.compile(
            "<rect class=\"tip\" x=\"(-?\\d+)\" y=\"(-?\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"><title>([^<]*)");

    private static final String TWO_WIDE = " stroke-width=\"2\"";

    /** Where a point is drawn. */
    private record Drawn(double x, double y, int size, String tip) {}

    @Test
    void everyPointIsThereWithItsNameAndFigures() {
        String svg = svg(point(1, 0.01, 100), point(4, 0.03, 133.3), point(16, 0.08, 200));
        assertThat(drawn(svg))
                .extracting(Drawn::tip)
                .containsExactlyInAnyOrder(
                        "batch 1: 100 inf/s, 10.0 ms", "batch 4: 133 inf/s, 30.0 ms", "batch 16: 200 inf/s, 80.0 ms");
        assertThat(svg)
                .contains(">batch 1<", ">batch 4<", ">batch 16<")
                .contains(">latency of the whole batch<", ">10 ms<", ">100 inf/s<");
    }

    /** Equal factors are equal distances on both axes: 10 to 100 ms as far as 100 ms to 1 s. */
    @Test
    void bothAxesAreLogarithmic() {
        List<Drawn> drawn = drawn(svg(point(1, 0.01, 100), point(20, 0.1, 200), point(400, 1, 400)));
        assertThat(drawn.get(1).x - drawn.get(0).x).isCloseTo(drawn.get(2).x - drawn.get(1).x, within());
        assertThat(drawn.get(0).y - drawn.get(1).y)
                .isGreaterThan(50)
                .isCloseTo(drawn.get(1).y - drawn.get(2).y, within());
    }

    @Test
    void thePagesOwnPointIsLargerAndInAColourOfItsOwn() {
        String svg = svg(point(1, 0.01, 100), new Point("batch 4", 0.03, 133, false, true));
        assertThat(drawn(svg))
                .filteredOn(drawn -> drawn.size > 12)
                .extracting(Drawn::tip)
                .containsExactly("batch 4: 133 inf/s, 30.0 ms");
        assertThat(svg).contains("f-point").doesNotContain("s-point");
        assertThat(svg(point(1, 0.01, 100))).doesNotContain("f-point");
    }

    @Test
    void aPointWithoutLayersIsHollow_andNoLineJoinsItToAWholeOne() {
        String whole = svg(point(1, 0.01, 100), point(4, 0.03, 133));
        String partial = svg(point(1, 0.01, 100), new Point("batch 4", 0.03, 133, true, true));
        assertThat(partial).contains("s-point").doesNotContain("f-point");
        assertThat(whole).contains(TWO_WIDE);
        assertThat(partial).doesNotContain(TWO_WIDE);
    }

    @Test
    void alikeThroughputsHaveAScaleToo() {
        assertThat(svg(point(1, 1, 9.21), point(2, 2, 9.21), point(4, 4, 9.21))).contains(">10 inf/s<", ">5 inf/s<");
    }

    @Test
    void ofManyPointsTheOwnHasItsName() {
        List<Point> points = new ArrayList<>();
        for (int batch = 1000; batch < 1100; batch++) {
            points.add(new Point("batch " + batch, batch * 1e-3, 1000, false, batch == 1050));
        }
        String svg = ThroughputChart.svg("c", "c", points);
        assertThat(svg).contains(">batch 1050<").doesNotContain(">batch 1049<", ">batch 1051<");
        assertThat(drawn(svg)).hasSize(100);
    }

    private static Offset<Double> within() {
        return Offset.offset(2.0);
    }

    private static Point point(int batch, double seconds, double inferencesPerSecond) {
        return new Point("batch " + batch, seconds, inferencesPerSecond, false, false);
    }

    private static String svg(Point... points) {
        return ThroughputChart.svg("chart", "a chart", List.of(points));
    }

    private static List<Drawn> drawn(String svg) {
        return TIP.matcher(svg).results().map(ThroughputChartTest::drawn).toList();
    }

    private static Drawn drawn(MatchResult found) {
        int width = Integer.parseInt(found.group(3));
        int height = Integer.parseInt(found.group(4));
        return new Drawn(
                Integer.parseInt(found.group(1)) + width / 2.0,
                Integer.parseInt(found.group(2)) + height / 2.0,
                width,
                found.group(5));
    }
}
