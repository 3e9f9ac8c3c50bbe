package io.picojoule.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SwingTest {
    private final Comparison comparison = SampleComparisons.withRange();
    private final Swing swing = Swing.of(comparison).get(0);

    @Test
    void anEndIsComparedOverTheLayersOfTheStatedValue() {
        Score low = swing.low().orElseThrow();
        assertThat(low.run().layers()).hasSize(2);
        assertThat(swing.changeOfThroughput(low)).isCloseTo(1, within(1e-12));
        assertThat(swing.changeOfEfficiency(low)).isCloseTo(swing.stated().energy() / low.energy() - 1, within(1e-12));
    }

    @Test
    void anEndAtWhichALayerDoesNotRunHasNoFigure() {
        assertThat(swing.high()).isEmpty();
        assertThat(swing.throughputText()).isEqualTo("+100.0 % .. –");
    }

    @Test
    void rangesAreInEveryForm() {
        assertThat(ComparisonTable.of(comparison, false))
                .containsPattern("chip +memory.dram.bandwidth +480 MB/s +240 MB/s .. 1 GB/s +[+]100.0 % .. –");
        JsonNode range =
                JsonMapper.shared().readTree(ComparisonJson.of(comparison)).at("/accelerators/0/ranges/0");
        assertThat(range.at("/of").asString()).isEqualTo("accelerator");
        assertThat(range.at("/path").asString()).isEqualTo("memory.dram.bandwidth");
        assertThat(range.at("/atLow/inferencesPerSecond").asDouble()).isPositive();
        assertThat(range.at("/atLow/changeOfInferencesPerSecond").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(range.at("/atHigh").isNull()).isTrue();
        assertThat(ComparisonCsv.of(comparison)).contains("\nrange,memory.dram.bandwidth,240 MB/s,chip,4,2,,");
        assertThat(Swing.of(SampleComparisons.two())).isEmpty();
    }
}
