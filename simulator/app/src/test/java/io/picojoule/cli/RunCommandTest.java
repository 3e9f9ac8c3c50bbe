package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs, their files, and validation, end to end. */
class RunCommandTest extends TerminalTest {
    @Test
    void writesItsFilesAndPrintsATable() throws IOException {
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--batch", "2")).isZero();
        Path reports = folder.resolve("reports/eyeriss-lenet5-b2");
        assertThat(files(reports)).containsExactly("layers.csv", "mapping.yaml", "report.html", "result.json");
        assertThat(terminal.out()).contains("conv1", "fully-connected", "total", "inf/s", "Covers");
        assertThat(terminal.err()).contains("wrote", "report.html");
        assertThat(Files.readString(reports.resolve("report.html"))).contains("pj run eyeriss lenet5 --batch 2");
    }

    @Test
    void sameInputSameBytes() throws IOException {
        terminal.pj("run", "eyeriss", "lenet5", "--out", "one", "--quiet");
        terminal.pj("run", "eyeriss", "lenet5", "--out", "two", "--quiet");
        assertThat(terminal.err()).isEmpty();
        for (String file : files(folder.resolve("one"))) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    @Test
    void jsonOnStandardOutputIsTheFile() throws IOException {
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--format", "json", "--out", "o"))
                .isZero();
        assertThat(terminal.out()).isEqualTo(Files.readString(folder.resolve("o/result.json")));
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--format", "csv", "--out", "o"))
                .isZero();
        assertThat(terminal.out()).isEqualTo(Files.readString(folder.resolve("o/layers.csv")));
    }

    @Test
    void severalBatchesMakeSeveralRuns() {
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--batch", "1,3", "--format", "json", "--out", "o"))
                .isZero();
        JsonNode runs = JsonMapper.shared().readTree(terminal.out());
        assertThat(runs.size()).isEqualTo(2);
        assertThat(runs.at("/1/batch").asInt()).isEqualTo(3);
        assertThat(runs.at("/0/mappingsDigest").isNull()).isTrue();
        assertThat(runs.at("/0/command").asString()).isEqualTo("pj run eyeriss lenet5 --batch 1");
        assertThat(runs.at("/0/layers").findValuesAsString("name")).contains("relu1");
        for (JsonNode layer : runs.at("/0/layers")) {
            boolean isFree = layer.at("/cycles").asLong() == 0;
            assertThat(layer.at("/boundBy").isNull()).isEqualTo(isFree);
            assertThat(layer.at("/fractionOfPeak").isNull()).isEqualTo(isFree);
            assertThat(layer.at("/fractionOfRoof").isNull()).isEqualTo(isFree);
        }
        assertThat(folder.resolve("o/b1/result.json")).exists();
        assertThat(folder.resolve("o/b3/report.html")).exists();
    }

    @Test
    void optionsReachTheRun() {
        int code = terminal.pj(
                "run",
                "eyeriss",
                "lenet5",
                "--layers",
                "conv*",
                "--set",
                "clock=100 MHz",
                "--set",
                "run.seed=7",
                "--energy",
                "eyeriss-normalised",
                "--mapping",
                "search",
                "--objective",
                "latency",
                "--format",
                "json");
        assertThat(code).as(terminal.err()).isZero();
        JsonNode run = JsonMapper.shared().readTree(terminal.out());
        assertThat(run.at("/seed").asInt()).isEqualTo(7);
        assertThat(run.at("/layers").size()).isEqualTo(2);
        assertThat(run.at("/totals/joules").isNull()).isTrue();
        assertThat(run.at("/totals/seconds").asDouble())
                .isEqualTo(run.at("/totals/cycles").asDouble() / 100e6);
        assertThat(folder.resolve("reports/eyeriss-lenet5-b1/report.html"))
                .content()
                .contains("--set &#39;clock=100 MHz&#39;", "--seed 7", "--objective latency");
    }

    @Test
    void aFolderThatCannotBeMadeIsTheUsersMistake() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--out", "taken")).isEqualTo(2);
        assertThat(terminal.err()).contains("cannot write", "taken");
        assertThat(folder.resolve("taken")).hasContent("a file");
    }

