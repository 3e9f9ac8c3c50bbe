package io.picojoule.config.scalesim;

import static io.picojoule.config.scalesim.ScaleSimFiles.CONVOLUTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.Loaded;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyFileTest {
    @TempDir
    private Path folder;

    private ScaleSimFiles files;

    @BeforeEach
    void start() {
        files = new ScaleSimFiles(folder);
    }

    /** SCALE-Sim's own arithmetic: output sizes are {@code ceil((H - FH + SH) / SH)}. */
    @Test
    void everyConvolutionIsTheOneOfItsRow() throws IOException {
        String text = ScaleSimFiles.resource("small_conv.csv");
        Network network = files.topology(text).value();
        List<String> rows = text.lines().skip(1).filter(line -> !line.isBlank()).toList();
        assertThat(network.layers()).hasSameSizeAs(rows).hasSizeGreaterThan(20);
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i).split(",");
            int[] size = new int[9];
            for (int cell = 1; cell < size.length; cell++) {
                size[cell] = Integer.parseInt(cells[cell].strip());
            }
            NetworkLayer layer = network.layers().get(i);
            assertThat(layer.name()).isEqualTo(cells[0].strip());
            LoopNest nest = layer.loopNest(1).orElseThrow();
            assertThat(List.of(nest.n(), nest.g(), nest.m(), nest.c(), nest.r(), nest.s()))
                    .containsExactly(1, 1, size[6], size[5], size[3], size[4]);
            assertThat(nest.p()).as(rows.get(i)).isEqualTo((int)
                    Math.ceil((size[1] - size[3] + size[7]) / (double) size[7]));
            assertThat(nest.q()).as(rows.get(i)).isEqualTo((int)
                    Math.ceil((size[2] - size[4] + size[8]) / (double) size[8]));
            assertThat(nest.inputWords()).isEqualTo((long) size[1] * size[2] * size[5]);
            assertThat(List.of(nest.padTop(), nest.padLeft())).containsExactly(0, 0);
            assertThat(layer.biases()).isZero();
        }
    }

    @Test
    void aProductHasItsDepthInTheChannels() throws IOException {
        Network network = files.topology(ScaleSimFiles.resource("gemm.csv")).value();
        LoopNest nest = network.layers().get(0).loopNest(1).orElseThrow();
        assertThat(network.layers().get(0).name()).isEqualTo("1");
        assertThat(List.of(nest.p() * nest.q(), nest.m(), nest.c(), nest.r(), nest.s(), nest.n(), nest.g()))
                .containsExactly(256, 128, 2048, 1, 1, 1, 1);
    }

    @Test
    void theHeaderSaysTheOrderOfASize_orSayingNothingTheUsualOne() throws IOException {
        LoopNest expected = nest("Layer, M, N, K,\nfc1, 5, 7, 11,");
        assertThat(List.of(expected.p() * expected.q(), expected.m(), expected.c()))
                .containsExactly(5, 7, 11);
        assertThat(nest("Layer,k,m,n\nfc1,11,5,7")).isEqualTo(expected);
        assertThat(nest("what, ever, there, is,\nfc1, 5, 7, 11,")).isEqualTo(expected);
    }

    @Test
    void everyRowReadsAnInputOfItsOwn() throws IOException {
        Network network = files.topology(ScaleSimFiles.resource("alexnet.csv")).value();
        assertThat(network.layers()).extracting(NetworkLayer::readsNetworkInput).containsOnly(true);
        assertThat(network.layers().get(1).inputs().get(0)).hasToString("96x27x27");
        assertThat(network.layers().get(0).output()).hasToString("96x55x55");
    }

    @Test
    void layoutCountsForNothing() throws IOException {
        String digest = files.topology(CONVOLUTIONS + "C1, 8, 9, 3, 3, 4, 5, 2,\nC2, 7, 7, 1, 1, 2, 2, 1,\n")
                .digest();
        for (String text : List.of(
                CONVOLUTIONS + "C1,8,9,3,3,4,5,2\nC2,7,7,1,1,2,2,1",
                CONVOLUTIONS + "\n\nC1, 8, 9, 3, 3, 4, 5, 2,\n,,,,\nC2, 7, 7, 1, 1, 2, 2, 1,  \n   \n",
                (CONVOLUTIONS + "C1,\t8 , 9,3,3,4,5,2,2,\nC2, 7, 7, 1, 1, 2, 2, 1, 1,\n").replace("\n", "\r\n"),
                "\uFEFF" + CONVOLUTIONS + "C1, 8, 9, 3, 3, 4, 5, 2, 2\nC2, 7, 7, 1, 1, 2, 2, 1, 1\n",
                "a, b, c, d, e, f, g, h\nC1, 8, 9, 3, 3, 4, 5, 2,\nC2, 7, 7, 1, 1, 2, 2, 1,\n")) {
            assertThat(files.topology(text).digest()).as(text).isEqualTo(digest);
        }
        assertThat(files.topology(CONVOLUTIONS + "C1, 8, 9, 3, 3, 4, 5, 1,\nC2, 7, 7, 1, 1, 2, 2, 1,\n")
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void namesDiffer() throws IOException {
        Network network = files.topology(CONVOLUTIONS
                        + String.join(" , 5, 5, 3, 3, 1, 1, 1,\n", "C", "C", "C_2", "C", "", "input", "7", "C_2", ""))
                .value();
        assertThat(network.layers())
                .extracting(NetworkLayer::name)
                .containsExactly("C", "C_3", "C_2", "C_4", "line6", "input_2", "7", "C_2_2");
        assertThat(network.notes())
                .contains("names of rows that have none, or one that is taken: C_3, C_4, line6, input_2, C_2_2");
    }

    @Test
    void aDepthwiseLayerIsOneOfAsManyGroupsAsChannels() throws IOException {
        Network network = files.topology(CONVOLUTIONS + "conv_DP3, 9, 9, 3, 3, 6, 2, 1,\nconvdp, 9, 9, 3, 3, 6, 2, 1,")
                .value();
        LoopNest nest = network.layers().get(0).loopNest(1).orElseThrow();
        assertThat(List.of(nest.g(), nest.c(), nest.m(), nest.p(), nest.q())).containsExactly(6, 1, 2, 7, 7);
        assertThat(network.layers().get(1).loopNest(1).orElseThrow().g()).isEqualTo(1);
        assertThat(network.notes())
                .anyMatch(note -> note.startsWith("'DP' in the name") && note.endsWith(": conv_DP3"));
    }

    @Test
    void notesTellWhatIsSpecialAndNothingElse() throws IOException {
        List<String> plain = files.topology(CONVOLUTIONS + "C1, 9, 9, 3, 3, 1, 1, 1,")
                .value()
                .notes();
        assertThat(plain).hasSize(1);
        assertThat(plain.get(0))
                .startsWith("each row of x.csv is a layer by itself")
                .contains("no padding", "batch");
        assertThat(files.topology("C0, 9, 9, 3, 3, 1, 1, 2,\nC1, 8, 9, 3, 3, 1, 1, 2,\nC2, 9, 9, 3, 3, 1, 1, 2,")
                        .value()
                        .notes()
                        .subList(1, 3))
                .containsExactly(
                        "the first line of x.csv was taken for the header, as SCALE-Sim does, though it looks like a layer",
                        "as in SCALE-Sim, output sizes are rounded up: a last window hangs over the edge, over zeros, in C1");
    }

    @Test
    void valuesCanBeSetAndExtended() throws IOException {
        Loaded<Network> set = files.topology(
                CONVOLUTIONS + "C1, 9, 9, 3, 3, 1, 1, 1,", "layers[C1].stride=2", "layers[C1].input-density=0.5");
        assertThat(set.value().layers().get(0).output()).hasToString("1x4x4");
        assertThat(set.value().layers().get(0).inputDensity()).isEqualTo(0.5);
        Path over = Files.writeString(
                folder.resolve("over.yaml"), "extends: x.csv\nname: mine\nlayers: [{name: C1, filters: 7}]\n");
        Network mine =
                files.configurations().workload(over.toString(), List.of()).value();
        assertThat(mine.layers().get(0).output()).hasToString("7x7x7");
    }

    @Test
    void whatIsPrintedReadsBackTheSame() throws IOException {
        for (String name : List.of("small_conv.csv", "gemm.csv")) {
            Loaded<Network> loaded = files.topology(ScaleSimFiles.resource(name));
            Path printed = Files.writeString(folder.resolve("printed.yaml"), loaded.printed());
            Loaded<Network> again = files.configurations().workload(printed.toString(), List.of());
            assertThat(again.digest()).isEqualTo(loaded.digest());
            assertThat(again.value()).isEqualTo(loaded.value());
        }
    }

    @Test
    void valuesKnowWhereTheyAreFrom() throws IOException {
        assertThat(files.topology(CONVOLUTIONS + "C1, 9, 9, 3, 3, 1, 1, 1,").provenance())
                .anySatisfy(value -> {
                    assertThat(value.path()).isEqualTo("layers[C1].input-shape.height");
                    assertThat(value.text()).isEqualTo("9");
                    assertThat(value.source()).isEqualTo("SCALE-Sim topology x.csv");
                })
                .noneMatch(value -> value.path().startsWith("notes"));
    }

    private LoopNest nest(String text) throws IOException {
        return files.topology(text).value().layers().get(0).loopNest(1).orElseThrow();
    }
}
