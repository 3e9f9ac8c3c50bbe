package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.config.Configurations;
import io.picojoule.report.Csv;
import io.picojoule.report.JsonRows;
import io.picojoule.report.ValidationTable;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SearchTime;
import io.picojoule.simulation.Simulator;
import io.picojoule.validation.Applications;
import io.picojoule.validation.PublishedCase;
import io.picojoule.validation.PublishedRow;
import io.picojoule.validation.Validation;
import io.picojoule.validation.ValidationRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pj validate}: our figures beside published ones. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates published experiments and prints our figures beside the published ones, with the error and the margin.",
            "",
            "A figure is 'reproduced' from the mechanism and published inputs alone, 'calibrated' with constants that were fitted, or a "
                    + "'goal', which is shown and not enforced. It is 'within' its margin, a 'known gap' with its cause and own bound, "
                    + "or 'outside', which makes the command exit with 1.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  pj validate",
            "  pj validate eyeriss",
            "  pj validate --format csv > validation.csv"
        })
final class ValidateCommand implements Callable<Integer> {
    private final Session session;
    private final Map<Arguments, RunResult> baselines = new HashMap<>();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "An experiment: a preset of configs/validation or a YAML file. Default: all presets.")
    @Nullable
    String name;

    @Mixin
    OutputOptions output = new OutputOptions();

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Configurations configurations = session.configurations();
        Published published = new Published(configurations);
        List<PublishedCase> cases = new ArrayList<>();
        for (String each : name == null ? published.names() : List.of(name)) {
            cases.addAll(published.read(each));
        }
        List<ValidationRow> rows = new ArrayList<>();
        try (Progress progress = new Progress(session, output.quiet, cases.size())) {
            for (PublishedCase each : cases) {
                progress.begin(each.name());
                if (each.isOfCompression()) {
                    CompressPlan plan = CompressPlan.load(CompressPlan.Arguments.of(each), configurations);
                    rows.addAll(Validation.compare(each, plan.compress(progress)));
                    continue;
                }
                if (each.isOfApplications()) {
                    rows.addAll(Applications.compare(each, applications(each, configurations, progress)));
                    continue;
                }
                RunPlan plan = RunPlan.load(Arguments.of(each), configurations);
                Optional<RunResult> baseline = each.baselineCase().map(other -> baseline(other, configurations));
                rows.addAll(Validation.compare(each, plan.request(each.batch()), baseline, progress));
            }
        }
        output.print(
                session,
                () -> ValidationTable.of(cases, rows, output.colour(session)),
                () -> json(rows),
                () -> csv(rows));
        return rows.stream().anyMatch(ValidationRow::isFailure) ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private List<Applications.Run> applications(
            PublishedCase published, Configurations configurations, Progress progress) {
        List<Applications.Run> runs = new ArrayList<>();
        for (PublishedCase.Application application : published.applications()) {
            PublishedCase single = published.of(application);
            RunPlan plan = RunPlan.load(Arguments.of(single), configurations);
            runs.add(new Applications.Run(
                    application,
                    Simulator.run(plan.request(single.batch()), progress, SearchTime.UNLIMITED),
                    single.baselineCase().map(other -> baseline(other, configurations))));
        }
        return runs;
    }

    /** Run once, however many cases are relative to it. */
    private RunResult baseline(PublishedCase published, Configurations configurations) {
        Arguments arguments = Arguments.of(published);
        return baselines.computeIfAbsent(
                arguments,
                unseen -> Simulator.run(RunPlan.load(arguments, configurations).request(published.batch())));
    }

    private static String json(List<ValidationRow> rows) {
        JsonRows json = new JsonRows();
        for (ValidationRow row : rows) {
            PublishedRow published = row.row();
            JsonRows.Row object = json.row()
                    .put("case", row.caseName())
                    .put("layer", published.layer())
                    .put("quantity", published.quantity().key())
                    .put("unit", published.quantity().unit())
                    .put("published", published.published())
                    .put("ours", row.ours())
                    .put("error", row.error())
                    .put("margin", published.margin())
                    .put("class", published.evidence().key())
                    .put("status", row.status().key())
                    .put("source", published.source());
            published
                    .knownGap()
                    .ifPresent(gap -> object.put("knownGapBound", gap.bound()).put("knownGapCause", gap.cause()));
        }
        return json.toString();
    }

    private static String csv(List<ValidationRow> rows) {
        Csv csv = new Csv();
        csv.row(List.of(
                "case",
                "layer",
                "quantity",
                "unit",
                "published",
                "ours",
                "error",
                "margin",
                "class",
                "status",
                "source"));
        for (ValidationRow row : rows) {
            PublishedRow published = row.row();
            csv.row(List.of(
                    row.caseName(),
                    published.layer(),
                    published.quantity().key(),
                    published.quantity().unit(),
                    published.published(),
                    row.ours(),
                    row.error(),
                    published.margin(),
                    published.evidence().key(),
                    row.status().key(),
                    published.source()));
        }
        return csv.toString();
    }
}
