package io.picojoule.cli;

import io.picojoule.config.document.Names;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.diff.DiffRows;
import io.picojoule.diff.DiffTable;
import io.picojoule.diff.Difference;
import io.picojoule.diff.ResultReader;
import io.picojoule.diff.StoredResult;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pj diff}: what moved between two results. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says what moved between two results: the settings that are another, the totals, and the layers, those with the largest "
                    + "effect first. Numbers are compared exactly. Exits with 0 whether anything moved or not.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  pj diff reports/eyeriss-alexnet-b4 reports/eyeriss-alexnet-b1",
            "  pj diff before/result.json after/result.json --by joules --verbose",
            "  pj diff old new --format csv > moved.csv"
        })
final class DiffCommand implements Callable<Integer> {
    private static final List<String> DEFAULT = List.of("seconds", "joules");
    private static final String BY = "--by";

    private final Session session;

    @Parameters(index = "0", paramLabel = "RESULT", description = "The result.json before, or the folder it is in.")
    String before = "";

    @Parameters(index = "1", paramLabel = "RESULT", description = "The one after.")
    String after = "";

    @Option(
            names = BY,
            paramLabel = "METRIC",
            completionCandidates = Metrics.class,
            description =
                    "Sorts layers by their part in the change of this metric: ${COMPLETION-CANDIDATES}. Several, with commas between, "
                            + "count one after another. Default: seconds,joules.")
    List<String> by = List.of();

    /** What {@code --by} knows. */
    static final class Metrics implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Difference.ADDING_UP.iterator();
        }
    }

    @Mixin
    OutputOptions output = new OutputOptions();

    DiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        List<String> metrics = new OptionReader(problems).split(BY, by, "a metric is wanted", "joules");
        metrics.stream().filter(key -> !Difference.ADDING_UP.contains(key)).forEach(key -> refuse(key, problems));
        Optional<StoredResult> first = ResultReader.read(session.workingDirectory(), before, problems);
        Optional<StoredResult> second = ResultReader.read(session.workingDirectory(), after, problems);
        problems.throwIfAny();
        Difference difference =
                Difference.of(first.orElseThrow(), second.orElseThrow(), metrics.isEmpty() ? DEFAULT : metrics);
        output.print(
                session,
                () -> DiffTable.of(difference, output.verbose, output.colour(session)),
                () -> DiffRows.json(difference),
                () -> DiffRows.csv(difference));
        return ExitCode.OK;
    }

    private static void refuse(String key, Problems problems) {
        Place place = Place.of(new Origin.CommandLine(BY + " " + CommandText.quoted(key)));
        problems.add(new Problem(
                place, "", "no metric of that name adds up over layers", Names.hint(key, Difference.ADDING_UP)));
    }
}
