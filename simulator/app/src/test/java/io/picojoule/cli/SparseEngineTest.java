package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sparse engines as a user meets them: tables, files, pages, and what is refused. */
class SparseEngineTest extends TerminalTest {
    @Test
    void aRun_tellsWhatZerosBuyAndWhatImbalanceTakes() throws IOException {
        assertThat(terminal.pj("run", "eie", "neuraltalk", "--scaling", "--out", "out"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .contains("EIE  ×  NeuralTalk", "padding", "efficiency", "over dense", "LSTM/recurrent")
                .contains("2 layers not on this machine (lstm-gate and softmax)");
        JsonNode result = json("out/result.json");
        for (JsonNode layer : result.get("layers")) {
            JsonNode sparse = layer.get("sparse");
            long entries = sparse.get("entries").asLong();
            long padding = sparse.get("paddingEntries").asLong();
            assertThat(layer.get("macs").asLong() - layer.get("skippedMacs").asLong())
                    .as("MACs performed in %s, its bias apart", layer.get("name"))
                    .isBetween(entries - padding - 2400, entries - padding);
            assertThat(sparse.get("theoreticalSeconds").asDouble())
                    .isLessThan(layer.get("seconds").asDouble());
            assertThat(sparse.get("loadBalance").asDouble()).isBetween(0.8, 1.0);
            assertThat(sparse.get("bytesByFormat").get("dense").asDouble())
                    .isGreaterThan(sparse.get("storedBytes").asDouble());
            assertThat(layer.get("accesses")
                            .get("dram")
                            .get("weight")
                            .get("readBytes")
                            .asLong())
                    .isZero();
        }
        JsonNode scaling = result.get("scaling");
        assertThat(scaling).hasSize(4);
        assertThat(scaling.get(0).get("queueSlots")).hasSize(9);
        assertThat(scaling.get(0).get("processingElements").get(6).get("cycles").asLong())
                .isEqualTo(result.get("layers").get(0).get("cycles").asLong());
        assertThat(folder.resolve("out/layers.csv")).content().contains("sparse.entries,sparse.paddingEntries");
        assertThat(folder.resolve("out/report.html"))
                .content()
                .contains("Zeros", "Queues and elements", "scaling-queue", "Bytes of the weights by format")
                .contains("queue-full", "pointer-buffer", "matrix SRAM")
                .doesNotContain(">NaN", "NaN ", "∞", "passes of the array", "buses");
    }

    @Test
    void aRunWithoutScaling_hasNoSuchPart() throws IOException {
        assertThat(terminal.pj("run", "eie", "neuraltalk", "--layers", "We", "--out", "out"))
                .isZero();
        assertThat(json("out/result.json").has("scaling")).isFalse();
        assertThat(folder.resolve("out/report.html")).content().doesNotContain("Queues and elements");
    }

    @Test
    void engines_standBesideArrays() {
        assertThat(terminal.pj("compare", "eyeriss", "eie", "--workload", "lenet-300-100-compressed"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("Weights are on the chip before the run begins on EIE");
        assertThat(terminal.pj("run", "eie", "lenet5", "--layers", "ip*", "--trace", "trace.json"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.pj("show", "eie-256")).isZero();
        assertThat(terminal.out()).contains("processing-elements: 256", "queue: 8 slots");
    }

    @Test
    void whatDoesNotFit_isNamedWithItsCure() {
        assertThat(terminal.pj(
                        "run", "eie", "alexnet-compressed", "--layers", "fc6", "--set", "processing-elements=16"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("no layer ran", "in the fullest of 16 elements", "elements would do");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "map eie lenet5 | ACCELERATOR eie: it is a sparse-engine; mappings are of layers on an array",
                "run eie lenet5 --mapping search | it is a sparse-engine; --mapping lays layers over an array",
                "run eyeriss lenet5 --scaling | ACCELERATOR eyeriss: it is a spatial-array; --scaling is for sparse engines",
                "run eie lenet5 --set index=0bit | --set index=0bit: index: \"0bit\" is too small",
                "run eie lenet5 --set queue=1slot | a ring of 1 slot holds no activation",
                "run eie lenet5 --set workload.layers[ip1].weight-density=1.5 | a number from 0 to 1 is wanted",
                "run eie lenet5 --set workload.layers[ip1].weight-density=-0.1 | a number from 0 to 1 is wanted",
                "run eie lenet5 --set workload.layers[ip1].weight-density=.nan | is not a plain number; a number from 0 to 1 is wanted",
                "run eie lenet5 --set workload.layers[ip1].weights=none.npy | none.npy",
                "run eie lenet5 --set array.rows=4 | unknown key 'array'"
            })
    void wrongInput_isRefused(String command, String message) {
        isRefused(command, message);
    }

    private JsonNode json(String file) throws IOException {
        return new JsonMapper().readTree(Files.readString(folder.resolve(file)));
    }
}
