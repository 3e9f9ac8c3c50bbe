package io.picojoule.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.chart.Stack.Bar;
import io.picojoule.report.chart.Stack.Series;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class StackedBarsTest {
    /** A name of ten thousand letters once kept the chart busy for minutes. */
    @Test
    void longNamesAreCut_andStayApart() {
        String longName = "layer".repeat(2_000);
        Stack stack = new Stack(
                List.of(new Series("a", Ink.MAC)),
                List.of(new Bar(longName + "1", new double[] {1}), new Bar(longName + "2", new double[] {2})));
        String svg = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> StackedBars.svg("id", "label", stack, "J", "energy"));
        assertThat(svg.split("\"f-text\">layerlayer[a-z]{1,40}[.…]").length - 1)
                .as("labels")
                .isEqualTo(2);
    }
}
