package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Does a program that is ended at any moment leave whole files or none, and exit as a program that was ended? */
class InterruptTest {
    private static final Map<String, Integer> CODES = Map.of("INT", 130, "TERM", 143);

    @TempDir
    private Path folder;

    /** Some moments are in the start, some in the simulation, some around the writing. */
    @ParameterizedTest
    @CsvSource({
        "INT, 300, lenet5, fast",
        "INT, 700, lenet5, fast",
        "INT, 1000, lenet5, fast",
        "INT, 1200, lenet5, fast",
        "INT, 1400, lenet5, fast",
        "INT, 1200, vgg16, detailed",
        "TERM, 1200, vgg16, detailed"
    })
    void leavesWholeFilesOrNone(String signal, int milliseconds, String network, String engine) throws Exception {
        Process pj = start(folder, "run", "eyeriss", network, "--engine", engine, "--out", "out", "--batch", "1,2");
        boolean ended = pj.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        if (!ended) {
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pj.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }
        assertThat(pj.waitFor(20, TimeUnit.SECONDS)).as("ends soon").isTrue();
        String said = Files.readString(folder.resolve("said"));
        assertThat(pj.exitValue()).as(said).isIn(0, CODES.get(signal));
        if (engine.equals("detailed")) {
            assertThat(pj.exitValue()).isEqualTo(CODES.get(signal));
        }
        assertThat(said).doesNotContain("Exception", "bug in Picojoule");
        List<String> files = files();
        if (!files.isEmpty()) {
            assertThat(files)
                    .containsExactly(
                            "b1/layers.csv",
                            "b1/mapping.yaml",
                            "b1/report.html",
                            "b1/result.json",
                            "b2/layers.csv",
                            "b2/mapping.yaml",
                            "b2/report.html",
                            "b2/result.json");
            for (String batch : List.of("b1", "b2")) {
                Path out = folder.resolve("out").resolve(batch);
                assertThat(JsonMapper.shared()
                                .readTree(out.resolve("result.json"))
                                .at("/format")
                                .asString())
                        .isEqualTo("picojoule-result/1");
                assertThat(Files.readString(out.resolve("layers.csv"))).endsWith("\n");
                assertThat(Files.readString(out.resolve("report.html"))).endsWith("</html>\n");
            }
        }
    }

    /** Starts {@code pj} in a folder, where the file {@code said} takes what it says. */
    static Process start(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (hasSignalsReset()) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    /** A program that was started in the background takes no notice of SIGINT, and its children inherit that. */
    private static boolean hasSignalsReset() throws InterruptedException {
        try {
            return new ProcessBuilder("env", "--default-signal=INT", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private List<String> files() throws IOException {
        Path out = folder.resolve("out");
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