    @Test
    void layersThatDoNotFitAreToldAndARunWithoutAnyLayerFails() throws IOException {
        Path mapping = folder.resolve("large.yaml");
        Files.writeString(mapping, "conv2: {m: 256, n: 1, e: 27, p: 64, q: 48, r: 1, t: 1}\n");
        assertThat(terminal.pj("run", "eyeriss", "alexnet", "--layers", "conv2,conv5", "--mapping", mapping.toString()))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.err()).contains("warning: does not fit and is in no total (batch 1): conv2\n");
        int code = terminal.pj(
                "run", "eyeriss", "alexnet", "--layers", "conv2", "--mapping", mapping.toString(), "--out", "o");
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).contains("pj: no layer ran (batch 1), so there is no result; conv2: ");
        assertThat(terminal.out()).contains("Covers nothing: no layer ran").doesNotContain("does not fit: the given");
        assertThat(files(folder.resolve("o")))
                .containsExactly("layers.csv", "mapping.yaml", "report.html", "result.json");
    }

    @Test
    void nothingIsWrittenIfOneFileCannotBe() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("o/b2/report.html"));
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--batch", "1,2", "--out", "o"))
                .isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("cannot write " + taken + ": a folder is where a file is wanted\n");
        assertThat(files(folder.resolve("o/b1"))).isEmpty();
        assertThat(files(folder.resolve("o/b2"))).containsExactly("report.html");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void aTraceIsWrittenBesideTheOtherFiles_aProcessForEachBatch() throws IOException {
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--batch", "1,2", "--out", "o", "--trace", "new/trace.json"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.err()).endsWith("wrote new/trace.json\n").doesNotContain("note:");
        assertThat(files(folder.resolve("new"))).containsExactly("trace.json");
        JsonNode trace = JsonMapper.shared().readTree(Files.readString(folder.resolve("new/trace.json")));
        assertThat(trace.at("/displayTimeUnit").asString()).isEqualTo("ns");
        assertThat(trace.at("/otherData/format").asString()).isEqualTo("picojoule-trace/1");
        assertThat(trace.at("/traceEvents").findValues("args"))
                .extracting(args -> args.at("/name").asString(""))
                .contains("LeNet-5 on Eyeriss, batch 1", "LeNet-5 on Eyeriss, batch 2");
        for (int batch : new int[] {1, 2}) {
            JsonNode result =
                    JsonMapper.shared().readTree(Files.readString(folder.resolve("o/b" + batch + "/result.json")));
            assertThat(trace.at("/traceEvents").valueStream())
                    .filteredOn(event -> event.at("/cat").asString("").equals("layer")
                            && event.at("/pid").asInt() == batch)
                    .extracting(event -> event.at("/args/endCycle").asLong())
                    .last()
                    .isEqualTo(result.at("/totals/cycles").asLong());
        }
    }

    @Test
    void theEngines_writeTheSameTrace() throws IOException {
        for (String engine : new String[] {"fast", "detailed"}) {
            assertThat(terminal.pj("run", "eyeriss", "lenet5", "--engine", engine, "--trace", engine, "--quiet"))
                    .as(terminal.err())
                    .isZero();
        }
        assertThat(Files.readString(folder.resolve("detailed")).replace("--engine detailed", "--engine fast"))
                .isEqualTo(Files.readString(folder.resolve("fast")));
    }

    @Test
    void aTraceThatCannotBeWritten_isTheUsersMistake_andNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");
        Files.createDirectories(folder.resolve("full"));
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
            refusesTrace("socket", "cannot write " + folder.resolve("socket") + ": what is there is not a file\n");
        }
        refusesTrace(
                "taken/trace.json",
                "cannot write " + folder.resolve("taken") + ": a file is where a folder is wanted\n");
        refusesTrace("full", "cannot write " + folder.resolve("full") + ": a folder is where a file is wanted\n");
        refusesTrace(
                "o/../o/layers.csv",
                "cannot write " + folder.resolve("o/layers.csv") + ": two results cannot be in one file\n");
        refusesTrace(
                "", "pj: Invalid value for option '--trace': it is empty; a name is wanted\nTry 'pj run --help'.\n");
    }

    private void refusesTrace(String file, String message) throws IOException {
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--out", "o", "--trace", file))
                .isEqualTo(2);
        assertThat(terminal.err()).isEqualTo(message);
        assertThat(terminal.out()).isEmpty();
        assertThat(Files.exists(folder.resolve("o")) ? files(folder.resolve("o")) : new String[0])
                .isEmpty();
    }

    @Test
    void kindsBesideTheMainOnesHaveOneSubtotal() {
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--set", "vector-unit.lanes=16"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out().lines())
                .filteredOn(line -> line.matches("[0-9] layers? .*"))
                .extracting(line -> line.split(" +")[2])
                .containsExactly("conv", "fully-connected", "other");
    }

    @Test
    void aRecurrentLayerIsSelectedByItsNameAndShownInItsParts() {
        assertThat(terminal.pj("run", "eyeriss-vector", "neuraltalk", "--layers", "LSTM", "--format", "json"))
                .as(terminal.err())
                .isZero();
        JsonNode result = JsonMapper.shared().readTree(terminal.out());
        assertThat(result.at("/layers").valueStream())
                .extracting(layer -> layer.at("/name").asString())
                .containsExactly("LSTM/input", "LSTM/recurrent", "LSTM/gates");
        assertThat(result.at("/byKind/lstm/macs").asLong()).isEqualTo(1200 * 2400);
        assertThat(terminal.pj("run", "eyeriss-vector", "neuraltalk", "--layers", "LSTN"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("did you mean 'LSTM'?");
    }

    @Test
    void publishedFiguresStandBesideTheRunTheyBelongTo() {
        assertThat(terminal.pj("run", "eyeriss", "alexnet", "--batch", "4")).isZero();
        assertThat(terminal.out())
                .contains("published figures of this run are within their margins (pj validate eyeriss)");
        assertThat(folder.resolve("reports/eyeriss-alexnet-b4/report.html"))
                .content()
                .contains("<h2>Published figures</h2>", "JSSC 52(1) 2017, Table V");
        assertThat(terminal.pj("run", "eyeriss", "alexnet")).isZero();
        assertThat(terminal.out()).contains("are for another setting (batch 4): pj validate eyeriss");
    }

    @Test
    void ofCasesInAList_theFileIsNamed_asValidateTakesIt() {
        assertThat(terminal.pj("run", "tpu-v1", "mlp0-like", "--layers", "fc1")).isZero();
        assertThat(terminal.out()).contains("are for another setting (batch 200): pj validate tpu-v1.");
    }

    /** The dataflows of ISCA 2016, whose searches take minutes, are a script of their own: {@code scripts/test-published}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyeriss",
                "eyeriss-isca16",
                "scale-sim",
                "fpga15",
                "tpu-v1",
                "eie",
                "deep-compression",
                "tpu-baselines"
            })
    void publishedFiguresThatShipAreWithinTheirMargins(String name) {
        int code = terminal.pj("validate", name);
        assertThat(terminal.out()).contains("within");
        assertThat(code).as(terminal.out()).isZero();
    }

    @Test
    void aValidationInJson_hasTheKeysThatOtherProgramsRead() {
        assertThat(terminal.pj("validate", "eyeriss", "--format", "json")).isZero();
        JsonNode row = JsonMapper.shared().readTree(terminal.out()).get(0);
        assertThat(row.propertyNames())
                .contains(
                        "case", "layer", "quantity", "unit", "published", "ours", "error", "margin", "class", "status");
        assertThat(row.at("/status").asString()).isEqualTo("within");
    }

    @Test
    void aFigureOutsideItsMarginFailsTheValidation() throws IOException {
        Path published = folder.resolve("wrong.yaml");
        Files.writeString(published, """
                accelerator: eyeriss
                workload: lenet5
                layers: [conv1]
                rows:
                  - {quantity: total-latency, unit: ms, class: reproduced, margin: 1 %, source: nobody, published: {conv1: 1e9}}
                """);
        assertThat(terminal.pj("validate", published.toString(), "--format", "csv"))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("wrong,conv1,total-latency,ms,1.0E9,", ",reproduced,outside,nobody");
    }

    private static String[] files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toArray(String[]::new);
        }
    }
}
