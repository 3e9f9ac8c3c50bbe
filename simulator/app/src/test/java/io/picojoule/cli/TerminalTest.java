package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of commands, each in a folder of its own. */
abstract class TerminalTest {
    @TempDir
    Path folder;

    Terminal terminal;

    @BeforeEach
    final void openTerminal() {
        terminal = new Terminal(folder);
    }

    /** Wrong input: exit 2, the message, nothing else. */
    final void isRefused(String command, String message) {
        assertThat(terminal.pj(command.split(" "))).isEqualTo(2);
        assertThat(terminal.err()).contains(message).doesNotContain("\tat ", "Exception");
        assertThat(terminal.out()).isEmpty();
    }
}
