package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.config.Configurations;
import io.picojoule.report.BatchTable;
import io.picojoule.report.Batches;
import io.picojoule.report.Coverage;
import io.picojoule.report.CsvLayers;
import io.picojoule.report.JsonResult;
import io.picojoule.report.JsonRows;
import io.picojoule.report.Provenance;
import io.picojoule.report.Report;
import io.picojoule.report.TerminalTable;
import io.picojoule.report.trace.ChromeTrace;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Simulator;
import io.picojoule.simulation.SparseScaling;
import io.picojoule.workload.OneLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pj run}: one network on one machine. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates a network on an accelerator. Prints a table, and writes report.html, result.json, layers.csv and mapping.yaml.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  pj run eyeriss alexnet --batch 4",
            "  pj run eyeriss alexnet --batch 1,4,16,64",
            "  pj run eyeriss vgg16 --layers 'conv3*' --mapping search --objective latency",
            "  pj run eyeriss alexnet --set array.rows=24 --set memory.dram.bandwidth='960 MB/s'",
            "  pj run --point reports/sweep-eyeriss-buffers/17",
            "  pj run my-chip.yaml my-network.yaml --format json | jq .totals"
        })
final class RunCommand implements Callable<Integer> {
    private static final String SCALING = "--scaling";

    private final Session session;

    @Spec
    @Nullable
    CommandSpec command;

    @Mixin
    RunTarget options = new RunTarget();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = PathConverter.class,
            description = "Folder of the files. Default: reports/ACCELERATOR-WORKLOAD-bBATCH.")
    @Nullable
    Path out;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            converter = PathConverter.class,
            description =
                    "Also writes every pass, bus and DRAM transfer over time, as JSON that ui.perfetto.dev opens; each batch is a process.")
    @Nullable
    Path trace;

    @Option(
            names = SCALING,
            description =
                    "On a sparse engine, also simulates layers of one vector with queues of 2 to 512 slots and with 1 to 256 elements.")
    boolean scaling;

    @Mixin
    OutputOptions output = new OutputOptions();

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Configurations configurations = session.configurations();
        Arguments arguments = options.arguments(session, Objects.requireNonNull(command));
        RunPlan plan = RunPlan.load(arguments, configurations);
        if (scaling) {
            MachineKinds.requireEngine(plan, SCALING);
        }
        RunFiles folders = new RunFiles(session.workingDirectory(), plan, out);
        if (!output.quiet) {
            MachineKinds.idleOptions(plan).ifPresent(note -> session.err().println("note: " + note));
        }
        List<Report> reports;
        Batches batches;
        try (ResultFiles files = new ResultFiles()) {
            folders.prepare(files);
            if (trace != null) {
                files.prepareFile(session.workingDirectory().resolve(trace), plan.inputs(session.workingDirectory()));
            }
            reports = simulate(plan, configurations);
            batches = batches(plan, reports, folders);
            writeTrace(plan, reports, files);
            folders.write(batches, files);
        }
        tell(plan, folders);
        output.print(
                session,
                () -> table(reports, batches),
                () -> JsonRows.joined(reports, JsonResult::of),
                () -> CsvLayers.of(reports));
        reports.forEach(this::warn);
        return reports.stream().allMatch(report -> Coverage.of(report).isNothing()) ? ExitCode.USAGE : ExitCode.OK;
    }

    private List<Report> simulate(RunPlan plan, Configurations configurations) {
        List<Report> reports = new ArrayList<>();
        try (Progress progress =
                new Progress(session, output.quiet, plan.batches().size())) {
            for (int batch : plan.batches()) {
                progress.begin(
                        plan.network().name() + " on " + plan.machine().value().name() + ", batch " + batch);
                reports.add(simulate(plan, batch, configurations, progress));
            }
        }
        return reports;
    }

    private Report simulate(RunPlan plan, int batch, Configurations configurations, Progress progress) {
        RunRequest request = plan.request(batch);
        RunResult result = Simulator.run(request, progress, plan.searchTime());
        if (!output.quiet) {
            result.notes().forEach(note -> progress.message(OneLine.of("note: " + note)));
        }
        Published.Beside beside = new Published(configurations).beside(plan, request, result);
        Provenance provenance = plan.provenance(batch);
        return new Report(
                result,
                scaling ? provenance.withOption(SCALING) : provenance,
                plan.workload().value().layers().size(),
                beside.rows(),
                beside.sentence(),
                scaling ? Optional.of(scaled(request, progress)) : Optional.empty());
    }

    private SparseScaling scaled(RunRequest request, Progress progress) {
        SparseScaling scaled = SparseScaling.of(request);
        if (scaled.layers().isEmpty() && !output.quiet) {
            progress.message("note: " + SCALING + " is of layers that multiply one vector, and there is none");
        }
        return scaled;
    }

    private void writeTrace(RunPlan plan, List<Report> reports, ResultFiles files) {
        if (trace == null) {
            return;
        }
        List<String> notes = new ArrayList<>();
        try (Progress progress = new Progress(session, output.quiet, 1)) {
            progress.begin("the same once more, for the trace");
            files.write(
                    session.workingDirectory().resolve(trace),
                    writer -> notes.addAll(ChromeTrace.write(
                            writer, reports, report -> plan.request(report.run().batch()))));
        }
        if (!output.quiet) {
            notes.forEach(note -> session.err().println("note: " + note));
        }
    }

    private Batches batches(RunPlan plan, List<Report> reports, RunFiles folders) {
        String command = CommandText.of("run", plan.arguments(), plan.batches());
        return new Batches(
                scaling ? command + " " + SCALING : command,
                reports.stream()
                        .map(report -> new Batches.Run(
                                report, folders.link(report.run().batch())))
                        .toList());
    }

    private void tell(RunPlan plan, RunFiles folders) {
        if (output.quiet) {
            return;
        }
        if (plan.repeatsABatch()) {
            session.err().println("note: --batch names a batch more than once; it ran once");
        }
        folders.written().forEach(session.err()::println);
        if (trace != null) {
            session.err().println("wrote " + trace);
        }
    }

    /** What is missing in the totals must not escape whoever looks at them alone. */
    private void warn(Report report) {
        Coverage coverage = Coverage.of(report);
        String batch = " (batch " + report.run().batch() + ")";
        if (coverage.isNothing()) {
            session.err()
                    .println(OneLine.of("pj: no layer ran" + batch + ", so there is no result; "
                            + coverage.whyNothing().orElseThrow()));
        } else if (!coverage.infeasible().isEmpty() && !output.quiet) {
            session.err()
                    .println(OneLine.of("warning: does not fit and is in no total" + batch + ": "
                            + Coverage.names(coverage.infeasible())));
        }
    }

    /** One batch after the other, then all side by side. */
    private String table(List<Report> reports, Batches batches) {
        boolean colour = output.colour(session);
        String each =
                reports.stream().map(report -> TerminalTable.of(report, colour)).collect(Collectors.joining("\n"));
        return batches.areSeveral() ? each + "\n" + BatchTable.of(batches, colour) : each;
    }
}
