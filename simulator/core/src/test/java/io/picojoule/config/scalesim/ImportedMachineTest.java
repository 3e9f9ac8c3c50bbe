package io.picojoule.config.scalesim;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.Loaded;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.SpatialArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedMachineTest {
    /** What the preset of a dataflow says. */
    private static final String BASE = """
            name: base
            kind: spatial-array
            clock: 1 GHz
            array: {rows: 2, columns: 2, interconnect: systolic}
            dataflow: weight-stationary
            word: {input: 8 bit, weight: 8 bit, partial-sum: 8 bit, output: 8 bit}
            processing-element: {scratchpads: {input: 1 word, weight: 1 word, partial-sum: 1 word}, fifo: 0 words, zero-inputs: compute}
            memory:
              global-buffer: {capacity: 1 KiB, holds: [input, partial-sum]}
              weight-buffer: {capacity: 1 KiB, holds: [weight]}
              dram: {bandwidth: 5 GB/s, latency: 0 cycles}
            energy: 45nm
            """;

    @TempDir
    private Path folder;

    private ScaleSimFiles files;

    @BeforeEach
    void start() throws IOException {
        files = new ScaleSimFiles(folder);
        Files.createDirectories(folder.resolve("configs"));
        for (ScaleSimConfig.Dataflow dataflow : ScaleSimConfig.Dataflow.values()) {
            Files.writeString(folder.resolve("configs/scale-sim-" + dataflow.key() + ".yaml"), BASE);
        }
    }

    @Test
    void readsWhatThereIs() throws IOException {
        assertThat(files.configuration(ScaleSimFiles.resource("right.cfg")))
                .isEqualTo(new ScaleSimConfig(
                        "x.cfg",
                        "scale_example_run_32x16_ws",
                        32,
                        16,
                        ScaleSimConfig.Dataflow.WS,
                        64,
                        48,
                        32,
                        OptionalLong.of(10),
                        List.of(
                                "[architecture_presets] IfmapOffset: 0",
                                "[architecture_presets] FilterOffset: 10000000",
                                "[architecture_presets] OfmapOffset: 20000000",
                                "[architecture_presets] MemoryBanks: 1",
                                "[sparsity] SparsitySupport: false")));
    }

    @Test
    void theYamlIsWrittenWordForWord() throws IOException {
        assertThat(yaml(ScaleSimFiles.resource("right.cfg"))).isEqualTo("""
                # Made by 'pj import scale-sim x.cfg'.
                #
                # What SCALE-Sim does, and this machine does not:
                # - ifmap and ofmap have SRAMs of their own; here they share the global buffer
                # - each SRAM has an interface to DRAM of its own; here all share one
                # - not carried over: [architecture_presets] IfmapOffset: 0
                # - not carried over: [architecture_presets] FilterOffset: 10000000
                # - not carried over: [architecture_presets] OfmapOffset: 20000000
                # - not carried over: [architecture_presets] MemoryBanks: 1
                # - not carried over: [sparsity] SparsitySupport: false

                extends: scale-sim-ws
                name: scale_example_run_32x16_ws
                description: "SCALE-Sim's array of 32 x 16, weight-stationary"
                source: SCALE-Sim configuration x.cfg
                array:
                  rows: 32
                  columns: 16
                memory:
                  global-buffer:
                    capacity: 96 KiB  # ifmap 64 KiB and ofmap 32 KiB
                  weight-buffer:
                    capacity: 48 KiB
                  dram:
                    bandwidth: 30 GB/s  # 3 interfaces of 10 words a cycle, each word a byte, at the preset's 1 GHz
                """);
    }

    @Test
    void theMachineReadsBack() throws IOException {
        SpatialArray machine = machine(ScaleSimFiles.resource("right.cfg"));
        assertThat(machine.name()).isEqualTo("scale_example_run_32x16_ws");
        assertThat(List.of(machine.rows(), machine.columns())).containsExactly(32, 16);
        assertThat(machine.memory().globalBuffer().capacityBytes()).isEqualTo(96 * 1024);
        assertThat(machine.memory().weightBuffer().orElseThrow().capacityBytes())
                .isEqualTo(48 * 1024);
        assertThat(machine.memory().dram().bytesPerSecond()).isEqualTo(30_000_000_000L);
    }

    @Test
    void withoutABandwidthThatOfThePresetStays() throws IOException {
        String text = ScaleSimFiles.resource("right.cfg").replace("USER", "CALC");
        assertThat(machine(text).memory().dram().bytesPerSecond()).isEqualTo(5_000_000_000L);
        assertThat(yaml(text))
                .contains(
                        "# - InterfaceBandwidth: CALC, DRAM as fast as need be; here it has the bandwidth of the preset",
                        "# - not carried over: [architecture_presets] Bandwidth: 10\n")
                .doesNotContain("dram");
    }

    @Test
    void wordsMayBeInAnyCase_keysBeEqualled_andABandwidthBeAList() throws IOException {
        String text = ScaleSimFiles.resource("right.cfg");
        String other = text.replace("Dataflow : ws", "DATAFLOW=WS")
                .replace("Bandwidth : 10", "bandwidth = 10, 20, 30")
                .replace("USER", "user")
                .replace("[general]", "[General]")
                .replace("\n", "\r\n");
        assertThat(files.configuration(other)).isEqualTo(files.configuration(text));
    }

    @Test
    void aNameIsThatOfTheFileWhereThereIsNone_andAStrangeOneIsQuoted() throws IOException {
        String text = ScaleSimFiles.resource("right.cfg");
        assertThat(machine(text.replaceFirst("run_name.*", "")).name()).isEqualTo("x.cfg");
        String strange = "{\"a\\b\": ['c']} &d *e !f | > % @ `\t\u00e9";
        assertThat(machine(text.replace("scale_example_run_32x16_ws", strange)).name())
                .isEqualTo(strange);
    }

    private String yaml(String text) throws IOException {
        return ImportedMachine.yaml(files.configuration(text), "pj import scale-sim x.cfg");
    }

    private SpatialArray machine(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("machine.yaml"), yaml(text));
        Loaded<Machine> loaded = files.configurations().machine(file.toString(), List.of());
        return (SpatialArray) loaded.value();
    }
}
