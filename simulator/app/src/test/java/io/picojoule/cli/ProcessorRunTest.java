package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Processors as a user meets them: tables, files, pages, traces, and what is refused. */
class ProcessorRunTest extends TerminalTest {
    private void run(String workload, String... more) {
        runOn("titan-x-maxwell", workload, more);
    }

    private void runOn(String machine, String workload, String... more) {
        List<String> words = new ArrayList<>(List.of("run", machine, workload, "--out", "o"));
        words.addAll(List.of(more));
        assertThat(terminal.pj(words.toArray(String[]::new))).as(terminal.err()).isZero();
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private JsonNode layers() throws IOException {
        return JsonMapper.shared().readTree(file("o/result.json")).get("layers");
    }

    @Test
    void everyLayerRuns_byAKernelThatIsNamed() throws IOException {
        run("lenet5", "--batch", "64");

        assertThat(terminal.out())
                .containsPattern("layer +kind +kernel +MACs .* lanes +bound by")
                .containsPattern("conv2 +conv +(direct|fft) [0-9]+x[0-9]+ ")
                .containsPattern("ip1 +fully-connected +product [0-9]+x[0-9]+ ")
                .containsPattern("pool1 +max-pool +0 ")
                .contains("Covers the whole network")
                .doesNotContain("PEs", "not on this machine", "not fitting");
        for (JsonNode layer : layers()) {
            JsonNode kernel = layer.get("processor");
            assertThat(kernel.propertyNames()).containsExactly("kernel", "algorithm", "tile", "launches");
            assertThat(kernel.get("kernel")).isEqualTo(layer.get("mappingOrigin"));
            assertThat(kernel.get("launches").asLong()).isPositive();
            assertThat(kernel.get("tile").isNull()).isEqualTo(layer.get("macs").asLong() == 0);
            assertThat(layer.get("mapping").isNull()).isTrue();
            assertThat(layer.get("sparse").isNull()).isTrue();
        }
        assertThat(layers().get(0).at("/processor/algorithm").asString()).isIn("direct", "fft");
        assertThat(file("o/layers.csv").lines().toList().get(0)).contains(",processor.kernel,processor.launches,");
        assertThat(folder.resolve("o/mapping.yaml")).doesNotExist();
    }

    @Test
    void oneVectorAndPrunedWeightsHaveKernelsOfTheirOwn() throws IOException {
        run("lenet5-compressed", "--layers", "ip*");
        assertThat(layers().get(0).at("/processor/kernel").asString()).isEqualTo("vector");

        run("lenet5-compressed", "--layers", "ip*", "--set", "zero-weights=skip");
        JsonNode layer = layers().get(0);
        assertThat(layer.at("/processor/algorithm").asString()).isEqualTo("sparse");
        assertThat(layer.at("/processor/tile").isNull()).isTrue();
        assertThat(layer.get("skippedMacs").asLong()).isPositive();
    }

    @Test
    void whatIsFused_hasNoKernel() throws IOException {
        run("lenet5", "--set", "fuses=[relu]");

        for (JsonNode layer : layers()) {
            assertThat(layer.get("processor").isNull())
                    .isEqualTo(layer.get("kind").asString().equals("relu"));
        }
        assertThat(terminal.out()).contains("with relu at no cost");
        assertThat(terminal.pj("run", "eyeriss", "lenet5", "--layers", "conv1", "--out", "o"))
                .isZero();
        assertThat(layers().get(0).get("processor").isNull()).isTrue();
    }

    @Test
    void thePageSaysHowEachLayerWasComputed_inWordsOfProcessors() throws IOException {
        run("lenet5", "--batch", "64");

        assertThat(file("o/report.html"))
                .contains("How it was computed", "kernels started", "tile of a core", "computed in")
                .contains("24 × 128 lanes at 1.08 GHz (peak 6.60 Top/s)", "by which kernels it was computed")
                .contains("Where the cycles of the active lanes went", "launch (a kernel is being started)")
                .contains("Lane cycles by cause", "active lanes", "other operations", "shared memory")
                .contains("against L2", "id=\"l2-traffic\"", "L2 traffic", "a core", "24 cores", "3 MiB for all cores")
                .doesNotContain("dataflow", "loop nest", "passes of the array", "buses", "lobal buffer")
                .doesNotContain("exposed DRAM", "DRAM alone", "of the search", "PEs", "PE cycles", "rocessing elements")
                .doesNotContain(">NaN", "\"NaN", "∞");
    }

    @Test
    void thePeakIsThatOfThePrecision() throws IOException {
        run("lenet5", "--set", "macs-per-lane-cycle.fp16=2", "--set", "precision=fp16", "--energy", "45nm");

        assertThat(file("o/report.html")).contains("peak 13.2 Top/s", "GPU, 1.08 GHz", "2 fp16 MACs a cycle in each");
    }

    @Test
    void threeCachesAreAllShown() throws IOException {
        String template = InitCommand.template(InitCommand.Kind.processor)
                .replaceAll("(?m)^  shared: .*\n", "  l1: {capacity: 32 KiB, bandwidth: 2 TB/s}\n")
                .replaceAll(
                        "(?m)^  l2: .*\n",
                        "  l2: {capacity: 256 KiB, bandwidth: 1 TB/s}\n  l3: {capacity: 40 MB, bandwidth: 550 GB/s}\n");
        Files.writeString(folder.resolve("cpu.yaml"), template);
        runOn("./cpu.yaml", "lenet5", "--batch", "4");

        assertThat(file("o/report.html"))
                .contains(
                        "<b>L3</b>", "40.0 MB for all cores", "<b>L2</b>", "256 KiB a core", "<b>L1</b>", "against L3")
                .contains("id=\"l3-traffic\"")
                .doesNotContain("<b>shared memory</b>");
    }

    @Test
    void aLayerThatHoldsThePowerLimitSaysSo() throws IOException {
        run("lenet5", "--batch", "512", "--layers", "conv2", "--set", "power.limit=20 W");
        assertThat(file("o/report.html")).containsPattern("<dd>20(\\.0)? W, its limit</dd>");

        run("lenet5", "--batch", "512", "--layers", "conv2");
        assertThat(file("o/report.html")).doesNotContain("its limit");
    }

    @Test
    void namesFromFilesAreEscaped() throws IOException {
        run("lenet5", "--set", "name=<script>alert(1)</script>", "--layers", "conv1");

        assertThat(file("o/report.html"))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @ParameterizedTest
    @CsvSource({"lenet5", "hopfield-1024"})
    void aTraceHasTheLayersOnly(String workload) throws IOException {
        run(workload, "--trace", "t.json");

        JsonNode events = JsonMapper.shared().readTree(file("t.json")).get("traceEvents");
        long cycles = 0;
        for (JsonNode event : events) {
            assertThat(event.path("cat").asString("layer")).isEqualTo("layer");
            cycles += event.at("/args/cycles").asLong();
        }
        assertThat(cycles)
                .isEqualTo(JsonMapper.shared()
                        .readTree(file("o/result.json"))
                        .at("/totals/cycles")
                        .asLong());
    }

    @Test
    void searchOptionsAreNotedAsIdle() {
        run("lenet5", "--layers", "ip2", "--objective", "energy");
        assertThat(terminal.err())
                .contains(
                        "note: --objective and --budget are of the search for mappings, which a processor does without");

        run("lenet5", "--layers", "ip2");
        assertThat(terminal.err()).doesNotContain("--objective");
    }

    @Test
    void aDiffTellsOfOtherKernels() {
        run("lenet5", "--layers", "conv*", "--set", "algorithm=direct");
        assertThat(terminal.pj(
                        "run",
                        "titan-x-maxwell",
                        "lenet5",
                        "--layers",
                        "conv*",
                        "--set",
                        "algorithm=gemm",
                        "--out",
                        "p"))
                .isZero();

        assertThat(terminal.pj("diff", "o", "p")).as(terminal.err()).isZero();
        assertThat(terminal.out()).containsPattern("kernel gemm [0-9x]+, was direct [0-9x]+");
        assertThat(terminal.pj("diff", "o", "p", "--format", "csv")).isZero();
        assertThat(terminal.out()).containsPattern("layer,conv1,processor.kernel,direct [0-9x]+,gemm [0-9x]+");
        assertThat(terminal.pj("diff", "o", "o")).isZero();
    }

    @Test
    void sameRunSameBytes() throws IOException {
        run("lenet5");
        String page = file("o/report.html");
        String json = file("o/result.json");
        run("lenet5");

        assertThat(file("o/report.html")).isEqualTo(page);
        assertThat(file("o/result.json")).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "map titan-x-maxwell lenet5 | it is a processor; mappings are of layers on an array; a spatial array is wanted",
                "run titan-x-maxwell lenet5 --mapping search | it is a processor; --mapping lays layers over an array",
                "run titan-x-maxwell lenet5 --scaling | it is a processor; --scaling is for sparse engines",
                "run titan-x-maxwell lenet5 --engine detailed | it is a processor; --engine detailed is for arrays and sparse engines",
                "run titan-x-maxwell lenet5 --set run.engine=detailed | it is a processor; --engine detailed is for arrays",
                "run titan-x-maxwell lenet5 --set precision=int8 | no MACs of int8 a cycle are stated",
                "run titan-x-maxwell lenet5 --set macs-per-lane-cycle.fp16=2 --set precision=fp16 | prices no MAC of fp16 and none of integers",
                "run eyeriss lenet5 --energy gpu-28nm | prices no MAC of integers; a table that does is wanted",
                "run titan-x-maxwell lenet5 --set power.limit=1W | --set power.limit=1W: power.limit: \"1W\" was found; a power above the idle one is wanted",
                "run titan-x-maxwell lenet5 --set clock=1e18Hz | at most 1000 GHz is wanted",
                "run titan-x-maxwell lenet5 --set array.rows=4 | unknown key 'array'",
                "run titan-x-maxwell alexnet --layers fc* --set dram.bandwidth=1kB/s --set clock=1000GHz | than can be counted"
            })
    void wrongInput_isRefused(String command, String message) {
        isRefused(command, message);
    }

    @Test
    void whatTakesLongerThanCanBeCounted_isNoBugOfOurs() {
        int code = terminal.pj(
                "run",
                "titan-x-maxwell",
                "vgg16",
                "--batch",
                "1000000",
                "--set",
                "clock=1000GHz",
                "--set",
                "caches.l2.bandwidth=1kB/s",
                "--set",
                "cores=65536");
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).contains("than can be counted").doesNotContain("bug in Picojoule");
    }
}
