package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.hardware.Machine;
import io.picojoule.workload.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindGuessTest {
    @TempDir
    Path folder;

    private final Configurations builtIn = Configurations.at(Path.of(""), Optional.empty());

    @Test
    void showFindsOutWhatADocumentIs() throws IOException {
        Path energy = write("t.yaml", "extends: 45nm\nmac: {int8: 1 pJ}\n");

        assertThat(builtIn.show("alexnet", Overrides.NONE).value()).isInstanceOf(Network.class);
        assertThat(builtIn.show("eyeriss", Overrides.NONE).value()).isInstanceOf(Machine.class);
        assertThat(builtIn.show("eyeriss-alexnet", Overrides.NONE).printed()).contains("conv3:");
        assertThat(builtIn.show(energy.toString(), Overrides.NONE).printed()).contains("int8: 1 pJ");
        assertThatThrownBy(() -> builtIn.show("nothing", Overrides.NONE))
                .hasMessage("show: there is no preset \"nothing\" of any kind; 'pj list' shows those there are");
        assertThatThrownBy(() -> builtIn.show("eyeris", Overrides.NONE))
                .hasMessage("show: there is no preset \"eyeris\" of any kind; "
                        + "did you mean 'eyeriss' (accelerator, published experiment)?");
        assertThatThrownBy(() -> builtIn.show("alexnot", Overrides.NONE))
                .hasMessageContaining("did you mean 'alexnet' (workload)?");
        assertThatThrownBy(() -> builtIn.show("..", Overrides.NONE))
                .hasMessageContaining("\"..\" is neither the name of a preset nor a path");
    }

    @Test
    void aNameOfAnotherKindIsToldAsSuch() {
        assertThatThrownBy(() -> builtIn.energyTable("eyeriss"))
                .hasMessageContaining("energy table: there is no preset \"eyeriss\"")
                .hasMessageEndingWith("; 'eyeriss' is an accelerator and a published experiment");
        assertThatThrownBy(() -> builtIn.machine("alexnet", List.of()))
                .hasMessageEndingWith("; 'alexnet' is a workload");
        assertThatThrownBy(() -> builtIn.workload("45nm", List.of()))
                .hasMessageEndingWith("; '45nm' is an energy table");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MAPPING      | conv1: {m: 1, n: 1, e: 1, p: 1, q: 1, r: 1, t: 1}
            MAPPING      | layers: {fc6: {loops: 'for m in 0..96'}}
            MAPPING      | {name: mine, "conv*": {loops: 'for m in 0..96'}}
            PUBLISHED    | {accelerator: eyeriss, workload: alexnet, layers: [conv1], rows: []}
            SWEEP        | {accelerator: eyeriss, workload: alexnet, axes: {clock: [1 GHz]}}
            WORKLOAD     | {name: mine, layers: [{name: a}]}
            WORKLOAD     | {input: {features: 3}, layers: {a: b}}
            ENERGY_TABLE | {mac: {int8: 1 pJ}}
            AREA_TABLE   | {extends: area-45nm, memory: [{capacity: 2 B, area: 1 um2}]}
            ACCELERATOR  | {kind: spatial-array}
            ACCELERATOR  | {extends: eyeriss}
            """)
    void aFileIsKnownByItsKeys(Presets.Kind kind, String text) throws IOException {
        Path file = write("somewhere/x.yaml", text + "\n");

        assertThat(new KindGuess(builtIn.presets()).of(file.toString())).isEqualTo(kind);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
