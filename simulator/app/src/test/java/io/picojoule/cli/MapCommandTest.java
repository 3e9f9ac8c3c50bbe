package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches for mappings, what they print, and what can be given back, end to end. */
class MapCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void printsTheBestOfEachLayer_withProof() {
        assertThat(terminal.pj("map", "eyeriss", "lenet5", "--top", "3")).isZero();
        assertThat(terminal.out())
                .contains("conv1", "{m: ", "candidates exist", "Each best is proven")
                .containsPattern("conv2 +1 +\\{m: ");
        assertThat(terminal.out().lines().filter(line -> line.contains("{m: "))).hasSize(4 * 3);
    }

    @Test
    void countsAddUp_andTheBestComeFirst() {
        terminal.pj("map", "eyeriss", "lenet5", "--top", "4", "--objective", "energy", "--format", "json");
        JsonNode result = json(terminal.out());
        assertThat(result.get("objective").asString()).isEqualTo("energy");
        assertThat(result.get("command").asString())
                .isEqualTo("pj map eyeriss lenet5 --batch 1 --objective energy --top 4");
        assertThat(result.get("layers")).hasSize(4);
        for (JsonNode layer : result.get("layers")) {
            JsonNode search = layer.get("search");
            assertThat(search.get("weighed").asLong() + search.get("cut").asLong())
                    .isEqualTo(search.get("candidates").asLong());
            assertThat(search.get("proven").asBoolean()).isTrue();
            assertThat(search.get("gap").asDouble()).isZero();
            double before = 0;
            for (JsonNode mapping : layer.get("mappings")) {
                assertThat(mapping.get("picojoules").asDouble()).isGreaterThanOrEqualTo(before);
                before = mapping.get("picojoules").asDouble();
                assertThat(mapping.get("estimatedCycles").asLong()).isPositive();
            }
        }
    }

    @Test
    void aSavedMapping_givenBack_makesTheSameRun() throws IOException {
        assertThat(terminal.pj("map", "eyeriss", "lenet5", "--save", "saved/best.yaml", "--quiet"))
                .isZero();
        terminal.pj("run", "eyeriss", "lenet5", "--mapping", "search", "--out", "searched", "--quiet");
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--mapping", "saved/best.yaml", "--out", "given", "--quiet"))
                .as(terminal.err())
                .isZero();
        JsonNode searched = json(Files.readString(folder.resolve("searched/result.json")));
        JsonNode given = json(Files.readString(folder.resolve("given/result.json")));
        assertThat(given.get("totals")).isEqualTo(searched.get("totals"));
        assertThat(given.get("layers").get(0).get("mappingOrigin").asString()).isEqualTo("given");

        // What a run leaves behind can be given back as well.
        terminal.pj("run", "eyeriss", "lenet5", "--mapping", "searched/mapping.yaml", "--out", "again", "--quiet");
        JsonNode again = json(Files.readString(folder.resolve("again/result.json")));
        assertThat(again.get("totals")).isEqualTo(searched.get("totals"));
    }

    /** Packed words, a fully-connected layer that may be flattened, parts of a recurrent one, and names that YAML must escape. */
    @Test
    void aRunsMappings_givenBack_makeTheSameRun_whateverItsLayersAreAndAreCalled() throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), """
                name: odd
                description: test
                source: test
                input: {channels: 3, height: 9, width: 9}
                layers:
                  - {name: "tab\\tbell\\u0007", kind: conv, filters: 5, kernel: 3, input-density: 0.4}
                  - {name: "next\\u0085line\\r\\n", kind: fully-connected, outputs: 7}
                  - {name: "a \\"quoted\\\\one\\"", kind: lstm, hidden: 6, steps: 4}
                  - {name: "true", kind: matmul, m: 4, k: 6, n: 5}
                """);
        terminal.pj("run", "eyeriss-8bit", "odd.yaml", "--batch", "3", "--out", "searched", "--quiet");
        assertThat(terminal.pj(
                        "run",
                        "eyeriss-8bit",
                        "odd.yaml",
                        "--batch",
                        "3",
                        "--mapping",
                        "searched/mapping.yaml",
                        "--out",
                        "given",
                        "--quiet"))
                .as(terminal.err())
                .isZero();
        JsonNode searched = json(Files.readString(folder.resolve("searched/result.json")));
        JsonNode given = json(Files.readString(folder.resolve("given/result.json")));
        assertThat(given.get("totals")).isEqualTo(searched.get("totals"));
        assertThat(given.get("layers")
                        .valueStream()
                        .filter(layer -> layer.get("mappingOrigin").asString().equals("given")))
                .hasSize(5);
    }

    @Test
    void layersThatAreAlikeShareARow_andTheSavedFileHasAll() throws IOException {
        assertThat(terminal.pj("map", "eyeriss", "resnet18", "--layers", "layer1*", "--save", "best.yaml"))
                .isZero();
        assertThat(terminal.out()).contains("layer1.0.conv1 +3").contains("1 layer searched");
        assertThat(Files.readString(folder.resolve("best.yaml")))
                .contains("layer1.0.conv1: {m:", "layer1.0.conv2: {m:", "layer1.1.conv2: {m:");
    }

    @Test
    void aGivenMapping_isShownBesideTheBest() {
        assertThat(terminal.pj("map", "eyeriss", "alexnet", "--batch", "4", "--layers", "conv2"))
                .isZero();
        assertThat(terminal.out()).containsPattern("given +\\{m: 64, n: 1, e: 27, p: 16, q: 2, r: 1, t: 1}.* \\+");
    }

    @Test
    void aBudgetThatIsTooSmall_leavesAGap() {
        assertThat(terminal.pj("map", "eyeriss", "vgg16", "--layers", "conv5_1", "--budget", "0ms", "--format", "json"))
                .isZero();
        JsonNode search = json(terminal.out()).get("layers").get(0).get("search");
        assertThat(search.get("proven").asBoolean()).isFalse();
        assertThat(search.get("gap").asDouble()).isBetween(1e-6, 1.0);
        terminal.pj("map", "eyeriss", "vgg16", "--layers", "conv5_1", "--budget", "0ms");
        assertThat(terminal.out()).contains("within ", "Time was up for 1 layer");
    }

    @Test
    void wrongOptions_areToldAllAtOnce() {
        assertThat(terminal.pj(
                        "map", "eyeriss", "lenet5", "--top", "0", "--budget", "soon", "--batch", "1,2", "--save", "x"))
                .isEqualTo(2);
        assertThat(terminal.err())
                .contains("--top 0", "0 is too small")
                .contains("--budget soon", "\"soon\" is not a time", "ms, s or min")
                .contains("--save x", "there are several batches")
                .doesNotContain("\tat ");
    }

    @Test
    void anInfeasibleLayer_isAResultWithItsReason() {
        assertThat(terminal.pj(
                        "map",
                        "eyeriss",
                        "lenet5",
                        "--set",
                        "memory.global-buffer.capacity=64 B",
                        "--set",
                        "memory.global-buffer.bank=64 B"))
                .isZero();
        assertThat(terminal.out())
                .contains("no mapping fits; even the smallest does not: global buffer")
                .doesNotContain("proven");
        terminal.pj(
                "map",
                "eyeriss",
                "lenet5",
                "--set",
                "memory.global-buffer.capacity=64 B",
                "--set",
                "memory.global-buffer.bank=64 B",
                "--format",
                "csv");
        assertThat(terminal.out().lines().toList().get(1))
                .startsWith("conv1,,,")
                .contains("no mapping fits");
    }
}
