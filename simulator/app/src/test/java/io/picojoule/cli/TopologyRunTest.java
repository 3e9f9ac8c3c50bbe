package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.Presets;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands with a network that was written for SCALE-Sim. */
class TopologyRunTest extends TerminalTest {
    private static final String HEADER =
            "Layer name, IFMAP Height, IFMAP Width, Filter Height, Filter Width, Channels, Num Filter, Strides,\n";
    /** A name that is also that of a preset, for which a machine names mappings. */
    private static final String FILE = "alexnet.csv";

    private static final String ALONE = "note: each row of alexnet.csv is a layer by itself";

    @BeforeEach
    void start() throws IOException {
        Files.writeString(
                folder.resolve(FILE), HEADER + "Conv1, 12, 12, 3, 3, 3, 8, 2,\nConv2, 9, 9, 3, 3, 4, 6, 1,\n");
    }

    @Test
    void runsAndSaysWhatIsSpecial() {
        assertThat(terminal.pj("run", "eyeriss", FILE, "--format", "json"))
                .as(terminal.err())
                .isZero();
        JsonNode run = JsonMapper.shared().readTree(terminal.out());
        assertThat(run.at("/workload/name").asString()).isEqualTo(FILE);
        assertThat(run.at("/workload/digest").asString()).hasSize(64);
        assertThat(run.at("/layers/0/macs").asLong()).isEqualTo(6L * 6 * 3 * 3 * 3 * 8);
        assertThat(run.at("/layers/1/macs").asLong()).isEqualTo(7L * 7 * 3 * 3 * 4 * 6);
        assertThat(run.at("/command").asString()).isEqualTo("pj run eyeriss alexnet.csv --batch 1");
        assertThat(run.at("/notes/0").asString()).startsWith("each row of alexnet.csv");
        assertThat(run.at("/notes/1").asString()).endsWith("over zeros, in Conv1");
        assertThat(terminal.err()).contains(ALONE, "note: as in SCALE-Sim, output sizes are rounded up");
        assertThat(folder.resolve("reports/eyeriss-alexnet.csv-b1/report.html"))
                .content()
                .contains("Note: each row of alexnet.csv", "SCALE-Sim topology alexnet.csv");
    }

    @Test
    void everyImageIsReadAndNoneIsPacked() {
        assertThat(terminal.pj("run", "eyeriss", FILE, "--format", "json", "--layers", "Conv2", "--batch", "3"))
                .isZero();
        JsonNode input = JsonMapper.shared().readTree(terminal.out()).at("/layers/0/accesses/dram/input/readBytes");
        assertThat(input.asLong()).isGreaterThanOrEqualTo(3L * 9 * 9 * 4 * 2);
    }

    @Test
    void canBeSetMappedAndShown() {
        assertThat(terminal.pj("map", "eyeriss", FILE, "--set", "workload.layers[Conv1].filters=4"))
                .isZero();
        assertThat(terminal.out()).contains("Conv1", "Conv2");
        assertThat(terminal.err()).contains(ALONE);
        assertThat(terminal.pj("map", "eyeriss", FILE, "--quiet")).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.pj("show", FILE)).isZero();
        assertThat(terminal.out()).contains("name: alexnet.csv", "input-shape:", "# Conv1  conv  3x12x12   8x6x6");
    }

    @Test
    void oneBrokenRowAndNothingRuns() throws IOException {
        Files.writeString(
                folder.resolve("bad.csv"), HEADER + "Conv1, 12, 12, 3, 3, 3, 8, 2,\nConv2, 9, 9, 3, 10, x,\n");
        assertThat(terminal.pj("run", "eyeriss", "bad.csv")).isEqualTo(2);
        assertThat(said().lines().toList())
                .hasSize(3)
                .allMatch(line -> line.startsWith("bad.csv:3:"))
                .anyMatch(line -> line.contains("Channels: \"x\" is not a whole number"));
        assertThat(terminal.out()).isEmpty();
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void ourOwnTableIsNoTopology() {
        assertThat(terminal.pj("run", "eyeriss", FILE, "--out", "o")).isZero();
        assertThat(terminal.pj("run", "eyeriss", "o/layers.csv")).isEqualTo(2);
        assertThat(said())
                .startsWith("o/layers.csv:1:1: this is no topology of SCALE-Sim")
                .hasLineCount(1);
    }

    @Test
    void whatStandsBehindADotInANamesOfAPresetIsPartOfIt() {
        assertThat(Presets.baseName("squeezenet-1.0")).isEqualTo("squeezenet-1.0");
        assertThat(Presets.baseName("a.b/net.yaml")).isEqualTo("net");
        assertThat(Presets.baseName("a/net.yml")).isEqualTo("net");
        assertThat(Presets.baseName("a/net.csv")).isEqualTo("net.csv");
        assertThat(Presets.baseName(".yaml")).isEqualTo(".yaml");
    }

    /** With files as a user in this folder calls them. */
    private String said() {
        return terminal.err().replace(folder + "/", "");
    }
}
