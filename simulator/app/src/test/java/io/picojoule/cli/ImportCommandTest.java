package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportCommandTest extends TerminalTest {
    private static final String CONFIGURATION = """
            [general]
            run_name = small
            [architecture_presets]
            ArrayHeight: 4
            ArrayWidth: 4
            IfmapSramSzkB: 64
            FilterSramSzkB: 64
            OfmapSramSzkB: 64
            Dataflow: os
            [run_presets]
            InterfaceBandwidth: CALC
            """;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("scale.cfg"), CONFIGURATION);
    }

    @Test
    void printsAMachine() {
        assertThat(terminal.pj("import", "scale-sim", "scale.cfg")).isZero();
        assertThat(terminal.out())
                .startsWith("# Made by 'pj import scale-sim scale.cfg'.\n")
                .contains("\nextends: scale-sim-os\nname: small\n");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void writesAFileThatIsNotThereYet() throws IOException {
        assertThat(terminal.pj("import", "scale-sim", "scale.cfg", "--out", "small.yaml"))
                .isZero();
        assertThat(terminal.err()).isEqualTo("wrote small.yaml\n");
        assertThat(terminal.out()).isEmpty();
        String written = Files.readString(folder.resolve("small.yaml"));
        assertThat(terminal.pj("import", "scale-sim", "scale.cfg", "--out", "small.yaml"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("small.yaml: it is there already");
        assertThat(folder.resolve("small.yaml")).hasContent(written);
    }

    @Test
    void whatIsWrongIsToldAtOnceAndNothingIsWritten() throws IOException {
        Files.writeString(
                folder.resolve("bad.cfg"),
                CONFIGURATION.replace("Width: 4", "Width: 0").replace("os", "so"));
        assertThat(terminal.pj("import", "scale-sim", "bad.cfg", "--out", "bad.yaml"))
                .isEqualTo(2);
        assertThat(said()).isEqualTo("""
                bad.cfg:5:13: ArrayWidth: 0 is too small; a whole number from 1 to 65536 is wanted, for example "32"
                bad.cfg:9:11: Dataflow: "so" is not known here; did you mean 'os'?
                """);
        assertThat(folder.resolve("bad.yaml")).doesNotExist();
    }

    @Test
    void wrongCommandsExitWithTwo() {
        assertThat(terminal.pj("import")).isEqualTo(2);
        assertThat(terminal.err()).contains("pj: Missing required subcommand", "pj import --help");
        assertThat(terminal.pj("import", "scale-sim")).isEqualTo(2);
        assertThat(terminal.err()).contains("Missing required parameter: 'CFG'");
        assertThat(terminal.pj("import", "scale-sim", "nix.cfg")).isEqualTo(2);
        assertThat(said()).isEqualTo("nix.cfg: there is no such file\n");
        assertThat(terminal.pj("import", "scale-sim", "--help")).isZero();
        assertThat(terminal.out()).contains("Usage: pj import scale-sim", "Examples:");
    }

    /** With files as a user in this folder calls them. */
    private String said() {
        return terminal.err().replace(folder + "/", "");
    }
}
