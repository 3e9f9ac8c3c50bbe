package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Problem;
import io.picojoule.workload.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, the reader answers with a value or with problems: it never breaks. */
class MutatedInputTest {
    private static final int DOCUMENTS = 1500;
    private static final List<String> PIECES = List.of(
            ":",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "\n",
            "\t",
            "#",
            "&a ",
            "*a",
            "!x ",
            "|",
            ">",
            "%",
            "@",
            "---\n",
            "0",
            "-1",
            "1e99",
            "9999999999",
            "~",
            "null",
            "true",
            " ",
            "  ",
            "<<: ",
            "\u0000",
            "\u007f",
            "\u00e9",
            "\uD83D\uDE80",
            "extends: eyeriss\n",
            "value: 1",
            "{value: 2, source: x}",
            "name: ",
            "? ",
            ", ",
            "NaN",
            ".inf",
            "100000 ",
            "65536",
            "1000000");

    @TempDir
    Path folder;

    private final Configurations configurations = Configurations.at(Path.of("no-such-directory"), Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"machine", "engine", "processor", "workload", "energy", "area", "mapping"})
    void neverBreaks(String kind) throws IOException {
        String right = resource("right-" + kind + ".yaml");
        Network alexnet = configurations.workload("alexnet", List.of()).value();
        Path file = folder.resolve("x.yaml");
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            String text = mutated(right, new Random(seed));
            // Half a character outside of the basic plane is written as '?'.
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            try {
                assertThat(load(kind, file.toString(), alexnet).digest()).hasSize(64);
            } catch (InvalidInputException refused) {
                assertThat(refused.problems()).as("seed %s", seed).isNotEmpty().allSatisfy(MutatedInputTest::isFit);
            } catch (RuntimeException | StackOverflowError broke) {
                throw new AssertionError("seed " + seed + ":\n" + text, broke);
            }
        }
    }

    private static void isFit(Problem problem) {
        assertThat(problem.found()).isNotBlank();
        assertThat(problem.toString()).doesNotContain("\n", "null;", "Exception", "io.picojoule");
    }

    private Loaded<?> load(String kind, String file, Network network) {
        return switch (kind) {
            case "machine", "engine", "processor" -> configurations.machine(file, List.of());
            case "workload" -> configurations.workload(file, List.of());
            case "energy" -> configurations.energyTable(file);
            case "area" -> configurations.areaTable(file);
            default -> configurations.mappings(file, network);
        };
    }

    private static String mutated(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(at, Math.min(changed.length(), at + 1 + random.nextInt(8)));
                case 1 -> changed.setCharAt(at, (char) (' ' + random.nextInt(95)));
                case 2 -> changed.insert(at, text, 0, random.nextInt(Math.min(40, text.length())));
                default -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return changed.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = MutatedInputTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
