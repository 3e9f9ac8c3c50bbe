package io.picojoule.cli;

import io.picojoule.config.Presets;
import io.picojoule.report.JsonRows;
import io.picojoule.report.Report;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.ComparisonCsv;
import io.picojoule.report.comparison.ComparisonJson;
import io.picojoule.report.comparison.ComparisonTable;
import io.picojoule.report.comparison.Entrant;
import io.picojoule.report.comparison.Sensitivity;
import io.picojoule.report.html.comparison.BatchPage;
import io.picojoule.report.html.comparison.ComparisonPage;
import io.picojoule.simulation.Simulator;
import io.picojoule.workload.OneLine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pj compare}: one network on several machines. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates a network on several accelerators and puts them side by side: time, energy, DRAM accesses, what binds. Prints a "
                    + "table, and writes comparison.html, comparison.json and comparison.csv.",
            "",
            "Totals are over the layers that every machine ran; what was left out, and for whom, is said. --set changes every machine, "
                    + "--energy prices all by one table, --budget is each machine's.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  pj compare eyeriss scale-sim-os scale-sim-ws --workload alexnet",
            "  pj compare eyeriss my-chip.yaml --workload vgg16 --layers 'conv*' --batch 16",
            "  pj compare eyeriss eyeriss-isca16 --workload alexnet --energy 45nm --format csv > both.csv"
        })
final class CompareCommand implements Callable<Integer> {
    private static final String PAGE = "comparison.html";
    private static final String JSON = "comparison.json";
    private static final String CSV = "comparison.csv";

    private final Session session;

    @Parameters(
            paramLabel = "ACCELERATOR",
            arity = "1..*",
            description = "The machines: presets (pj list) or YAML files.")
    List<String> accelerators = List.of();

    @Option(
            names = "--workload",
            required = true,
            paramLabel = "WORKLOAD",
            description = "The network: a preset, a YAML file, or a topology of SCALE-Sim (.csv).")
    String workload = "";

    @Mixin
    CompareOptions comparing = new CompareOptions();

    @Mixin
    SettingOptions settings = new SettingOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = PathConverter.class,
            description = "Folder of the files. Default: reports/compare-WORKLOAD-bBATCH.")
    @Nullable
    Path out;

    @Mixin
    OutputOptions output = new OutputOptions();

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ComparePlan plan = ComparePlan.load(accelerators, workload, settings, comparing, session.configurations());
        List<Comparison> comparisons;
        try (ResultFiles files = new ResultFiles()) {
            plan.batches().forEach(batch -> files.prepare(folder(plan, batch), PAGE, JSON, CSV));
            comparisons = simulate(plan);
            write(plan, comparisons, files);
        }
        output.print(
                session,
                () -> comparisons.stream()
                        .map(each -> ComparisonTable.of(each, output.colour(session)))
                        .collect(Collectors.joining("\n")),
                () -> JsonRows.joined(comparisons, ComparisonJson::of),
                () -> ComparisonCsv.of(comparisons));
        comparisons.forEach(this::warn);
        return comparisons.stream().allMatch(Comparison::isNothing) ? ExitCode.USAGE : ExitCode.OK;
    }

    private List<Comparison> simulate(ComparePlan plan) {
        List<Comparison> comparisons = new ArrayList<>();
        int tasks = plan.simulations() * plan.batches().size();
        try (Progress progress = new Progress(session, output.quiet, tasks)) {
            for (int batch : plan.batches()) {
                List<Entrant> entrants = new ArrayList<>();
                for (int i = 0; i < plan.runs().size(); i++) {
                    entrants.add(entrant(plan, i, batch, progress));
                }
                comparisons.add(Comparison.of(entrants, plan.terms(batch)));
            }
        }
        return comparisons;
    }

    /** A machine as it is stated, and with each value that has a range at either end of it. */
    private static Entrant entrant(ComparePlan plan, int number, int batch, Progress progress) {
        RunPlan stated = plan.runs().get(number);
        String task = stated.network().name() + " on " + plan.labels().get(number) + ", batch " + batch;
        progress.begin(task);
        Report report = simulate(stated, batch, progress);
        List<Sensitivity> sensitivities = plan.ranges().get(number).stream()
                .map(runs -> runs.sensitivity(end -> {
                    progress.begin(task + ", " + runs.value().path());
                    return simulate(end, batch, progress);
                }))
                .toList();
        return new Entrant(plan.labels().get(number), stated.arguments().accelerator(), report, sensitivities);
    }

    private static Report simulate(RunPlan run, int batch, Progress progress) {
        int layers = run.workload().value().layers().size();
        return new Report(
                Simulator.run(run.request(batch), progress, run.searchTime()),
                run.provenance(batch),
                layers,
                List.of(),
                "");
    }

    private Path folder(ComparePlan plan, int batch) {
        if (out != null) {
            return session.workingDirectory().resolve(plan.batches().size() == 1 ? out : out.resolve("b" + batch));
        }
        return session.workingDirectory()
                .resolve("reports")
                .resolve("compare-" + Presets.baseName(workload) + "-b" + batch);
    }

    /** From one page to another; what means something in a link is written so that it does not. */
    private static String href(Path from, Path to) {
        return Stream.concat(
                        StreamSupport.stream(from.relativize(to).spliterator(), false)
                                .map(Path::toString),
                        Stream.of(PAGE))
                .filter(step -> !step.isEmpty())
                .map(step -> URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private void write(ComparePlan plan, List<Comparison> comparisons, ResultFiles files) {
        for (Comparison comparison : comparisons) {
            Path folder = folder(plan, comparison.batch());
            files.write(folder.resolve(JSON), ComparisonJson.of(comparison));
            files.write(folder.resolve(CSV), ComparisonCsv.of(comparison));
        }
        try {
            for (Comparison comparison : comparisons) {
                Path folder = folder(plan, comparison.batch());
                List<BatchPage> pages = comparisons.stream()
                        .map(each -> new BatchPage(each, href(folder, folder(plan, each.batch()))))
                        .toList();
                files.write(folder.resolve(PAGE), ComparisonPage.of(comparison, pages));
            }
        } catch (InternalError | LinkageError missing) {
            files.publish();
            Path page = folder(plan, plan.batches().get(0)).resolve(PAGE);
            throw OutputException.noFonts(page, JSON + " and " + CSV);
        }
        files.publish();
        for (int batch : output.quiet ? List.<Integer>of() : plan.batches()) {
            session.err().println("wrote " + folder(plan, batch).resolve(PAGE) + ", " + JSON + " and " + CSV);
        }
    }

    /** Who reads the table has the remarks there; other forms are read by programs, and their users are told here. */
    private void warn(Comparison comparison) {
        if (comparison.isNothing()) {
            String first = comparison.all().absent().stream()
                    .findFirst()
                    .map(absent -> "; " + absent.entrant().label() + ": " + absent.reason())
                    .orElse("");
            session.err()
                    .println(OneLine.of("pj: nothing is compared (batch " + comparison.batch()
                            + "), as no layer ran on every machine" + first));
        } else if (output.format != OutputOptions.Format.table && !output.quiet) {
            comparison.remarks().forEach(remark -> session.err().println(OneLine.of("note: " + remark)));
        }
    }
}
