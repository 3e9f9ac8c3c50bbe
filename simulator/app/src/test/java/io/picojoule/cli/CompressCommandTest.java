package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Weights of presets and of files through {@code pj compress}, end to end. */
class CompressCommandTest extends TerminalTest {
    /** {@code -Dpicojoule.updateGoldens=true} writes it anew, for review as a diff. */
    private static final Path GOLDEN = Path.of("src/test/resources/golden/compress-lenet5.txt");

    private static final String SMALL = """
            name: small
            input: {features: 6}
            layers:
              - {name: fc1, kind: fully-connected, outputs: 4, weights: FILE}
            """;

    private JsonNode json(String... arguments) {
        assertThat(terminal.pj(arguments)).as(terminal.err()).isZero();
        return JsonMapper.shared().readTree(terminal.out());
    }

    @Test
    void theTableOfLeNet5_isAsItWas() throws IOException {
        assertThat(terminal.pj("compress", "lenet5-compressed"))
                .as(terminal.err())
                .isZero();
        if (Boolean.getBoolean("picojoule.updateGoldens")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, terminal.out());
        }
        assertThat(terminal.out()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void totalsAreTheSumsOfLayers_inEveryFormat() {
        JsonNode result = json("compress", "lenet5-compressed", "--format", "json");
        assertThat(result.get("format").asString()).isEqualTo("picojoule-compression/1");
        assertThat(result.get("layers")).hasSize(4);
        for (String format : result.at("/totals/bits").propertyNames()) {
            long sum = result.get("layers")
                    .valueStream()
                    .mapToLong(layer -> layer.get("bits").get(format).asLong())
                    .sum();
            assertThat(result.at("/totals/bits").get(format).asLong())
                    .as(format)
                    .isEqualTo(sum);
        }
        assertThat(result.at("/totals/weights").asLong()).isEqualTo(430_500);
        assertThat(result.at("/published/0/case").asString()).isEqualTo("deep-compression/lenet5");
    }

    @Test
    void bitsAreThoseOfTheNetwork_orTheSetOnes() {
        JsonNode layer = json(
                        "compress",
                        "lenet5-compressed",
                        "--layers",
                        "ip2",
                        "--set",
                        "workload.compression.index=3 bit",
                        "--set",
                        "workload.layers[ip2].weight-density=0.5",
                        "--format",
                        "json")
                .at("/layers/0");
        assertThat(layer.get("name").asString()).isEqualTo("ip2");
        assertThat(layer.get("indexBits").asInt()).isEqualTo(3);
        assertThat(layer.get("codeBits").asInt()).isEqualTo(5);
        assertThat(layer.get("kept").asInt()).isEqualTo(2_500);
        assertThat(layer.at("/bits/bitmask").asLong()).isEqualTo(5_000 + 2_500 * 16);
    }

    @Test
    void equalSeedsGiveEqualBytes_andOthersOthers() {
        terminal.pj("compress", "lenet5-compressed", "--format", "csv", "--seed", "7");
        String first = terminal.out();
        terminal.pj("compress", "lenet5-compressed", "--format", "csv", "--set", "run.seed=7");
        assertThat(terminal.out()).isEqualTo(first);
        terminal.pj("compress", "lenet5-compressed", "--format", "csv", "--seed", "8");
        assertThat(terminal.out()).isNotEqualTo(first);
    }

    @Test
    void recurrentLayersAreCompressedInParts() {
        assertThat(terminal.pj("compress", "neuraltalk")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("LSTM/input", "LSTM/recurrent");
    }

    @Test
    void publishedSizesAreWithinTheirMarginsOrKnownGaps() {
        assertThat(terminal.pj("validate", "deep-compression"))
                .as(terminal.out())
                .isZero();
        assertThat(terminal.out()).contains("All 58 figures are within");
    }

    /** A NumPy file of version 1.0, float32, [4, columns], whose last values are these. */
    private static byte[] tensor(int columns, double... last) {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (4, " + columns + "), }\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 4 * columns * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("\u0093NUMPY\u0001\0".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 4 * columns; i++) {
            int fromEnd = 4 * columns - i;
            double value = fromEnd <= last.length ? last[last.length - fromEnd] : i % 3 == 0 ? i + 1 : 0;
            bytes.putFloat((float) value);
        }
        return bytes.array();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void archive(String name, Map<String, byte[]> members) throws IOException {
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map.Entry<String, byte[]> member : new TreeMap<>(members).entrySet()) {
                archive.putNextEntry(new ZipEntry(member.getKey()));
                archive.write(member.getValue());
            }
        }
    }

