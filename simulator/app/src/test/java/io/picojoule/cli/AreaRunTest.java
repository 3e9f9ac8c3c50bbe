package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The area of a machine, from its file to the results. */
class AreaRunTest extends TerminalTest {
    private JsonNode run(String... arguments) {
        assertThat(terminal.pj(arguments)).as(terminal.err()).isZero();
        return JsonMapper.shared().readTree(terminal.out());
    }

    @Test
    void partsAddUpAndDivideTheThroughput() throws IOException {
        JsonNode result = run("run", "eyeriss", "lenet5", "--format", "json", "--out", "o");
        double sum = 0;
        for (JsonNode part : result.at("/area/byComponent")) {
            sum += part.asDouble();
        }

        assertThat(result.at("/area/squareMillimetres").asDouble()).isCloseTo(sum, within(1e-9));
        assertThat(result.at("/area/storageSquareMillimetres").asDouble())
                .isCloseTo(
                        result.at("/area/byComponent/scratchpad").asDouble()
                                + result.at("/area/byComponent/global-buffer").asDouble()
                                + result.at("/area/byComponent/weight-buffer").asDouble(),
                        within(1e-9));
        assertThat(result.at("/totals/inferencesPerSecondPerSquareMillimetre").asDouble())
                .isCloseTo(result.at("/totals/inferencesPerSecond").asDouble() / sum, within(1e-6));
        assertThat(Files.readString(folder.resolve("o/report.html"))).contains("Area: 12.4 mm²", "scratchpad");
    }

    @Test
    void aProcessorHasItsDie() {
        JsonNode result = run("run", "titan-x-maxwell", "lenet5", "--format", "json", "--out", "o");

        assertThat(result.at("/area/squareMillimetres").asDouble()).isEqualTo(601);
        assertThat(result.at("/area/byComponent/die").asDouble()).isEqualTo(601);
    }

    /** No node is stated, an FPGA, a processor whose die nobody states. */
    @ParameterizedTest
    @ValueSource(strings = {"scale-sim-os", "fpga15-vc707", "tegra-k1"})
    void whereNothingIsKnownNothingIsSaid(String machine) throws IOException {
        JsonNode result = run("run", machine, "alexnet", "--layers", "conv5", "--format", "json", "--out", "o");

        assertThat(result.at("/area").isNull()).isTrue();
        assertThat(result.at("/totals/inferencesPerSecondPerSquareMillimetre").isNull())
                .isTrue();
        assertThat(Files.readString(folder.resolve("o/report.html"))).doesNotContain("Area: ");
    }

    @ParameterizedTest
    @CsvSource({"array.rows=24", "memory.global-buffer.capacity=200 KiB", "technology=90 nm", "area-table=mine.yaml"})
    void whatIsSetMovesIt(String setting) throws IOException {
        Path mine = Files.writeString(
                folder.resolve("mine.yaml"), "extends: area-45nm\nmemory: [{capacity: 4 KiB, area: 82840 um2}]\n");
        double usual = run("run", "eyeriss", "lenet5", "--format", "json", "--out", "o")
                .at("/area/squareMillimetres")
                .asDouble();
        String set = setting.replace("mine.yaml", mine.toString());

        assertThat(run("run", "eyeriss", "lenet5", "--set", set, "--format", "json", "--out", "o")
                        .at("/area/squareMillimetres")
                        .asDouble())
                .isNotCloseTo(usual, within(usual * 0.01));
    }

    @Test
    void machinesSideBySide() throws IOException {
        JsonNode comparison =
                run("compare", "eyeriss", "titan-x-maxwell", "--workload", "lenet5", "--format", "json", "--out", "o");

        assertThat(comparison.toString())
                .contains("\"squareMillimetres\":601", "inferencesPerSecondPerSquareMillimetre");
        assertThat(Files.readString(folder.resolve("o/comparison.html"))).contains("601 mm²", "per square millimetre");
    }
}
