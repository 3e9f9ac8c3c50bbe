package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.report.Exploration;
import io.picojoule.report.ExplorationCsv;
import io.picojoule.report.ExplorationJson;
import io.picojoule.report.ExplorationTable;
import io.picojoule.report.JsonRows;
import io.picojoule.simulation.MappingExplorer;
import io.picojoule.simulation.RunRequest;
import io.picojoule.workload.OneLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
            "  pj map eyeriss vgg16 --budget 2s"
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
            names = "--save",
            paramLabel = "FILE",
            converter = PathConverter.class,
            description = "Also writes the best mappings to this file, for --mapping of 'pj run'.")
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
        RunPlan plan = RunPlan.load(arguments, session.configurations(), reader -> {
            reader.whole("--top", top, 1, MOST, "5");
            if (save != null && String.join(",", arguments.batches()).contains(",")) {
                reader.refuse("--save", save.toString(), "there are several batches", "one is wanted", "--batch 4");
            }
        });
        List<Exploration> explorations = explore(plan);
        output.print(
                session,
                () -> explorations.stream()
                        .map(each -> ExplorationTable.of(each, output.colour(session)))
                        .collect(Collectors.joining("\n")),
                () -> JsonRows.joined(explorations, ExplorationJson::of),
                () -> explorations.stream().map(ExplorationCsv::of).collect(Collectors.joining("\n")));
        return ExitCode.OK;
    }

    /** Also saves what it finds; a file that cannot be written is refused before a search that may take long. */
    private List<Exploration> explore(RunPlan plan) {
        if (save == null) {
            return search(plan);
        }
        Path file = session.workingDirectory().resolve(save);
        try (ResultFiles files = new ResultFiles()) {
            files.prepareFile(file, plan.inputs(session.workingDirectory()));
            List<Exploration> explorations = search(plan);
            files.write(file, explorations.get(0).mappingFile());
            files.publish();
            if (!output.quiet) {
                session.err().println("wrote " + file);
            }
            return explorations;
        }
    }

    private List<Exploration> search(RunPlan plan) {
        List<Exploration> explorations = new ArrayList<>();
        try (Progress progress =
                new Progress(session, output.quiet, plan.batches().size())) {
            if (!output.quiet) {
                plan.network().notes().forEach(note -> progress.message(OneLine.of("note: " + note)));
            }
            for (int batch : plan.batches()) {
                progress.begin(
                        plan.network().name() + " on " + plan.machine().value().name());
                RunRequest request = plan.request(batch);
                explorations.add(new Exploration(
                        request,
                        MappingExplorer.explore(request, Integer.parseInt(top), progress, plan.searchTime()),
                        CommandText.of("map", plan.arguments(), batch) + (top.equals("1") ? "" : " --top " + top)));
            }
        }
        return explorations;
    }
}
