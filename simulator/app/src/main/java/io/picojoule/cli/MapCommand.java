package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.mapping.Dataflow;
import io.picojoule.report.Exploration;
import io.picojoule.report.ExplorationCsv;
import io.picojoule.report.ExplorationJson;
import io.picojoule.report.ExplorationTable;
import io.picojoule.report.JsonRows;
import io.picojoule.report.dataflow.DataflowComparison;
import io.picojoule.report.dataflow.DataflowCsv;
import io.picojoule.report.dataflow.DataflowJson;
import io.picojoule.report.dataflow.DataflowTable;
import io.picojoule.simulation.ExploredDataflow;
import io.picojoule.simulation.MappingExplorer;
import io.picojoule.simulation.RunRequest;
import io.picojoule.workload.OneLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pj map}: the best mappings of each layer. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        description = {
            "Searches the mappings of each layer, prints the best with their simulated figures, and says how sure it is of them.",
            "",
            "A mapping that the machine or --mapping gives for a layer is shown beside the best. Layers that are alike share a row.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  pj map eyeriss alexnet --batch 4 --top 3",
            "  pj map eyeriss resnet50 --objective energy --save resnet50-mappings.yaml",
            "  pj run eyeriss resnet50 --mapping ./resnet50-mappings.yaml",
            "  pj map eyeriss vgg16 --budget 2s",
            "  pj map eyeriss alexnet --batch 4 --dataflow all",
            "  pj map eyeriss alexnet --dataflow row-stationary,weight-stationary --objective energy"
        })
final class MapCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

    private final Session session;

    @Mixin
    RunOptions options = new RunOptions();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many mappings of each layer. Default: ${DEFAULT-VALUE}.")
    String top = "1";

    @Option(
            names = DataflowNames.OPTION,
            paramLabel = "NAME",
            completionCandidates = DataflowNames.class,
            description = {
                "Compares these dataflows on the machine's array, layer by layer, by the best mapping of each: names with commas "
                        + "between, or all."
            })
    List<String> dataflows = List.of();

    @Option(
            names = "--save",
            paramLabel = "FILE",
            converter = PathConverter.class,
            description =
                    "Also writes the best mappings to this file, for --mapping of 'pj run'; of several dataflows those of the "
                            + "one that is best for the whole network.")
    @Nullable
    Path save;

    @Mixin
    OutputOptions output = new OutputOptions();

    MapCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Arguments arguments = Arguments.of(options);
        RunPlan plan = RunPlan.load(arguments, session.configurations(), reader -> check(reader, arguments));
        MachineKinds.requireArray(plan, "mappings are of layers on an array");
        if (dataflows.isEmpty()) {
            List<Exploration> explorations = saving(plan, this::search, Exploration::mappingFile, best -> "");
            output.print(
                    session,
                    () -> explorations.stream()
                            .map(each -> ExplorationTable.of(each, output.colour(session)))
                            .collect(Collectors.joining("\n")),
                    () -> JsonRows.joined(explorations, ExplorationJson::of),
                    () -> explorations.stream().map(ExplorationCsv::of).collect(Collectors.joining("\n")));
        } else {
            List<DataflowComparison> comparisons =
                    saving(plan, this::compare, DataflowComparison::mappingFile, MapCommand::useOfSaved);
            output.print(
                    session,
                    () -> comparisons.stream()
                            .map(each -> DataflowTable.of(each, output.colour(session)))
                            .collect(Collectors.joining("\n")),
                    () -> JsonRows.joined(comparisons, DataflowJson::of),
                    () -> comparisons.stream().map(DataflowCsv::of).collect(Collectors.joining("\n")));
        }
        return ExitCode.OK;
    }

    private void check(OptionReader reader, Arguments arguments) {
        reader.whole("--top", top, 1, MOST, "5");
        if (save != null && String.join(",", arguments.batches()).contains(",")) {
            reader.refuse("--save", save.toString(), "there are several batches", "one is wanted", "--batch 4");
        }
        DataflowNames.check(dataflows, reader);
        if (!dataflows.isEmpty() && !top.equals("1")) {
            reader.refuse("--top", top, "dataflows are compared by the best mapping of each", "leave --top away", "");
        }
        Optional<String> given = arguments.mapping().filter(mapping -> !mapping.equals(RunPlan.SEARCH));
        if (!dataflows.isEmpty() && given.isPresent()) {
            String found = "dataflows are compared by mappings that are searched for";
            reader.refuse("--mapping", given.get(), found, "leave --mapping away", "");
        }
    }

    /** Also saves what is found; a file that cannot be written is refused before a search that may take long. */
    private <T> List<T> saving(
            RunPlan plan,
            Function<RunPlan, List<T>> search,
            Function<T, String> mappings,
            Function<T, String> useOfSaved) {
        if (save == null) {
            return search.apply(plan);
        }
        Path file = session.workingDirectory().resolve(save);
        try (ResultFiles files = new ResultFiles()) {
            files.prepareFile(file, plan.inputs(session.workingDirectory()));
            List<T> found = search.apply(plan);
            files.write(file, mappings.apply(found.get(0)));
            files.publish();
            if (!output.quiet) {
                session.err().println("wrote " + file + useOfSaved.apply(found.get(0)));
            }
            return found;
        }
    }

    /** A machine runs one dataflow, and a file is for one run. */
    private static String useOfSaved(DataflowComparison comparison) {
        return comparison
                .bestSingle()
                .map(best -> ": mappings of " + best + ", the best dataflow for all layers; for 'pj run' with "
                        + (best.equals(comparison.request().array().dataflow()) ? "" : "--set dataflow=" + best + " ")
                        + "--mapping")
                .orElse("");
    }

    private List<Exploration> search(RunPlan plan) {
        List<Exploration> explorations = new ArrayList<>();
        try (Progress progress = begin(plan, plan.batches().size())) {
            for (int batch : plan.batches()) {
                progress.begin(
                        plan.network().name() + " on " + plan.machine().value().name());
                RunRequest request = plan.request(batch);
                explorations.add(new Exploration(
                        request,
                        MappingExplorer.explore(request, Integer.parseInt(top), progress, plan.searchTime()),
                        CommandText.of("map", plan.arguments(), List.of(batch))
                                + (top.equals("1") ? "" : " --top " + top)));
            }
        }
        return explorations;
    }

    private List<DataflowComparison> compare(RunPlan plan) {
        List<Dataflow> compared =
                DataflowNames.dataflows(dataflows, plan.request(1).array());
        List<DataflowComparison> comparisons = new ArrayList<>();
        int rounds = plan.batches().size() * compared.size();
        try (Progress progress = begin(plan, rounds)) {
            for (int batch : plan.batches()) {
                RunRequest request = plan.request(batch);
                List<ExploredDataflow> explored = new ArrayList<>();
                for (Dataflow dataflow : compared) {
                    progress.begin(
                            plan.network().name() + " on " + request.machine().name() + ", " + dataflow.key());
                    explored.add(ExploredDataflow.explore(
                            request, dataflow, progress, plan.searchTime().forOneOf(rounds--)));
                }
                comparisons.add(new DataflowComparison(
                        request,
                        explored,
                        CommandText.of("map", plan.arguments(), List.of(batch)) + " " + DataflowNames.OPTION + " "
                                + String.join(",", dataflows)));
            }
        }
        return comparisons;
    }

    private Progress begin(RunPlan plan, int tasks) {
        Progress progress = new Progress(session, output.quiet, tasks);
        if (!output.quiet) {
            plan.network().notes().forEach(note -> progress.message(OneLine.of("note: " + note)));
        }
        return progress;
    }
}
