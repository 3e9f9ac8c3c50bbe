package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What moved between two results, and what is said of a file that is no result. */
class DiffCommandTest extends TerminalTest {
    /** Just enough of a result. */
    private static final String SMALL = """
            {"format": "picojoule-result/1",
             "accelerator": {"name": "A", "digest": "aa"}, "workload": {"name": "W", "digest": "ww"},
             "batch": 4, "seed": 1, "engine": "fast", "energyTable": "45 nm",
             "totals": {"macs": 30, "cycles": 300, "seconds": 3.0, "joules": 6.0, "later": 1},
             "layers": [
              {"name": "conv1", "kind": "conv", "macs": 10, "cycles": 100, "seconds": 1.0, "joules": 2.0, "boundBy": "busy",
               "peCycles": {"busy": 90, "drain": 10}, "mapping": "for m in 0..4  @ dram\\n"},
              {"name": "fc2", "kind": "fully-connected", "macs": 20, "cycles": 200, "seconds": 2.0, "joules": 4.0, "boundBy": "dram",
               "peCycles": {"busy": 200}, "mapping": null}]}
            """;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("a.json"), SMALL);
    }

    private int diff(String after, String... options) throws IOException {
        Files.writeString(folder.resolve("b.json"), after);
        return terminal.pj(Stream.concat(Stream.of("diff", "a.json", "b.json"), Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void equalResults_moveNothing() throws IOException {
        assertThat(diff(SMALL.replace("\n", " "))).isZero();
        assertThat(terminal.out()).contains("a.json", "b.json", "nothing moved").doesNotContain("total");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void totalsComeFirst_thenLayersByTheirEffect() throws IOException {
        String after = SMALL.replace("\"seconds\": 3.0", "\"seconds\": 2.5")
                .replace("\"seconds\": 1.0", "\"seconds\": 1.5")
                .replace("\"seconds\": 2.0", "\"seconds\": 1.0")
                .replace("\"joules\": 6.0", "\"joules\": 7.0")
                .replace("\"joules\": 2.0", "\"joules\": 3.0");
        assertThat(diff(after)).isZero();
        List<List<String>> rows = cells(terminal.out());
        assertThat(rows)
                .containsSubsequence(
                        List.of("latency", "3 s", "2.50 s", "-16.7 %"),
                        List.of("energy", "6 J", "7 J", "+16.7 %"),
                        List.of(
                                "fc2",
                                "fully-connected",
                                "2 s",
                                "1 s",
                                "-50.0 %",
                                "+200.0 %",
                                "4 J",
                                "4 J",
                                "–",
                                "0.0 %"),
                        List.of(
                                "conv1",
                                "conv",
                                "1 s",
                                "1.50 s",
                                "+50.0 %",
                                "-100.0 %",
                                "2 J",
                                "3 J",
                                "+50.0 %",
                                "+100.0 %"));
        assertThat(diff(after, "--by", "joules")).isZero();
        assertThat(cells(terminal.out()))
                .contains(List.of("conv1", "conv", "2 J", "3 J", "+50.0 %", "+100.0 %"))
                .contains(List.of("fc2 moved in seconds"));
    }

    @Test
    void settingsMappingsAndBoundsAreTold() throws IOException {
        String after = SMALL.replace("\"batch\": 4", "\"batch\": 8")
                .replace("\"digest\": \"aa\"", "\"digest\": \"bb\"")
                .replace("0..4", "0..2")
                .replace("\"busy\", ", "\"drain\", ")
                .replace("\"boundBy\": \"busy\"", "\"boundBy\": \"dram\"");
        assertThat(diff(after)).isZero();
        assertThat(cells(terminal.out()))
                .contains(List.of("batch", "4", "8"), List.of("acceleratorDigest", "aa", "bb"))
                .contains(List.of("mapping changed; bound by DRAM, was compute"));
        assertThat(terminal.out()).doesNotContain("0..4", "fc2");
        assertThat(diff(after, "--verbose")).isZero();
        assertThat(terminal.out()).contains("before\n  for m in 0..4  @ dram\nafter\n  for m in 0..2  @ dram\n");
    }

    @Test
    void layersOfOneResultOnlyCountInFull() throws IOException {
        String after = SMALL.replace("\"fc2\"", "\"fc3\"").replace("\"seconds\": 3.0", "\"seconds\": 4.0");
        assertThat(diff(after, "--by", "seconds")).isZero();
        assertThat(cells(terminal.out()))
                .containsSubsequence(
                        List.of("fc2", "fully-connected", "2 s", "–", "–", "-200.0 %"),
                        List.of("only before"),
                        List.of("fc3", "fully-connected", "–", "2 s", "–", "+200.0 %"),
                        List.of("only after"));
    }

    @Test
    void whatMovesBesideTheMetricsIsNoSecret() throws IOException {
        assertThat(diff(SMALL.replace("\"busy\": 90, \"drain\": 10", "\"busy\": 80, \"drain\": 20")))
                .isZero();
        assertThat(terminal.out()).contains("conv1 moved in peCycles.busy, peCycles.drain");
    }

    @Test
    void otherProgramsGetEveryMove() throws IOException {
        String after = SMALL.replace("\"batch\": 4", "\"batch\": 8")
                .replace("\"seconds\": 3.0", "\"seconds\": 6.0")
                .replace("\"seconds\": 1.0", "\"seconds\": 4.0");
        assertThat(diff(after, "--format", "csv")).isZero();
        assertThat(terminal.out()).isEqualTo("""
                scope,layer,key,before,after,change,shareOfTotalsChange
                setting,,batch,4,8,,
                total,,seconds,3.0,6.0,1.0,
                layer,conv1,seconds,1.0,4.0,3.0,1.0
                """);
        assertThat(diff(after, "--format", "json")).isZero();
        JsonNode rows = JsonMapper.shared().readTree(terminal.out());
        assertThat(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.at("/scope").asString()))
                .containsExactly("setting", "total", "layer");
        assertThat(rows.at("/2/shareOfTotalsChange").asDouble()).isEqualTo(1);
        assertThat(rows.at("/1/shareOfTotalsChange").isNull()).isTrue();
    }

    @Test
    void foldersOfReportsDo() {
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--out", "one", "--quiet"))
                .isZero();
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--out", "two", "--quiet", "--set", "clock=100 MHz"))
                .isZero();
        assertThat(terminal.pj("diff", "one", "two", "--verbose")).isZero();
        assertThat(terminal.out()).contains("acceleratorDigest", "latency", "conv2", "--set 'clock=100 MHz'");
        assertThat(terminal.pj("diff", "one", ".")).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo(".: holds no result.json; a result of 'pj run' is wanted\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "picojoule-result/1 | picojoule-result/2 | b.json:1:12: format: \"picojoule-result/2\" was found; this version reads",
                "\"format\" | \"from\" | b.json:1:1: format: is missing; text is wanted",
                "\"batch\": 4, | '' | b.json:1:1: batch: is missing",
                "\"digest\": \"ww\" | \"digest\": null | workload.digest: nothing was found; text is wanted",
                "\"seconds\": 3.0, | '' | totals.seconds: is missing; a number is wanted",
                "\"seconds\": 3.0 | \"seconds\": \"3 s\" | b.json:4:51: totals.seconds: \"3 s\" is not a finite number",
                "\"name\": \"fc2\", | '' | layers[1].name: is missing",
                "\"layers\": [ | \"layers\": 1, \"x\": [ | layers: \"1\" was found; a list of layers is wanted",
                "4, | 4,, | b.json:3:13: this is not JSON: Unexpected character",
                "null}]} | null}] | b.json:10:1: the file ends in the middle; the whole file is wanted",
                "null}]} | null}]} 5 | a second value begins here",
                "\"batch\": 4 | \"batch\": 4, \"batch\": 5 | this is not JSON: Duplicate Object property \"batch\"",
            })
    void brokenFilesExitWithTwoAndSayWhere(String find, String replacement, String message) throws IOException {
        assertThat(SMALL).contains(find);
        int code = diff(SMALL.replace(find, replacement));
        assertThat(terminal.err()).contains(message).doesNotContain("\tat ");
        assertThat(code).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void everyCutOfAResultIsRefused() throws IOException {
        for (int length = 0; length < SMALL.stripTrailing().length(); length += 7) {
            assertThat(diff(SMALL.substring(0, length))).isEqualTo(2);
            assertThat(terminal.err()).contains("b.json").doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void otherFilesAreNoResults() throws IOException {
        assertThat(diff("[" + SMALL + "]")).isEqualTo(2);
        assertThat(terminal.err()).contains("b.json:1:1: a list was found; a map of keys is wanted");
        assertThat(diff("name: Eyeriss\n")).isEqualTo(2);
        assertThat(terminal.err()).contains("b.json:1:1: this is not JSON");
        Files.write(folder.resolve("b.json"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(terminal.pj("diff", "b.json", "nosuch.json", "--by", "joule"))
                .isEqualTo(2);
        assertThat(terminal.err().lines())
                .containsExactly(
                        "--by joule: no metric of that name adds up over layers; did you mean 'joules'?",
                        folder.resolve("b.json") + ": is not UTF-8 text; save it as UTF-8",
                        folder.resolve("nosuch.json") + ": there is no such file");
    }

    /** Rows of a table as cells, which two spaces at least part. */
    private static List<List<String>> cells(String table) {
        return table.lines().map(line -> List.of(line.strip().split(" {2,}"))).toList();
    }
}
