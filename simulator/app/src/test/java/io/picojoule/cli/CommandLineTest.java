package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.timing.InvariantViolation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code pj} prints and how it exits, short of simulating anything. */
class CommandLineTest extends TerminalTest {
    @Test
    void aloneSaysWhatToTypeFirst() {
        assertThat(terminal.pj()).isZero();
        assertThat(terminal.out()).contains("pj run eyeriss alexnet", "pj list", "pj init accelerator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compare", "list", "show", "validate", "diff", "init", "import", "schema"})
    void everyCommandHasHelpWithExamples(String command) {
        assertThat(terminal.pj(command, "--help")).isZero();
        assertThat(terminal.out()).contains("Usage: pj " + command, "Examples:", "pj " + command);
    }

    @Test
    void completionIsAScript() {
        assertThat(terminal.pj("generate-completion")).isZero();
        assertThat(terminal.out()).contains("complete -F _complete_pj");
    }

    @Test
    void listShowsWhatThereIs() {
        assertThat(terminal.pj("list")).isZero();
        assertThat(terminal.out())
                .contains("accelerators", "eyeriss", "workloads", "alexnet", "energy tables", "45nm", "row-stationary");
        assertThat(terminal.pj("list", "--format", "json")).isZero();
        JsonNode first = JsonMapper.shared().readTree(terminal.out()).get(0);
        assertThat(first.propertyNames()).containsExactly("kind", "name", "description", "source", "where");
        assertThat(terminal.pj("list", "--format", "csv")).isZero();
        assertThat(terminal.out()).startsWith("kind,name,description,source,where\n");
    }

    @Test
    void showPrintsEverythingWithSourcesAndShapes() {
        assertThat(terminal.pj("show", "eyeriss", "--set", "array.rows=24")).isZero();
        assertThat(terminal.out()).contains("rows: 24", "480 MB/s", "# ");
        assertThat(terminal.pj("show", "alexnet")).isZero();
        assertThat(terminal.out()).contains("# conv1", "3x227x227", "96x55x55", "105 M");
    }

    @ParameterizedTest
    @EnumSource(InitCommand.Kind.class)
    void templatesAreValid(InitCommand.Kind kind) {
        assertThat(terminal.pj("init", kind.name(), "--out", kind + ".yaml")).isZero();
        assertThat(folder.resolve(kind + ".yaml")).content().startsWith("# ");
        String file = folder.resolve(kind + ".yaml").toString();
        String[] use = switch (kind) {
            case engine -> new String[] {"run", file, "lenet5", "--layers", "ip*"};
            case processor -> new String[] {"run", file, "lenet5"};
            case accelerator -> new String[] {"run", file, "lenet5", "--layers", "conv1"};
            case workload -> new String[] {"run", "eyeriss", file};
            case energy -> new String[] {"run", "eyeriss", "lenet5", "--layers", "conv1", "--energy", file};
            case mapping -> new String[] {"run", "eyeriss", "alexnet", "--layers", "conv1", "--mapping", file};
            case sweep -> new String[] {"sweep", file};
        };
        assertThat(terminal.pj(use)).as(terminal.err()).isZero();
    }

    @Test
    void initOverwritesNothing() {
        assertThat(terminal.pj("init", "workload", "--out", "a.yaml")).isZero();
        assertThat(terminal.pj("init", "energy", "--out", "a.yaml")).isEqualTo(2);
        assertThat(terminal.err()).contains("a.yaml", "it is there already");
        assertThat(folder.resolve("a.yaml")).content().contains("layers:");
    }

    @Test
    void allProblemsAreToldAtOnceAndWithoutAStackTrace() {
        int code = terminal.pj("run", "nosuch", "alexnt", "--batch", "0", "--energy", "nix", "--mapping", "search");
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err())
                .contains("there is no preset \"nosuch\"")
                .contains("did you mean 'alexnet'?")
                .contains("--batch 0: 0 is too small; a whole number from 1 to 1000000 is wanted")
                .contains("there is no preset \"nix\"")
                .doesNotContain("\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runn eyeriss alexnet | Did you mean: pj run",
                "run eyeriss | Missing required parameter: 'WORKLOAD'",
                "sweep spec.yaml | sweep: there is no file",
                "compare eyeriss | Missing required option: '--workload=WORKLOAD'",
                "compare --workload alexnet | Missing required parameter: 'ACCELERATOR'",
                "compare eyeriss --workload alexnet --layers nosuch | no layer matches 'nosuch'",
                "run eyeriss alexnet extra | pj: unexpected argument 'extra'",
                "show eyeriss --format json | pj: unknown option '--format'",
                "list --nosuch | pj: unknown option '--nosuch'",
                "run eyeriss alexnet --batch x | \"x\" is not a whole number; a whole number from 1 to 1000000 is wanted",
                "run eyeriss alexnet --batch 2000000000 | 2000000000 is too large; a whole number from 1 to 1000000",
                "run eyeriss alexnet --batch -99999999999999999999 | -99999999999999999999 is too small",
                "run eyeriss alexnet --batch 1,, | --batch 1,,: a part is empty; a whole number from 1 to 1000000",
                "run eyeriss alexnet --batch= | nothing is there; a whole number from 1 to 1000000 is wanted",
                "run eyeriss alexnet --seed x | \"x\" is not a whole number; a whole number from 0 to 999999999999999999",
                "run eyeriss alexnet --layers , | --layers ,: a part is empty; names of layers",
                "run eyeriss alexnet --out= | it is empty; a name is wanted",
                "run eyeriss alexnet --format xml | 'xml' is not one of table, json, csv",
                "run eyeriss alexnet --objective speed | 'speed' is not one of energy, latency, edp, dram",
                "run eyeriss alexnet --layers nosuch | no layer matches 'nosuch'",
                "run eyeriss alexnet --set array.rows=many | \"many\" is not a whole number",
                "run eyeriss alexnet --set run.batch=0 | 0 is too small",
                "validate nosuch | there is no preset \"nosuch\"",
                "show nosuch | there is no preset \"nosuch\"",
                "init house | 'house' is not one of accelerator, engine, processor, workload, energy, mapping, sweep"
            })
    void wrongInputExitsWithTwoAndSaysWhy(String line) {
        String[] parts = line.split(" \\| ");
        isRefused(parts[0], parts[1]);
    }

    @Test
    void ourOwnMistakesAreCalledSo() {
        StringWriter err = new StringWriter();
        Session session =
                new Session(new PrintWriter(err), new PrintWriter(err, true), folder, Optional.empty(), false, false);
        CommandLine pj = Main.commandLine(session);
        int code = new Failures(session)
                .handleExecutionException(
                        new InvariantViolation("layer 'conv1': cycles do not add up"), pj, pj.parseArgs("list"));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("contradicts itself: layer 'conv1'", "bug in Picojoule", "--verbose")
                .doesNotContain("\tat ");
        code = new Failures(session)
                .handleExecutionException(new IllegalStateException("oops"), pj, pj.parseArgs("list", "--verbose"));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("unexpected java.lang.IllegalStateException: oops", "\tat ");
    }

    @Test
    void commandsAreQuotedForAShell() {
        assertThat(CommandText.quoted("array.rows=16")).isEqualTo("array.rows=16");
        assertThat(CommandText.quoted("clock=100 MHz")).isEqualTo("'clock=100 MHz'");
        assertThat(CommandText.quoted("it's")).isEqualTo("'it'\\''s'");
    }
}