    private void network(String file) throws IOException {
        Files.writeString(folder.resolve("small.yaml"), SMALL.replace("FILE", file));
    }

    @Test
    void realWeights_areReadFromFilesAndArchives_andPruned() throws IOException {
        write("fc1.npy", tensor(6));
        archive("model.npz", Map.of("fc1.npy", tensor(6), "other.npy", tensor(6)));
        network("fc1.npy");
        JsonNode expected = json("compress", "small.yaml", "--format", "json").get("layers");
        assertThat(expected.at("/0/kept").asInt()).isEqualTo(8);
        for (String file : new String[] {"model.npz", "model.npz#fc1", "model.npz#other"}) {
            network(file);
            assertThat(json("compress", "small.yaml", "--format", "json").get("layers"))
                    .isEqualTo(expected);
        }
        String density = "workload.layers[fc1].weight-density=0.25";
        assertThat(json("compress", "small.yaml", "--set", density, "--format", "json")
                        .at("/layers/0/kept")
                        .asInt())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none.npy | there is no file",
                "wide.npy | layer 'fc1', weights: FOLDER/wide.npy: found the shape [4, 7]; wanted is [4, 6]",
                "nan.npy | layer 'fc1', weights: FOLDER/nan.npy: found the value NaN; wanted is finite numbers",
                "model.npz#fc2 | FOLDER/model.npz#fc2: found an archive of the arrays a, b; wanted is an array 'fc2'",
                "model.npz | wanted is an array 'fc1', or the name of another behind the file's: model.npz#name",
                "text.npz | found a file that cannot be read",
                "text.bin | a .npy or .npz file is wanted",
            })
    void wrongTensorsAreRefused(String line) throws IOException {
        write("wide.npy", tensor(7));
        write("nan.npy", tensor(6, Double.NaN));
        archive("model.npz", Map.of("a.npy", tensor(6), "b.npy", tensor(6)));
        Files.writeString(folder.resolve("text.npz"), "text");
        String[] parts = line.split(" \\| ");
        network(parts[0]);
        assertThat(terminal.pj("compress", "small.yaml")).isEqualTo(2);
        assertThat(terminal.err())
                .contains(parts[1].replace("FOLDER", folder.toString()))
                .doesNotContain("\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compress | Missing required parameter: 'WORKLOAD'",
                "compress nosuch | there is no preset \"nosuch\"",
                "compress lenet5 --layers nosuch | no layer matches 'nosuch'",
                "compress lenet5 --layers pool1 | no layer of LeNet-5 that is asked for has weights",
                "compress lenet5 --seed x | \"x\" is not a whole number",
                "compress lenet5 --set clock=200MHz | weights are compressed without one; workload.PATH=VALUE is wanted",
                "compress lenet5 --set workload.compression.index=0bit | \"0bit\" is too small; at least 1 bit is wanted",
                "compress lenet5 --set workload.compression.conv=17bit | at most 16 bit is wanted",
                "compress lenet5 --set workload.compression.fc=5bit | unknown key 'fc'; known: conv, fully-connected, index",
                "compress lenet5 --set workload.layers[ip1].weight-density=1.2 | 1.2 is out of range; a number from 0 to 1",
                "compress lenet5 --set workload.layers[ip1].weight-density=-1 | -1 is out of range; a number from 0 to 1",
                "compress lenet5 --set workload.layers[ip1].weight-spread.rows=4 | 4 is out of range; a number from 0 to 3"
            })
    void wrongInputExitsWithTwoAndSaysWhy(String line) {
        String[] parts = line.split(" \\| ");
        isRefused(parts[0], parts[1]);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(terminal.pj(
                        "compress",
                        "lenet5",
                        "--seed",
                        "-1",
                        "--set",
                        "workload.compression.index=0 bit",
                        "--set",
                        "workload.layers[ip1].weight-density=2"))
                .isEqualTo(2);
        assertThat(terminal.err())
                .contains("--seed -1: -1 is too small", "\"0 bit\" is too small", "2 is out of range");
    }
}
