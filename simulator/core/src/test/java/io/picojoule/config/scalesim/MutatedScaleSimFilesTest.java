package io.picojoule.config.scalesim;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.document.DocumentParser;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file of SCALE-Sim, the reader answers with a value or with problems: it never breaks. */
class MutatedScaleSimFilesTest {
    private static final int FILES = 1500;
    private static final List<String> PIECES = List.of(
            ",",
            ",,",
            "\n",
            "\r",
            "\t",
            " ",
            "0",
            "-1",
            "1e99",
            "9999999999",
            "99999999999999999999",
            "1000000",
            "65536",
            "DP",
            "input",
            "\"",
            "'",
            "[",
            "]",
            "=",
            ":",
            "#",
            ";",
            "\u0000",
            "\u007f",
            "\u0085",
            "\u2028",
            "\u00e9",
            "\uD83D\uDE80",
            "Strides",
            "M,N,K",
            "os",
            "USER",
            "CALC",
            "null",
            "~",
            "*");

    @TempDir
    private Path folder;

    private ScaleSimFiles files;

    @BeforeEach
    void start() {
        files = new ScaleSimFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alexnet.csv", "gemm.csv", "right.cfg"})
    void neverBreaks(String name) throws IOException {
        String right = ScaleSimFiles.resource(name);
        int read = 0;
        for (int seed = 0; seed < FILES; seed++) {
            String text = mutated(right, new Random(seed));
            try {
                read(name, text);
                read++;
            } catch (InvalidInputException refused) {
                assertThat(refused.problems())
                        .as("seed %s", seed)
                        .isNotEmpty()
                        .allSatisfy(MutatedScaleSimFilesTest::isFit);
            } catch (RuntimeException | StackOverflowError broke) {
                throw new AssertionError("seed " + seed + ":\n" + text, broke);
            }
        }
        assertThat(read).as("files that were read, of %s", FILES).isBetween(1, FILES - 1);
    }

    /** What was read can be written and read again. */
    private void read(String name, String text) throws IOException {
        if (name.endsWith(".csv")) {
            assertThat(files.topology(text).digest()).hasSize(64);
            reread(files.topology(text).printed());
        } else {
            reread(ImportedMachine.yaml(files.configuration(text), "pj import scale-sim x.cfg"));
        }
    }

    private static void reread(String yaml) {
        Problems problems = new Problems();
        assertThat(DocumentParser.parse(new Origin.CommandLine("x"), yaml, problems))
                .as("%s", problems.sorted())
                .isPresent();
    }

    private static void isFit(Problem problem) {
        assertThat(problem.found()).isNotBlank();
        assertThat(problem.toString()).doesNotContain("\n", "null;", "Exception", "io.picojoule");
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
}
