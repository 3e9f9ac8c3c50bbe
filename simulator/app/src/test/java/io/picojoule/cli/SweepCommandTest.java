package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.report.sweep.JsonTable;
import io.picojoule.report.sweep.PointsCsv;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Is every point what it would be alone, whoever simulates it and however often the sweep is begun? */
class SweepCommandTest extends TerminalTest {
    private static final String SMALL = """
            accelerator: eyeriss
            workloads: [alexnet]
            run: {layers: conv*}
            axes:
              accelerator.array.columns: [7, 14, 15]
              accelerator.memory.dram.bandwidth: {log-range: 0.25 GB/s .. 1 GB/s, points: 3}
              run.batch: [1, 4]
            """;

    private void sweep(String text) throws IOException {
        Files.writeString(folder.resolve("s.yaml"), text);
    }

    private int pj(String command) {
        return terminal.pj(command.split(" "));
    }

    private String points(String out) throws IOException {
        return Files.readString(folder.resolve(out).resolve("points.csv"));
    }

    private List<String> row(String out, int point) throws IOException {
        return Arrays.asList(
                points(out).lines().skip(1L + point).findFirst().orElseThrow().split(",", -1));
    }

    private int column(String out, String key) throws IOException {
        return Arrays.asList(points(out).lines().findFirst().orElseThrow().split(","))
                .indexOf(key);
    }

    @Test
    void thePointsDoNotDependOnTheNumberOfThreads() throws Exception {
        sweep(SMALL);
        assertThat(pj("sweep s.yaml --jobs 1 --out one")).as(terminal.err()).isZero();
        assertThat(pj("sweep s.yaml --jobs 5 --out five")).isZero();
        assertThat(points("five")).isEqualTo(points("one")).hasLineCount(19);
    }

    @Test
    void aPointIsWhatItsOwnRunIs() throws Exception {
        sweep(SMALL);
        pj("sweep s.yaml --out out");
        for (int point : new int[] {8, 17}) {
            assertThat(pj("run --point out/" + point + " --format json --quiet --out p"))
                    .isZero();
            JsonNode totals = JsonMapper.shared().readTree(terminal.out()).at("/totals");
            for (String key : List.of("seconds", "joules", "fractionOfPeak")) {
                assertThat(Double.parseDouble(row("out", point).get(column("out", key))))
                        .as("point %d, %s", point, key)
                        .isEqualTo(totals.get(key).asDouble());
            }
        }
        JsonNode run = JsonMapper.shared().readTree(terminal.out());
        assertThat(run.at("/batch").asInt()).isEqualTo(4);
    }

    @Test
    void whatCannotBeIsARowWithItsReason() throws Exception {
        sweep(SMALL);
        pj("sweep s.yaml --out out");
        String first = points("out").lines().skip(1).findFirst().orElseThrow();
        assertThat(first)
                .startsWith("0,7,0.25 GB/s,1,")
                .contains("AlexNet: layer conv")
                .endsWith(",,,,,");
    }

    @Test
    void aSweepGoesOnWithWhatIsThere() throws Exception {
        sweep(SMALL.replace("[7, 14, 15]", "[14]"));
        pj("sweep s.yaml --out out");
        sweep(SMALL);
        assertThat(pj("sweep s.yaml --out out --resume")).as(terminal.err()).isZero();
        pj("sweep s.yaml --out other");
        assertThat(points("out")).isEqualTo(points("other"));
        assertThat(pj("sweep s.yaml --out out --resume")).isZero();
        assertThat(points("out")).isEqualTo(points("other"));
    }

    @Test
    void anotherLimitOfAreaMakesOtherRows() throws Exception {
        sweep(SMALL + "where: array.columns == 14 or area <= 1 mm2\n");
        assertThat(pj("sweep s.yaml --out out")).isZero();
        sweep(SMALL + "where: array.columns == 14 or area <= 100 mm2\n");
        assertThat(pj("sweep s.yaml --out out --resume")).as(terminal.err()).isZero();
        pj("sweep s.yaml --out other");
        assertThat(points("out")).isEqualTo(points("other")).doesNotContain("area is ");
    }

    @Test
    void whereTheFileStandsAndHowItIsLaidOutDoesNotMatter() throws Exception {
        sweep(SMALL);
        pj("sweep s.yaml --out out");
        List<String> digests = digests();
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/t.yaml"), "\n# another place\n" + SMALL);
        assertThat(pj("sweep sub/t.yaml --out out")).as(terminal.err()).isZero();
        assertThat(digests()).isEqualTo(digests).hasSize(18);
    }

