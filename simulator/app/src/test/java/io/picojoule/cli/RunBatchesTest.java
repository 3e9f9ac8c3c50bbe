package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code pj run --batch} with several batches. */
class RunBatchesTest extends TerminalTest {
    private static final String BY_BATCH = "Eyeriss  ×  LeNet-5   by batch\n";

    @Test
    void afterTheTableOfEachBatch_oneOfAll_theSmallestFirst() {
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--batch", "16,1", "--set", "price=20 USD"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).containsOnlyOnce(BY_BATCH).containsOnlyOnce("LeNet-5   batch 16,");
        assertThat(terminal.out().indexOf(BY_BATCH))
                .isGreaterThan(terminal.out().lastIndexOf("Covers the conv"));
        List<String> lines = byBatch();
        assertThat(lines.get(0)).startsWith("batch").contains("inf", "per dollar", "bound by", "bandwidth-bound");
        assertThat(lines.get(1)).startsWith("1 ").contains(" inf/s ", " inf/J ", " inf/s/$ ", " mW ", " µJ ", "DRAM");
        assertThat(lines.get(2)).startsWith("16 ");
        assertThat(lines).anyMatch(line -> line.startsWith("From batch 1 to 16: throughput "));
        assertThat(lines).endsWith("Not on this machine, and in no figure: pool1, pool2, prob.");
    }

    private List<String> byBatch() {
        return terminal.out()
                .substring(terminal.out().indexOf(BY_BATCH))
                .lines()
                .skip(2)
                .toList();
    }

    @Test
    void oneBatchHasNoSuchTable() throws IOException {
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--batch", "4")).isZero();
        assertThat(terminal.out()).doesNotContain("by batch");
        assertThat(page("reports/eyeriss-lenet5-b4")).doesNotContain("Batches");
    }

    @Test
    void aBatchThatIsNamedTwiceRunsOnce_andThatIsSaid() {
        for (String twice : List.of("2,2", "2 --batch 2")) {
            assertThat(terminal.pj(("run eyeriss lenet5 --out o --batch " + twice).split(" ")))
                    .isZero();
            assertThat(terminal.out()).containsOnlyOnce("batch 2, energy").doesNotContain("by batch");
            assertThat(terminal.err()).startsWith("note: --batch names a batch more than once; it ran once\nwrote ");
            assertThat(folder.resolve("o/report.html")).exists();
        }
        terminal.pj("run", "eyeriss", "lenet5", "--batch", "2,2,4", "--out", "o", "--quiet");
        assertThat(terminal.out()).contains(BY_BATCH);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void jsonAndCsvAreAsTheyWere() throws IOException {
        terminal.pj("run", "eyeriss", "lenet5", "--batch", "1,3", "--out", "o", "--format", "json");
        JsonMapper json = JsonMapper.shared();
        String three = Files.readString(folder.resolve("o/b3/result.json"));
        assertThat(json.readTree(terminal.out()))
                .containsExactly(
                        json.readTree(Files.readString(folder.resolve("o/b1/result.json"))), json.readTree(three));
        terminal.pj("run", "eyeriss", "lenet5", "--batch", "3", "--out", "alone", "--quiet");
        assertThat(folder.resolve("alone/result.json")).hasContent(three);
        terminal.pj("run", "eyeriss", "lenet5", "--batch", "1,3", "--out", "o", "--format", "csv");
        assertThat(terminal.out()).doesNotContain("by batch").containsOnlyOnce("name,kind,");
    }

    @Test
    void thePagesLinkToEachOther_whateverTheFolderIsCalled() throws IOException {
        Path network = folder.resolve("a net & 50% #1.yaml");
        Files.writeString(network, """
                name: small
                input: {channels: 3, height: 8, width: 8}
                layers: [{name: conv1, kind: conv, filters: 4, kernel: 3}]
                """);
        assertThat(terminal.pj("run", "eyeriss", "./" + network.getFileName(), "--batch", "1,2", "--quiet"))
                .as(terminal.err())
                .isZero();
        Path own = folder.resolve("reports/eyeriss-a net & 50% #1-b1");
        String link = "../eyeriss-a%20net%20%26%2050%25%20%231-b2/report.html";
        assertThat(page("reports/eyeriss-a net & 50% #1-b1")).contains("href=\"" + link + "\"");
        assertThat(Path.of(own.toUri().resolve(link))).exists();
        terminal.pj("run", "eyeriss", "lenet5", "--batch", "1,2", "--out", "o", "--quiet");
        assertThat(page("o/b2"))
                .contains("href=\"../b1/report.html\"", "pj run eyeriss lenet5 --batch 1,2</pre>")
                .doesNotContain("../b2/");
    }

    private String page(String reports) throws IOException {
        return Files.readString(folder.resolve(reports).resolve("report.html"));
    }

    @Test
    void aBatchWithoutResult_isARowWithTheReason() throws IOException {
        Path mapping = folder.resolve("four.yaml");
        Files.writeString(mapping, "conv2: {m: 64, n: 4, e: 27, p: 16, q: 2, r: 1, t: 1}\n");
        String command = "run eyeriss alexnet --mapping four.yaml --out o --batch 1,4 --layers ";
        assertThat(terminal.pj((command + "conv2").split(" ")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .containsPattern(
                        "\n1 .*inf/s.*\n4      no layer ran; conv2: the given mapping does not fit: global buffer: ");
        assertThat(terminal.err()).contains("pj: no layer ran (batch 4), so there is no result; conv2: ");
        assertThat(page("o/b4")).contains("no layer ran; conv2: ").doesNotContain("id=\"throughput-chart\"");

        assertThat(terminal.pj((command + "conv2,conv5").split(" "))).isZero();
        assertThat(terminal.out())
                .endsWith("Batch 4 is without what does not fit: conv2.\n"
                        + "Not all batches ran the same layers: compare with care.\n");
        assertThat(page("o/b1")).contains("○ without layers that do not fit");
    }

    @Test
    void theScalingOfAnEngineIsPartOfTheCommand() throws IOException {
        assertThat(terminal.pj(
                        ("run eie alexnet-compressed --layers fc8 --batch 1,2 --scaling --out o --quiet").split(" ")))
                .as(terminal.err())
                .isZero();
        assertThat(page("o/b1"))
                .contains(
                        "pj run eie alexnet-compressed --batch 1,2 --layers fc8 --scaling</pre>",
                        "Queues and elements");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                0        | --batch 0: 0 is too small; a whole number from 1 to 1000000 is wanted, for example "4"
                1,0      | --batch 0: 0 is too small;
                -3       | --batch -3: -3 is too small;
                a        | --batch a: "a" is not a whole number; a whole number from 1 to 1000000 is wanted
                1,4.5    | --batch 4.5: "4.5" is not a whole number;
                01       | --batch 01: "01" is not a whole number;
                1,       | --batch 1,: a part is empty; a whole number from 1 to 1000000 is wanted, for example "1,4"
                1,,2     | --batch 1,,2: a part is empty;
                1;2      | --batch '1;2': "1;2" is not a whole number;
                1000001  | --batch 1000001: 1000001 is too large;
                """)
    void wrongBatches(String batches, String message) {
        isRefused("run eyeriss lenet5 --batch " + batches, message);
        assertThat(folder).isEmptyDirectory();
    }
}
