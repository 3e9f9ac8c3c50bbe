package io.picojoule.config.scalesim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.picojoule.config.document.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users of SCALE-Sim's files are told. The table of files and messages is {@code broken-files.txt}. */
class BrokenFilesTest {
    @TempDir
    private Path folder;

    private ScaleSimFiles files;

    /** A file of some kind, and the beginnings of the lines of the message. */
    record Case(String name, String kind, String text, List<String> messages) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void start() {
        files = new ScaleSimFiles(folder);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(Case broken) throws IOException {
        List<String> lines = messageOf(broken.kind(), broken.text()).lines().toList();

        assertThat(lines).hasSize(broken.messages().size());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith(broken.messages().get(i));
        }
    }

    @Test
    void whatIsNotTextIsSaidToBeThat() throws IOException {
        Path file = Files.write(folder.resolve("y.csv"), new byte[] {(byte) 0xff, 0, 1, ',', 2});
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> files.configurations().workload(file.toString(), List.of()));
        assertThat(refused).hasMessage(file + ": is not UTF-8 text; save it as UTF-8");
        assertThat(messageOf("csv", "\u0000\u0001PK\u0002")).startsWith("x.csv:1:1: this is no topology of SCALE-Sim");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeThat() {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> files.configurations().workload("nix.csv", List.of()));
        assertThat(refused).hasMessageContaining("there is no file").hasMessageContaining("nix.csv");
    }

    @Test
    void aTopologyIsNoMachine() throws IOException {
        Path file = Files.writeString(folder.resolve("y.csv"), ScaleSimFiles.resource("alexnet.csv"));
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> files.configurations().machine(file.toString(), List.of()));
        assertThat(refused)
                .hasMessage(
                        file + ": a .csv file is a network, a topology of SCALE-Sim, and this is to be an accelerator;"
                                + " a .yaml file is wanted");
    }

    private String messageOf(String kind, String text) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> {
            if (kind.equals("csv")) {
                files.topology(text);
            } else {
                files.configuration(text);
            }
        });
        assertThat(refused).as("refused").isNotNull();
        return refused.getMessage().replace(folder + "/", "");
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String block : ScaleSimFiles.resource("broken-files.txt").split("\n## ")) {
            List<String> lines = block.lines().toList();
            if (!block.startsWith("#")) {
                String text = marked(lines, "|").stream().collect(Collectors.joining("\n"));
                cases.add(new Case(lines.get(0), lines.get(1), text, marked(lines, ">")));
            }
        }
        return cases;
    }

    private static List<String> marked(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.length() > 2 ? line.substring(2) : "")
                .toList();
    }
}
