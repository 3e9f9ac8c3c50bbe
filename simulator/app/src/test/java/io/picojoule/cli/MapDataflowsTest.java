package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dataflows side by side on one array, end to end. */
class MapDataflowsTest extends TerminalTest {
    private static final List<String> ON_BUSES = List.of(
            "row-stationary",
            "weight-stationary",
            "output-stationary",
            "output-stationary-soc-mop",
            "output-stationary-moc-mop",
            "output-stationary-moc-sop",
            "input-stationary",
            "no-local-reuse");

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private JsonNode compared(String... arguments) {
        assertThat(terminal.pj(arguments)).as(terminal.err()).isZero();
        return json(terminal.out());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void everyLayer_hasARowForEachDataflow_andTheBestIsMarked() {
        assertThat(terminal.pj("map", "eyeriss", "lenet5", "--dataflow", "all")).isZero();
        for (String dataflow : ON_BUSES) {
            // Four layers, and the total.
            assertThat(terminal.out().lines().filter(line -> line.contains(" " + dataflow + " ")))
                    .as(dataflow)
                    .hasSize(5);
        }
        assertThat(terminal.out())
                .contains("best of each layer", "Each best is proven")
                .contains("4 layers searched under 8 dataflows")
                .doesNotContain("custom", "Not on this machine");
        assertThat(terminal.out().lines().filter(line -> line.contains("  best  ")))
                .hasSize(5);
    }

    @Test
    void figures_areThoseOfTheSearchUnderThatDataflowAlone() {
        JsonNode both = compared(
                "map", "eyeriss", "lenet5", "--dataflow", "weight-stationary,row-stationary", "--format", "json");
        assertThat(texts(both.get("dataflows"))).containsExactly("weight-stationary", "row-stationary");
        assertThat(both.get("command").asString())
                .isEqualTo("pj map eyeriss lenet5 --batch 1 --dataflow weight-stationary,row-stationary");
        for (int number = 0; number < 2; number++) {
            JsonNode alone = compared(
                    "map",
                    "eyeriss",
                    "lenet5",
                    "--set",
                    "dataflow=" + both.get("dataflows").get(number).asString(),
                    "--format",
                    "json");
            for (int layer = 0; layer < alone.get("layers").size(); layer++) {
                JsonNode best = alone.get("layers").get(layer).get("mappings").get(0);
                JsonNode entry = both.get("layers").get(layer).get("dataflows").get(number);
                for (String key : List.of("cycles", "picojoules", "dramBytes", "activeProcessingElements", "mapping")) {
                    assertThat(entry.get(key)).isEqualTo(best.get(key));
                }
                assertThat(entry.get("search"))
                        .isEqualTo(alone.get("layers").get(layer).get("search"));
            }
        }
    }

    @Test
    void totals_areSumsOverAllLayers_andTheBestOfEachLayerIsNoWorse() {
        JsonNode result =
                compared("map", "eyeriss", "lenet5", "--dataflow", "all", "--objective", "energy", "--format", "json");
        double leastTotal = Double.POSITIVE_INFINITY;
        String least = "";
        for (int number = 0; number < ON_BUSES.size(); number++) {
            JsonNode total = result.get("totals").get(number);
            double energy = 0;
            long cycles = 0;
            for (JsonNode layer : result.get("layers")) {
                JsonNode entry = layer.get("dataflows").get(number);
                assertThat(entry.get("dataflow")).isEqualTo(total.get("dataflow"));
                int times = 1 + layer.get("alike").size();
                energy += entry.get("picojoules").asDouble() * times;
                cycles += entry.get("cycles").asLong() * times;
            }
            assertThat(total.get("picojoules").asDouble()).isEqualTo(energy);
            assertThat(total.get("cycles").asLong()).isEqualTo(cycles);
            assertThat(total.get("layers").asInt()).isEqualTo(4);
            if (energy < leastTotal) {
                leastTotal = energy;
                least = total.get("dataflow").asString();
            }
        }
        assertThat(result.get("best").asString()).isEqualTo(least);
        JsonNode best = result.get("totals").get(ON_BUSES.size());
        assertThat(best.get("dataflow").asString()).isEqualTo("best-of-each-layer");
        assertThat(best.get("picojoules").asDouble()).isLessThanOrEqualTo(leastTotal);
        for (JsonNode layer : result.get("layers")) {
            double leastOfLayer = layer.get("dataflows")
                    .valueStream()
                    .mapToDouble(entry -> entry.get("picojoules").asDouble())
                    .min()
                    .orElseThrow();
            assertThat(layer.get("dataflows")
                            .valueStream()
                            .filter(entry -> entry.get("dataflow").equals(layer.get("best")))
                            .map(entry -> entry.get("picojoules").asDouble()))
                    .containsExactly(leastOfLayer);
        }
    }

    @Test
    void layersThatAreAlike_shareTheirRows_andCountInTheTotals() {
        JsonNode result = compared(
                "map",
                "eyeriss",
                "resnet18",
                "--layers",
                "layer1*",
                "--dataflow",
                "row-stationary,input-stationary",
                "--format",
                "json");
        assertThat(result.get("layers")).hasSize(1);
        assertThat(texts(result.get("layers").get(0).get("alike")))
                .containsExactly("layer1.0.conv2", "layer1.1.conv1", "layer1.1.conv2");
        for (int number = 0; number < 2; number++) {
            JsonNode total = result.get("totals").get(number);
            JsonNode entry = result.get("layers").get(0).get("dataflows").get(number);
            assertThat(total.get("layers").asInt()).isEqualTo(4);
            assertThat(total.get("cycles").asLong())
                    .isEqualTo(4 * entry.get("cycles").asLong());
        }
    }

    @Test
    void aDataflowThatTheInterconnectCannotHave_isListedOnceWithItsReason() {
        assertThat(terminal.pj("map", "scale-sim-ws", "lenet5", "--dataflow", "all"))
                .isZero();
        assertThat(terminal.out().lines().filter(line -> line.contains("row-stationary")))
                .hasSize(1);
        assertThat(terminal.out())
                .contains(
                        "Not on this machine: row-stationary. row-stationary needs a multicast interconnect, and this one "
                                + "is systolic")
                .contains(
                        "Not on this machine: no-local-reuse. no-local-reuse needs a multicast or adder-tree interconnect");
        JsonNode result = compared("map", "scale-sim-ws", "lenet5", "--dataflow", "all", "--format", "json");
        assertThat(texts(result.get("dataflows")))
                .containsExactly("weight-stationary", "output-stationary", "input-stationary");
        assertThat(result.get("notOnMachine").size()).isEqualTo(5);
        terminal.pj("map", "scale-sim-ws", "lenet5", "--dataflow", "all", "--format", "csv");
        List<String> lines = terminal.out().lines().toList();
        assertThat(lines.get(0)).startsWith("layer,alike,dataflow,best,activeProcessingElements,cycles,");
        int columns = lines.get(0).split(",", -1).length;
        assertThat(lines.get(1).split(",", -1)).hasSize(columns);
        assertThat(lines).filteredOn(line -> line.startsWith(",,")).hasSize(5);
    }

    @Test
    void onlyDataflowsThatCannotRun_makeAResultThatSaysSo() {
        assertThat(terminal.pj("map", "scale-sim-ws", "lenet5", "--dataflow", "row-stationary"))
                .isZero();
        assertThat(terminal.out())
                .contains(
                        "Not on this machine: row-stationary", "No layer has a mapping under any of these dataflows.");
        JsonNode result = compared("map", "scale-sim-ws", "lenet5", "--dataflow", "custom", "--format", "json");
        assertThat(result.get("layers")).isEmpty();
        assertThat(result.get("best").isNull()).isTrue();
        assertThat(result.get("notOnMachine").get("custom").asString())
                .isEqualTo("the machine writes out no custom dataflow: 'loops' is wanted");
    }

    @Test
    void allMeansCustom_whereTheMachineWritesOneOut() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                extends: eyeriss
                name: own
                dataflow: custom
                loops: {rows: [c.r.s], columns: [m], stream: n.p.q, stationary: weight}
                """);
        JsonNode result =
                compared("map", "own.yaml", "lenet5", "--layers", "conv1", "--dataflow", "all", "--format", "json");
        assertThat(texts(result.get("dataflows"))).hasSize(9).endsWith("custom");
    }

    @Test
    void layersWithoutAMapping_keepTheirReason_andTotalsSayWhatIsMissing() {
        String[] tiny = {
            "map",
            "eyeriss",
            "lenet5",
            "--dataflow",
            "row-stationary,weight-stationary",
            "--set",
            "memory.global-buffer.capacity=64 B",
            "--set",
            "memory.global-buffer.bank=64 B"
        };
        assertThat(terminal.pj(tiny)).isZero();
        assertThat(terminal.out()).contains("no mapping fits; even the smallest does not", "no layer has a mapping");
    }

    @Test
    void savedMappings_areThoseOfTheBestSingleDataflow_andRun() throws IOException {
        assertThat(terminal.pj(
                        "map",
                        "eyeriss",
                        "lenet5",
                        "--dataflow",
                        "output-stationary,weight-stationary",
                        "--save",
                        "best.yaml"))
                .isZero();
        String best =
                terminal.err().contains("--set dataflow=weight-stationary") ? "weight-stationary" : "output-stationary";
        assertThat(terminal.err())
                .contains("best.yaml: mappings of " + best + ", the best dataflow for all layers; for 'pj run' with "
                        + "--set dataflow=" + best + " --mapping");
        assertThat(Files.readString(folder.resolve("best.yaml")))
                .contains("dataflow " + best + ": the best found for edp");
        assertThat(terminal.pj(
                        "run",
                        "eyeriss",
                        "lenet5",
                        "--set",
                        "dataflow=" + best,
                        "--mapping",
                        "./best.yaml",
                        "--out",
                        "o",
                        "--quiet"))
                .as(terminal.err())
                .isZero();
        JsonNode run = json(Files.readString(folder.resolve("o/result.json")));
        JsonNode compared = compared("map", "eyeriss", "lenet5", "--dataflow", best, "--format", "json");
        assertThat(run.get("totals").get("cycles"))
                .isEqualTo(compared.get("totals").get(0).get("cycles"));
        assertThat(run.get("layers").get(0).get("mappingOrigin").asString()).isEqualTo("given");
    }

    @Test
    void anotherDataflowThatIsSet_leavesTheMachinesOwnMappingsAlone() throws IOException {
        assertThat(terminal.pj(
                        "run",
                        "eyeriss",
                        "alexnet",
                        "--layers",
                        "conv3",
                        "--set",
                        "dataflow=output-stationary",
                        "--out",
                        "o",
                        "--quiet"))
                .as(terminal.err())
                .isZero();
        JsonNode layer = json(Files.readString(folder.resolve("o/result.json")))
                .get("layers")
                .get(0);
        assertThat(layer.get("mappingOrigin").asString()).isEqualTo("searched");
    }

    @Test
    void wrongNamesAndOptionsThatDoNotGoTogether_areToldAllAtOnce() {
        assertThat(terminal.pj(
                        "map",
                        "eyeriss",
                        "lenet5",
                        "--dataflow",
                        "weigth-stationary,tiled",
                        "--top",
                        "2",
                        "--mapping",
                        "m.yaml"))
                .isEqualTo(2);
        assertThat(terminal.err())
                .contains("--dataflow weigth-stationary: there is no dataflow 'weigth-stationary'; did you mean "
                        + "'weight-stationary'? known: all, row-stationary, weight-stationary, output-stationary,")
                .contains("there is no dataflow 'tiled'; known: all, ")
                .contains("--top 2: dataflows are compared by the best mapping of each; leave --top away")
                .contains("--mapping m.yaml: dataflows are compared by mappings that are searched for");
        assertThat(terminal.pj("map", "eyeriss", "lenet5", "--dataflow", "")).isEqualTo(2);
        assertThat(terminal.err()).contains("nothing is there");
    }

    @Test
    void severalBatches_areSeveralDocuments_andABudgetIsSharedByAll() {
        JsonNode both = compared(
                "map",
                "eyeriss",
                "lenet5",
                "--layers",
                "conv1",
                "--batch",
                "1,2",
                "--dataflow",
                "no-local-reuse,input-stationary",
                "--budget",
                "0ms",
                "--format",
                "json");
        assertThat(both).hasSize(2);
        assertThat(both.get(1).get("batch").asInt()).isEqualTo(2);
    }
}
