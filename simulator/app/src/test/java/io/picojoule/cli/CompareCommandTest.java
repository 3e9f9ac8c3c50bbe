package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comparisons and their files, end to end. */
class CompareCommandTest extends TerminalTest {
    private static final String[] FILES = {"comparison.csv", "comparison.html", "comparison.json"};

    @Test
    void writesItsFilesAndPrintsARowAMachine() {
        assertThat(terminal.pj("compare", "eyeriss", "scale-sim-os", "--workload", "lenet5", "--batch", "2"))
                .as(terminal.err())
                .isZero();
        Path reports = folder.resolve("reports/compare-lenet5-b2");
        assertThat(reports).isDirectoryContaining("glob:**comparison.{csv,html,json}");
        assertThat(reports.toFile().list()).containsExactlyInAnyOrder(FILES);
        assertThat(terminal.out())
                .contains("LeNet-5  ×  2 machines   batch 2", "CONV layers", "FC layers", "All layers", "SCALE-Sim OS")
                .contains("1.00x", "both machines ran", "Energies are priced by different tables");
        assertThat(terminal.err())
                .isEqualTo("wrote " + reports.resolve("comparison.html") + ", comparison.json and comparison.csv\n");
        assertThat(reports.resolve("comparison.html"))
                .content()
                .contains("pj compare eyeriss scale-sim-os --workload lenet5 --batch 2");
    }

