package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches for mappings, what they print, and what can be given back, end to end. */
class MapCommandTest extends TerminalTest {
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
    void aGivenMapping_thatDoesNotFit_isShownWithTheReason() throws IOException {
        Files.writeString(folder.resolve("m.yaml"), "conv2: {m: 50, n: 1, e: 8, p: 10, q: 1, r: 3, t: 1}\n");
        assertThat(terminal.pj("map", "eyeriss", "lenet5", "--layers", "conv2", "--mapping", "m.yaml"))
                .isZero();
        assertThat(terminal.out())
                .containsPattern("given +the given mapping does not fit: array: a chain of R x r = 15");
    }

    @Test
    void anInput_isNeverOverwritten() throws IOException {
        terminal.pj("init", "workload", "--out", "net.yaml");
        String before = Files.readString(folder.resolve("net.yaml"));
        assertThat(terminal.pj("map", "eyeriss", "net.yaml", "--save", "./net.yaml"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("net.yaml: it is an input, and would be lost");
        assertThat(terminal.pj("run", "eyeriss", "net.yaml", "--trace", "net.yaml"))
                .isEqualTo(2);
        assertThat(Files.readString(folder.resolve("net.yaml"))).isEqualTo(before);
    }

    @Test
    void aRunWhoseSearchWasStopped_orWhoseMappingWasCut_saysSo() throws IOException {
        terminal.pj("run", "eyeriss", "vgg16", "--layers", "conv5_1", "--budget", "0ms", "--out", "o");
        assertThat(terminal.err())
                .containsPattern(
                        "note: time was up before the mappings of 1 of 1 searched layers were proven; up to [0-9]+ % may be left");
        assertThat(json(Files.readString(folder.resolve("o/result.json"))).get("notes"))
                .hasSize(1);
        Files.writeString(
                folder.resolve("m.yaml"), "conv1: {m: 99, n: 9, e: 14, p: 5, q: 1, r: 1, t: 1, filter-rows: 9}\n");
        terminal.pj("run", "eyeriss", "lenet5", "--layers", "conv1", "--mapping", "m.yaml", "--out", "o");
        assertThat(terminal.err())
                .contains("note: layer 'conv1': the given mapping is larger than the layer, and was cut to {m: 20,");
        Files.writeString(folder.resolve("m.yaml"), "conv1: {m: 20, n: 9, e: 14, p: 5, q: 1, r: 1, t: 1}\n");
        terminal.pj("run", "eyeriss", "lenet5", "--layers", "conv1", "--mapping", "m.yaml", "--out", "o");
        assertThat(terminal.err()).as("n follows the batch").doesNotContain("cut");
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