    private List<String> digests() throws SQLException {
        List<String> digests = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("out/sweep.sqlite"));
                ResultSet rows =
                        connection.createStatement().executeQuery("select hex(digest) from points order by number")) {
            while (rows.next()) {
                digests.add(rows.getString(1));
            }
        }
        return digests;
    }

    @Test
    void withoutResumeItBeginsAnew() throws Exception {
        sweep(SMALL);
        pj("sweep s.yaml --out out");
        sweep(SMALL.replace("conv*", "conv1").replace("[1, 4]", "[1]"));
        assertThat(pj("sweep s.yaml --out out")).isZero();
        assertThat(points("out")).hasLineCount(10);
    }

    @Test
    void anotherSweepIsNotGoneOnFrom() throws Exception {
        sweep(SMALL);
        pj("sweep s.yaml --out out");
        sweep(SMALL.replace("run.batch: [1, 4]", "accelerator.clock: [100 MHz]"));
        isRefused("sweep s.yaml --out out --resume", "other axes or measures");
        Files.writeString(folder.resolve("out/sweep.sqlite"), "not a store");
        isRefused("sweep s.yaml --out out --resume", "it is not the file of a sweep");
    }

    @Test
    void searchesByGenerationsAlike() throws Exception {
        sweep(SMALL + "sample: {method: nsga2, generations: 3, population: 4, seed: 7}\n");
        assertThat(pj("sweep s.yaml --jobs 1 --out one")).isZero();
        assertThat(pj("sweep s.yaml --jobs 4 --out four")).isZero();
        assertThat(points("four")).isEqualTo(points("one")).hasLineCount(13);
        assertThat(pj("sweep s.yaml --out four --resume")).isZero();
        assertThat(points("four")).isEqualTo(points("one"));
    }

    @Test
    void severalNetworksAreOnePoint() throws Exception {
        sweep("""
                accelerator: eyeriss
                workloads: [lenet5, alexnet]
                axes: {accelerator.clock: [100 MHz, 200 MHz]}
                """);
        assertThat(pj("sweep s.yaml --out out")).as(terminal.err()).isZero();
        List<String> row = row("out", 0);
        double lenet = Double.parseDouble(row.get(column("out", "lenet5.seconds")));
        double alexnet = Double.parseDouble(row.get(column("out", "alexnet.seconds")));
        assertThat(Double.parseDouble(row.get(column("out", "seconds"))))
                .isCloseTo(Math.sqrt(lenet * alexnet), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(pj("run --point out/0/alexnet --format json --quiet --out p"))
                .isZero();
        assertThat(JsonMapper.shared()
                        .readTree(terminal.out())
                        .at("/totals/seconds")
                        .asDouble())
                .isEqualTo(alexnet);
    }

    @Test
    void anyDocumentIsVaried() throws Exception {
        sweep("""
                accelerator: eyeriss
                workload: lenet5
                axes:
                  energy-table.dram: [1 pJ, 640 pJ]
                  workload.layers[conv*].weight-density: [0.5, 1]
                  run.layers: [conv1, "conv*"]
                  accelerator: [eyeriss, scale-sim-os]
                """);
        assertThat(pj("sweep s.yaml --out out")).as(terminal.err()).isZero();
        int joules = column("out", "joules");
        assertThat(Double.parseDouble(row("out", 0).get(joules)))
                .isLessThan(Double.parseDouble(row("out", 8).get(joules)));
        assertThat(pj("run --point out/9 --format json --quiet --out p"))
                .as(terminal.err())
                .isZero();
        assertThat(JsonMapper.shared()
                        .readTree(terminal.out())
                        .at("/totals/joules")
                        .asDouble())
                .isEqualTo(Double.parseDouble(row("out", 9).get(joules)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "array.rows: [4] | array.rwos: [4] | unknown key 'rwos'",
                "array.rows: [4] | array.rows: [0, 4] | array.rows: 0 is too small",
                "array.rows: [4] | memory.dram.bandwidth: [3 MHz] | memory.dram.bandwidth",
                "array.rows: [4] | workload.layers[conv9].stride: [1] | no item is called 'conv9'",
                "array.rows: [4] | run.batches: [1] | unknown key 'batches'",
                "array.rows: [4] | accelerator: [eyeriss, eyeris] | there is no preset \"eyeris\"",
                "array.rows: [4] | energy-table.dramm: [1 pJ] | unknown key 'dramm'",
                "workloads: [lenet5] | workloads: [lenet] | there is no preset \"lenet\"",
                "accelerator: eyeriss | accelerator: lenet5 | 'lenet5' is a workload",
            })
    void wrongSweepsAreToldBeforeAnythingRuns(String right, String wrong, String message) throws Exception {
        sweep("""
                accelerator: eyeriss
                workloads: [lenet5]
                axes:
                  array.rows: [4]
                """.replace(right, wrong));
        isRefused("sweep s.yaml", message.strip());
        assertThat(folder.toFile().list()).containsExactly("s.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arry.rows < 3 | 'arry.rows' is no value of any point; did you mean 'array.rows'?",
                "array.rows < 3 | none of the 2 points meets it",
                "array.rows < | at character",
                "memory.dram.bandwidth < 3 KiB | they cannot be compared",
            })
    void impossibleConstraintsAreToldBeforeAnythingRuns(String where, String message) throws Exception {
        sweep("accelerator: eyeriss\nworkloads: [lenet5]\naxes: {array.rows: [4, 5]}\nwhere: " + where.strip());
        isRefused("sweep s.yaml", message.strip());
    }

    @Test
    void constraintsDecideWhatIsInTheSweep() throws Exception {
        sweep(SMALL + "where: [array.columns * run.batch <= 56, array.columns == 14 or area <= 1 mm2]\n");
        assertThat(pj("sweep s.yaml --out out")).as(terminal.err()).isZero();
        assertThat(points("out"))
                .hasLineCount(16)
                .doesNotContain(",15,1 GB/s,4,")
                .contains("area is ");
    }

    @Test
    void aGridThatWouldTakeForeverIsToldWithItsSizeAndItsTime() throws Exception {
        sweep("""
                accelerator: eyeriss
                workloads: [lenet5]
                axes:
                  array.rows: {range: 1..1000}
                  array.columns: {range: 1..1000}
                  clock: {range: 1 MHz .. 1000 MHz}
                """);
        isRefused("sweep s.yaml --jobs 2", "the grid has 1,000,000,000 points, which would take about ");
        assertThat(terminal.err())
                .contains("s.yaml:3:1: axes:")
                .contains("sample")
                .contains("on 2 cores");
    }

    @Test
    void allPointsCanBeHadInOtherForms() throws Exception {
        sweep(SMALL);
        assertThat(pj("sweep s.yaml --out out")).isZero();
        assertThat(folder.resolve("out").toFile().list())
                .containsExactlyInAnyOrder("report.html", "points.csv", "front.csv", "sweep.sqlite");
        assertThat(pj("sweep s.yaml --out out --resume --export json,parquet --export csv"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.err())
                .contains(
                        "wrote out/report.html, points.csv, points.json, points.parquet, front.csv and sweep.sqlite\n");
        StringWriter text = new StringWriter();
        PointsCsv.write(new JsonTable(JsonMapper.shared().readTree(folder.resolve("out/points.json"))), text);
        assertThat(text).hasToString(points("out"));
        pj("sweep s.yaml --out five --jobs 5 --export PARQUET,json");
        for (String file : List.of("points.json", "points.parquet")) {
            assertThat(folder.resolve("five").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("out").resolve(file));
        }
    }

    @Test
    void wrongOptionsAreRefused() throws Exception {
        sweep(SMALL);
        isRefused("sweep s.yaml --jobs 0", "--jobs 0: 0 is too small");
        isRefused(
                "sweep s.yaml --export jsn",
                "--export jsn: there is no such format; did you mean 'json'? known: csv, json, parquet");
        isRefused(
                "sweep s.yaml --export json,",
                "--export json,: a part is empty; some of csv, json, parquet are wanted");
        isRefused("sweep s.yaml --on local", "without its Spark module");
        isRefused("sweep nix.yaml", "nix.yaml");
        isRefused("sweep s.yaml --out s.yaml", "s.yaml");
    }

    @Test
    void twoSweepsDoNotWriteIntoOneFolder() throws Exception {
        sweep(SMALL);
        Files.createDirectories(folder.resolve("out"));
        FolderLock other = FolderLock.of(folder.resolve("out"));
        isRefused("sweep s.yaml --out out", "another sweep is writing there");
        other.close();
        assertThat(pj("sweep s.yaml --out out")).isZero();
        assertThat(folder.resolve("out").toFile().list())
                .containsExactlyInAnyOrder("front.csv", "points.csv", "report.html", "sweep.sqlite");
    }

    @Test
    void anUnfinishedSweepIsNotOverwritten() throws Exception {
        sweep(SMALL);
        pj("sweep s.yaml --out out");
        Path store = folder.resolve("out/sweep.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store)) {
            connection.createStatement().execute("update about set value = 'false' where key = 'finished'");
        }
        assertThat(pj("sweep s.yaml --out out")).isZero();
        assertThat(terminal.err()).contains("an unfinished sweep was in out");
        assertThat(folder.resolve("out/sweep-unfinished.sqlite")).exists();
    }
}
