package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.area.AreaComponent;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Provenance;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.workload.Network;
import io.picojoule.workload.TensorReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {
    @TempDir
    Path folder;

    private final Configurations builtIn = Configurations.at(Path.of(""), Optional.empty());

    @Test
    void aFileExtendsAPresetAndOverridesSingleValues() throws IOException {
        write("base.yaml", "extends: eyeriss\nclock: 100 MHz\narray: {rows: 24}\n");
        Path file = write(
                "sub/mine.yaml", "extends: ../base.yaml\nname: Mine\nmemory: {dram: {overlaps: [input, weight]}}\n");

        Loaded<Machine> mine = builtIn.machine(file.toString(), List.of());

        SpatialArray array = (SpatialArray) mine.value();
        assertThat(array.name()).isEqualTo("Mine");
        assertThat(array.clockHertz()).isEqualTo(100_000_000);
        assertThat(array.rows()).isEqualTo(24);
        assertThat(array.columns()).isEqualTo(14);
        assertThat(array.memory().dram().overlaps()).hasSize(2);
        assertThat(array.mappings().get("alexnet")).isEqualTo("eyeriss-alexnet");
        assertThat(mine.files()).hasSize(3).last().isEqualTo("configs/eyeriss.yaml");
        assertThat(mine.provenance())
                .filteredOn(value -> value.path().equals("array.rows"))
                .singleElement()
                .satisfies(value -> assertThat(value.source()).isEmpty());
    }

    /** Computed, stated, and none, for lack of a node or by the machine's own word. */
    @Test
    void theAreaOfAMachineIsByTheTableItNames() throws IOException {
        write("tables/sparse.yaml", "extends: area-45nm\nmemory: [{capacity: 4 KiB, area: 82840 um2}]\n");
        Path file = write("chip.yaml", "extends: eyeriss\narea-table: tables/sparse.yaml\n");

        assertThat(buffer("eyeriss") * 2).isCloseTo(buffer(file.toString()), within(1e-9));
        assertThat(area("titan-x-maxwell").orElseThrow().squareMillimetres()).isEqualTo(601);
        assertThat(area("tegra-k1")).isEmpty();
        assertThat(area("scale-sim-os")).isEmpty();
        assertThat(area("fpga15-vc707")).isEmpty();
    }

    private double buffer(String machine) {
        return area(machine).orElseThrow().of(AreaComponent.GLOBAL_BUFFER);
    }

    private Optional<AreaBreakdown> area(String machine) {
        return builtIn.area(builtIn.machine(machine, List.of()).value());
    }

    @Test
    void aPrintedMachineReadsBackTheSameAnywhere() throws IOException {
        write("a/mappings/mine.yaml", "conv1: {m: 1, n: 1, e: 1, p: 1, q: 1, r: 1, t: 1}\n");
        write("a/tables/mine.yaml", "extends: 45nm\n");
        Path file = write(
                "a/chip.yaml",
                "extends: eyeriss\nenergy: tables/mine.yaml\n"
                        + "mapping: {vgg16: mappings/mine.yaml, lenet5: 'builtin:configs/mappings/eyeriss-alexnet.yaml'}\n");
        Loaded<Machine> chip = builtIn.machine(file.toString(), List.of());

        Path copy = write("b/c/copy.yaml", chip.printed());
        SpatialArray array =
                (SpatialArray) builtIn.machine(copy.toString(), List.of()).value();

        assertThat(array).isEqualTo(chip.value());
        assertThat(builtIn.machine(copy.toString(), List.of()).digest()).isEqualTo(chip.digest());
        assertThat(array.mappings())
                .containsEntry("alexnet", "eyeriss-alexnet")
                .containsEntry("lenet5", "builtin:configs/mappings/eyeriss-alexnet.yaml")
                .containsEntry("vgg16", folder.resolve("a/mappings/mine.yaml").toString());
        assertThat(array.energyTable())
                .isEqualTo(folder.resolve("a/tables/mine.yaml").toString());
        assertThat(chip.printed()).contains("  alexnet: eyeriss-alexnet\n");
    }

    @Test
    void aPrintedNetworkFindsItsTensorsAnywhere() throws IOException {
        write("a/w.npy", "anything");
        Path file = write(
                "a/net.yaml",
                "name: n\ninput: {features: 4}\nlayers: [{name: fc, kind: fully-connected, outputs: 2, weights: w.npy}]\n");

        Path copy = write(
                "b/copy.yaml", builtIn.workload(file.toString(), List.of()).printed());

        assertThat(builtIn.workload(copy.toString(), List.of())
                        .value()
                        .layers()
                        .get(0)
                        .layer()
                        .common()
                        .weights())
                .map(TensorReference::file)
                .contains(folder.resolve("a/w.npy"));
    }

    @Test
    void aCircleOfExtendsIsShown() throws IOException {
        Path first = write("a.yaml", "extends: b.yaml\n");
        write("b.yaml", "extends: ./c.yaml\n");
        write("c.yaml", "extends: a.yaml\n");

        assertThatThrownBy(() -> builtIn.machine(first.toString(), List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("c.yaml:1:10: extends: a circle: ")
                .hasMessageContaining("a.yaml -> ")
                .hasMessageEndingWith("a.yaml; a document cannot extend itself");
    }

    @Test
    void theDigestDependsOnValuesAndNotOnPlaces() throws IOException {
        Path file = write("elsewhere.yaml", "# only a comment\nextends: eyeriss\nsource: me\n");
        String digest = builtIn.machine("eyeriss", List.of()).digest();

        assertThat(builtIn.machine(file.toString(), List.of()).digest()).isEqualTo(digest);
        assertThat(builtIn.machine("eyeriss", sets("clock=201 MHz").accelerator())
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void theDigestDependsOnWhatIsInTensors() throws IOException {
        String text = "name: n\ninput: {features: 4}\n"
                + "layers: [{name: fc, kind: fully-connected, outputs: 2, weights: w.npy, activations: %s}]\n";
        write("a/w.npy", "one");
        write("b/w.npy", "one");
        write("b/x.npy", "one");
        write("c/w.npy", "two");
        String digest = digest(write("a/n.yaml", text.formatted("w.npy")));

        assertThat(digest(write("b/n.yaml", text.formatted("x.npy")))).isEqualTo(digest);
        assertThat(digest(write("c/n.yaml", text.formatted("w.npy")))).isNotEqualTo(digest);
        write("b/x.npy", "another");
        assertThat(digest(folder.resolve("b/n.yaml"))).isNotEqualTo(digest);
    }

    private String digest(Path workload) {
        return builtIn.workload(workload.toString(), List.of()).digest();
    }

    @Test
    void setsReachTheAcceleratorTheWorkloadAndTheRun() {
        Overrides sets = sets(
                "array.rows=16",
                "accelerator.clock=1 GHz",
                "workload.layers[conv1].stride=2",
                "run.batch=[1, 4]",
                "run.layers=conv*,fc6",
                "run.seed=7",
                "run.engine=detailed");

        SpatialArray array =
                (SpatialArray) builtIn.machine("eyeriss", sets.accelerator()).value();
        assertThat(array.rows()).isEqualTo(16);
        assertThat(array.clockHertz()).isEqualTo(1_000_000_000);
        assertThat(builtIn.workload(
                                "lenet5", sets("workload.layers[conv1].pad=2").workload())
                        .value()
                        .layers()
                        .get(0)
                        .output())
                .hasToString("20x28x28");
        assertThat(sets.run().batches()).containsExactly(1, 4);
        assertThat(sets.run().layers()).containsExactly("conv*", "fc6");
        assertThat(sets.run().seed()).hasValue(7);
        assertThat(sets.run().engine()).contains("detailed");
    }

    @Test
    void aWrongSetIsReportedAsAFileIs() {
        assertThatThrownBy(() -> builtIn.machine(
                        "eyeriss",
                        sets("clock=5", "array.rosw=3", "memry.dram.latency=5").accelerator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("""
                        --set array.rosw=3: array.rosw: unknown key 'rosw'; did you mean 'rows'?
                        --set clock=5: clock: "5" has no unit; a frequency is wanted, for example "200 MHz"
                        --set memry.dram.latency=5: memry: unknown key 'memry'; did you mean 'memory'?""");
        assertThatThrownBy(() -> sets("run.bach=4", "run.engine=quick", "run.seed=-1", "workload=5"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--set run.bach=4: bach: unknown key 'bach'; did you mean 'batch'?")
                .hasMessageContaining(
                        "--set run.engine=quick: engine: \"quick\" is not known here; known: fast, detailed")
                .hasMessageContaining("--set run.seed=-1: seed: -1 is too small")
                .hasMessageContaining("--set workload=5: the path names no value of the workload");
    }

    @Test
    void otherKindsOfFilesAreToCome() throws IOException {
        Path model = write("model.onnx", "anything");

        assertThatThrownBy(() -> builtIn.workload(model.toString(), List.of()))
                .hasMessageEndingWith(
                        "model.onnx: files of this kind are not available yet in this version; a .yaml file is wanted");
    }

    @Test
    void provenanceKeepsWhatIsAssumed() {
        Loaded<Machine> eyeriss = builtIn.machine("eyeriss", List.of());

        assertThat(eyeriss.provenance())
                .filteredOn(value -> value.source().startsWith("assumed"))
                .extracting(Provenance::path)
                .containsExactly("processing-element.fifo", "memory.dram.latency");
        assertThat(eyeriss.provenance().get(0).file()).isEqualTo("configs/eyeriss.yaml");
        assertThat(eyeriss.printed())
                .contains("bandwidth: 480 MB/s  # JSSC 52(1) 2017: 64 bit at the 60 MHz link clock\n");
    }

    @Test
    void aMappingMayNameLayersByGlobs() throws IOException {
        Network alexnet = builtIn.workload("alexnet", List.of()).value();
        Path file = write("m.yaml", """
                conv1: {m: 1, n: 1, e: 1, p: 1, q: 1, r: 1, t: 1}
                "conv*": {m: 2, n: 1, e: 1, p: 1, q: 1, r: 1, t: 1}
                "*6": {m: 3, n: 1, e: 1, p: 1, q: 1, r: 1, t: 1, flattened: true}
                """);

        GivenMappings mappings = builtIn.mappings(file.toString(), alexnet).value();

        assertThat(mappings.of("conv1")).contains(given(1, false));
        assertThat(mappings.of("conv5")).contains(given(2, false));
        assertThat(mappings.of("fc6")).contains(given(3, true));
        assertThat(mappings.of("fc7")).isEmpty();
    }

    private static GivenMapping given(int m, boolean flattened) {
        return new GivenMapping.Parameters(new RowStationaryParameters(m, 1, 1, 1, 1, 1, 1), flattened);
    }

    private static Overrides sets(String... arguments) {
        return Overrides.parse(List.of(arguments));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
