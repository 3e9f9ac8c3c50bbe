package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs on sparse engines, end to end. */
class SparseRunCommandTest extends TerminalTest {
    private static final String[] WITHOUT_INPUT = {
        "run",
        "eie",
        "lenet5-compressed",
        "--layers",
        "ip1",
        "--out",
        "o",
        "--set",
        "workload.layers[ip1].input-density=0"
    };

    private String page() throws IOException {
        return Files.readString(folder.resolve("o/report.html"));
    }

    @Test
    void anInputOfZerosTakesThePipelineOnly() throws IOException {
        assertThat(terminal.pj(WITHOUT_INPUT)).isZero();

        JsonNode layer =
                JsonMapper.shared().readTree(folder.resolve("o/result.json")).at("/layers/0");
        assertThat(layer.at("/cycles").asLong()).isEqualTo(7);
        assertThat(layer.at("/sparse/efficiency").asDouble()).isZero();
        assertThat(page()).contains("Roofline").doesNotContain(">NaN", "\"NaN", "∞");
    }

    @Test
    void whatTakesNoCycleIsNoNonsense() throws IOException {
        String[] arguments = Arrays.copyOf(WITHOUT_INPUT, WITHOUT_INPUT.length + 2);
        arguments[WITHOUT_INPUT.length] = "--set";
        arguments[WITHOUT_INPUT.length + 1] = "pipeline=0 cycles";
        terminal.pj(arguments);

        assertThat(terminal.out()).doesNotContain("NaN", "E1");
        assertThat(Files.readString(folder.resolve("o/result.json"))).doesNotContain("NaN", "Infinity");
    }

    @Test
    void reportsSayNothingOfWhatAnEngineLacks() throws IOException {
        assertThat(terminal.pj("run", "eie", "lenet5-compressed", "--layers", "ip*", "--out", "o"))
                .isZero();

        assertThat(page())
                .contains("products of a matrix and a vector")
                .doesNotContain("passes of the array", "loop nest", "exposed DRAM", "without DRAM", "of the search");
    }

    @Test
    void aTraceHasTheLayersOnly() throws IOException {
        assertThat(terminal.pj("run", "eie", "lenet5-compressed", "--layers", "ip*", "--out", "o", "--trace", "t.json"))
                .isZero();

        assertThat(Files.readString(folder.resolve("t.json")))
                .contains("\"layers\"", "ip1", "ip2")
                .doesNotContain("bus\"", "DRAM\"");
    }

    @Test
    void aGoalThatIsMissedIsNotWithinItsMargin() {
        assertThat(terminal.pj("run", "eie-256", "alexnet-compressed", "--layers", "fc7", "--out", "o"))
                .isZero();

        assertThat(terminal.out()).contains("1 of 2 published figures of this run are within their margins");
    }
}