    @Test
    void sameInputSameBytes() {
        for (String out : new String[] {"one", "two"}) {
            assertThat(terminal.pj(
                            "compare", "eyeriss", "scale-sim-ws", "--workload", "lenet5", "--out", out, "--quiet"))
                    .isZero();
            assertThat(terminal.err()).isEmpty();
        }
        for (String file : FILES) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    @Test
    void optionsReachEveryMachine() {
        int code = terminal.pj(
                "compare",
                "eyeriss",
                "eyeriss-isca16",
                "--workload",
                "lenet5",
                "--layers",
                "conv*",
                "--set",
                "clock=100 MHz",
                "--energy",
                "eyeriss-normalised",
                "--batch",
                "1,2",
                "--format",
                "json",
                "--out",
                "o");
        assertThat(code).as(terminal.err()).isZero();
        JsonNode both = JsonMapper.shared().readTree(terminal.out());
        assertThat(both.at("/0/energyScale").asString()).isEqualTo("macs");
        for (JsonNode machine : both.at("/1/groups/0/accelerators")) {
            assertThat(machine.at("/seconds").asDouble())
                    .isEqualTo(machine.at("/cycles").asDouble() / 100e6);
            assertThat(machine.at("/joules").isNull()).isTrue();
        }
        assertThat(both.at("/1/layers").size()).isEqualTo(2);
        assertThat(terminal.err()).contains("note: Compared over 2 layers: those that both machines ran.");
        assertThat(folder.resolve("o/b1/comparison.html")).exists();
        assertThat(folder.resolve("o/b2/comparison.csv")).content().startsWith("of,name,kind,accelerator,batch,");
    }

    @Test
    void standardOutputIsTheFile() throws IOException {
        terminal.pj("compare", "eyeriss", "--workload", "lenet5", "--format", "csv", "--out", "o");
        assertThat(terminal.out()).isEqualTo(Files.readString(folder.resolve("o/comparison.csv")));
        terminal.pj("compare", "eyeriss", "--workload", "lenet5", "--format", "json", "--out", "o");
        assertThat(terminal.out()).isEqualTo(Files.readString(folder.resolve("o/comparison.json")));
    }

    @Test
    void theBaselineIsWhatTheUserOrTheMachineCallsIt() throws IOException {
        for (String name : new String[] {"scale-sim-os", "SCALE-Sim OS"}) {
            assertThat(terminal.pj(
                            "compare",
                            "eyeriss",
                            "scale-sim-os",
                            "--workload",
                            "lenet5",
                            "--baseline",
                            name,
                            "--format",
                            "json",
                            "--out",
                            "o"))
                    .as(terminal.err())
                    .isZero();
            JsonNode json = JsonMapper.shared().readTree(terminal.out());
            assertThat(json.at("/baseline").asString()).isEqualTo("SCALE-Sim OS");
            assertThat(json.at("/groups/0/accelerators/1/relative/speedUp").asDouble())
                    .isOne();
            assertThat(json.at("/command").asString())
                    .isEqualTo("pj compare eyeriss scale-sim-os --workload lenet5 --baseline scale-sim-os --batch 1");
        }
    }

    @Test
    void aWrongBaselineIsToldWithTheOtherProblems() {
        isRefused(
                "compare eyeriss eie --workload lenet5 --baseline eyerris",
                "--baseline eyerris: no machine of this comparison is called 'eyerris'; did you mean 'eyeriss'? "
                        + "known: eyeriss, eie");
        isRefused("compare eyeriss nosuch --workload lenet5 --baseline x", "known: eyeriss, nosuch");
        assertThat(terminal.err()).contains("there is no preset \"nosuch\"");
    }

    @Test
    void pagesOfSeveralBatchesLinkToEachOther() {
        assertThat(terminal.pj("compare", "eyeriss", "--workload", "lenet5", "--batch", "1,2"))
                .isZero();
        assertThat(folder.resolve("reports/compare-lenet5-b1/comparison.html"))
                .content()
                .contains("<a href=\"../compare-lenet5-b2/comparison.html\">2</a>");
        assertThat(terminal.pj("compare", "eyeriss", "--workload", "lenet5", "--batch", "1,2", "--out", "a b"))
                .isZero();
        assertThat(folder.resolve("a b/b2/comparison.html"))
                .content()
                .contains("<a href=\"../b1/comparison.html\">1</a>");
    }

    @Test
    void allProblemsOfAllMachinesAreToldAtOnce() {
        int code =
                terminal.pj("compare", "nosuch", "nix", "eyeriss", "eyeriss", "--workload", "alexnt", "--batch", "0");
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err())
                .contains("there is no preset \"nosuch\"", "there is no preset \"nix\"")
                .contains("eyeriss: it is named more than once; each machine once is wanted")
                .containsOnlyOnce("did you mean 'alexnet'?")
                .containsOnlyOnce("--batch 0: 0 is too small");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsAResultAndKeepsNothingElseFromRunning() throws IOException {
        Files.writeString(folder.resolve("large.yaml"), "conv2: {m: 256, n: 1, e: 27, p: 64, q: 48, r: 1, t: 1}\n");
        Files.writeString(
                folder.resolve("half.yaml"), "extends: eyeriss\nname: Half\nmapping: {alexnet: ./large.yaml}\n");
        Files.writeString(
                folder.resolve("skip.yaml"), "extends: eyeriss-skip\nname: Skipper\ndataflow: output-stationary\n");
        int code = terminal.pj(
                "compare", "eyeriss", "half.yaml", "skip.yaml", "--workload", "alexnet", "--layers", "conv2,conv5");
        assertThat(code).as(terminal.err()).isZero();
        assertThat(terminal.out())
                .contains("CONV layers: 1 layer ", "Compared over 1 of 2 layers: those that 2 of 3 machines ran.")
                .contains("Left out for all: conv2, which does not fit Half.")
                .contains("Skipper ran none of the layers and is not compared; conv2: ");
        assertThat(folder.resolve("reports/compare-alexnet-b1/comparison.html"))
                .content()
                .contains("the given mapping does not fit");
        assertThat(terminal.pj("compare", "skip.yaml", "--workload", "lenet5", "--out", "o"))
                .isEqualTo(2);
        assertThat(terminal.err())
                .contains("pj: nothing is compared (batch 1), as no layer ran on every machine; Skipper: conv1: ");
        assertThat(folder.resolve("o").toFile().list()).containsExactlyInAnyOrder(FILES);
    }

    @Test
    void tablesWithoutACommonUnitAreNamed() {
        assertThat(terminal.pj("compare", "eyeriss", "eyeriss-isca16", "--workload", "lenet5"))
                .isZero();
        assertThat(terminal.out())
                .contains("Energies have no common unit and are compared as shares only: TSMC 65 nm (picojoules) on "
                        + "Eyeriss; Eyeriss normalised (multiples of one MAC) on Eyeriss ISCA 2016. --energy NAME");
    }

    @Test
    void nothingIsWrittenIfOneFileCannotBe() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("o/comparison.csv"));
        assertThat(terminal.pj("compare", "eyeriss", "--workload", "lenet5", "--out", "o"))
                .isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("cannot write " + taken + ": a folder is where a file is wanted\n");
        assertThat(folder.resolve("o").toFile().list()).containsExactly("comparison.csv");
    }
}
