package io.picojoule.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.sweep.Axis;
import io.picojoule.sweep.SweepTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front on a terminal, as CSV and as JSON. */
class FrontTextsTest {
    private static String table(SweepTable table) {
        return FrontTable.of(SampleSweeps.report(table), Outcome.of(table), false);
    }

    private static String csv(SweepTable table) {
        return FrontCsv.of(SampleSweeps.report(table), Outcome.of(table));
    }

    private static JsonNode json(SweepTable table) {
        return JsonMapper.shared().readTree(FrontJson.of(SampleSweeps.report(table), Outcome.of(table)));
    }

    @Test
    void theTerminalHasASummaryAndTheBeginningOfTheFront() {
        String text = table(SampleSweeps.longAxis());
        assertThat(text)
                .startsWith("eyeriss-neighbours\ngrid, all points\n\npoints         200\ninfeasible     0")
                .contains("on the front   187\n", "least latency  5.00 ms  point 199: array.columns 200\n")
                .contains("least energy   28.3 mJ  point 13: array.columns 14\n")
                .endsWith("and 167 more on the front, all of them in --format csv, json and on the page\n");
        assertThat(text.lines().filter(line -> line.matches("\\s+\\d+ +\\d+ .*J")))
                .hasSize(20);
    }

    @Test
    void aSweepWithoutFrontHasNoTable() {
        assertThat(table(SampleSweeps.nothingFeasible()))
                .contains("infeasible     4 (100.0 %)", "least latency  no point has it")
                .endsWith("least energy   no point has it\n");
        assertThat(table(SampleSweeps.empty())).contains("points         0\ninfeasible     0\n");
        assertThat(table(SampleSweeps.odd())).contains("lack an objective  1");
    }

    @Test
    void csvHasTheWholeFrontWithAllDigits() {
        List<String> lines = csv(SampleSweeps.longAxis()).lines().toList();
        assertThat(lines)
                .hasSize(1 + 187)
                .startsWith(
                        "point,accelerator.array.columns,seconds,inferencesPerSecond,joules,command",
                        "199,200,0.005,200.0,0.201,pj run eyeriss alexnet --batch 4 --set 'accelerator.array.columns=200'");
        assertThat(csv(SampleSweeps.empty())).hasLineCount(1);
    }

    @Test
    void jsonSaysTheSame() {
        JsonNode json = json(SampleSweeps.longAxis());
        assertThat(json.get("format").asString()).isEqualTo("picojoule-front/1");
        assertThat(json.get("points").asLong()).isEqualTo(200);
        assertThat(json.get("objectives")).extracting(JsonNode::asString).containsExactly("seconds", "joules");
        assertThat(json.get("front")).hasSize(187);
        JsonNode first = json.get("front").get(0);
        assertThat(first).isEqualTo(json.get("best").get("seconds"));
        assertThat(first.get("point").asLong()).isEqualTo(199);
        assertThat(first.get("values").get("accelerator.array.columns").asString())
                .isEqualTo("200");
        assertThat(first.get("measures").get("seconds").asDouble()).isEqualTo(0.005);
        assertThat(json(SampleSweeps.nothingFeasible())
                        .get("best")
                        .get("seconds")
                        .isNull())
                .isTrue();
    }

    @Test
    void namesOfAxesAreShortAndTellThemApart() {
        assertThat(AxisNames.of(List.of(
                        axis("accelerator.array.rows"),
                        axis("accelerator.memory.dram.bandwidth"),
                        axis("accelerator.memory.global-buffer.capacity"),
                        axis("accelerator.dataflow"),
                        axis("run.batch"),
                        axis("workload.layers[a].x"),
                        axis("workload.b.x"))))
                .containsExactly(
                        "array.rows",
                        "dram.bandwidth",
                        "global-buffer.capacity",
                        "dataflow",
                        "batch",
                        "layers[a].x",
                        "b.x");
        assertThat(AxisNames.of(List.of(axis("a.b.c"), axis("x.b.c"), axis("b.c"))))
                .containsExactly("a.b.c", "x.b.c", "b.c");
    }

    @Test
    void areasHaveNoPrefixes() {
        assertThat(Quantity.text(12_345.6, "mm²")).isEqualTo("12,346 mm²");
        assertThat(Quantity.text(0.0123, "mm²")).isEqualTo("0.0123 mm²");
        assertThat(Quantity.text(Double.NaN, "mm²")).isEqualTo("–");
        assertThat(Quantity.tick(0.05, "s")).isEqualTo("50 ms");
        assertThat(Quantity.tick(2.5e-3, "s")).isEqualTo("2.5 ms");
        assertThat(Quantity.tick(100, "s")).isEqualTo("100 s");
    }

    private static Axis axis(String path) {
        return new Axis(path, List.of("1"));
    }
}
