package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.picojoule.config.document.InvalidInputException;
import io.picojoule.workload.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users are told. The table of inputs and messages is {@code broken-inputs.txt}. */
class BrokenInputTest {
    private static final int ENOUGH_CASES = 60;

    @TempDir
    Path folder;

    /** A right document of some kind with lines changed, and parts of the message that must come. */
    record Case(String name, String kind, String text, List<String> messages) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(Case broken) throws IOException {
        String message = messageOf(broken.kind(), broken.text());

        for (String expected : broken.messages()) {
            assertThat(message).contains(expected);
        }
        assertThat(message.lines())
                .as("one line a problem, none too many")
                .hasSize(broken.messages().size());
    }

    @Test
    void theTableIsLong() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(ENOUGH_CASES);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theDocumentsBeforeTheChangesAreRight(String kind) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), resource("right-" + kind + ".yaml"));

        assertThat(load(kind, file)).isNotNull();
    }

    static List<String> kinds() {
        return List.of("machine", "engine", "processor", "workload", "energy", "area", "mapping");
    }

    private String messageOf(String kind, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), text);
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> load(kind, file));
        assertThat(refused).as("refused").isNotNull();
        return refused.getMessage().replace(file.toString(), "x.yaml").replace(folder.toString(), ".");
    }

    private static Loaded<?> load(String kind, Path file) {
        Configurations configurations = Configurations.at(Path.of(""), Optional.empty());
        return switch (kind) {
            case "machine", "engine", "processor" -> configurations.machine(file.toString(), List.of());
            case "workload" -> configurations.workload(file.toString(), List.of());
            case "energy" -> configurations.energyTable(file.toString());
            case "area" -> configurations.areaTable(file.toString());
            default -> {
                Network alexnet = configurations.workload("alexnet", List.of()).value();
                yield configurations.mappings(file.toString(), alexnet);
            }
        };
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String block : resource("broken-inputs.txt").split("\n## ")) {
            if (!block.startsWith("#")) {
                cases.add(parse(block));
            }
        }
        return cases;
    }

    /** A name, a kind, then {@code -} lines to find, {@code +} lines instead, {@code |} lines of a whole text, {@code >} messages. */
    private static Case parse(String block) throws IOException {
        List<String> lines = block.lines().toList();
        String find = marked(lines, "- ");
        String replacement = marked(lines, "+ ");
        String whole = marked(lines, "| ");
        String right = resource("right-" + lines.get(1) + ".yaml");
        if (whole.isEmpty()) {
            assertThat(right).as(lines.get(0)).containsOnlyOnce(find);
        }
        String text = whole.isEmpty() ? right.replace(find, replacement) : whole;
        List<String> messages = lines.stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
        return new Case(lines.get(0), lines.get(1), text, messages);
    }

    private static String marked(List<String> lines, String mark) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith(mark) || line.equals(mark.strip())) {
                text.append(line.length() > 2 ? line.substring(2) : "").append('\n');
            }
        }
        return text.toString().replace("<TAB>", "\t");
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = BrokenInputTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
