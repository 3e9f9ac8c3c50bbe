package io.picojoule.cli;

import io.picojoule.config.Presets;
import io.picojoule.report.Si;
import io.picojoule.report.sweep.SweepReport;
import io.picojoule.report.sweep.SweepReport.Origin;
import io.picojoule.report.sweep.SweepReport.RunCommands;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import io.picojoule.sweep.run.Samples;
import io.picojoule.sweep.spec.Sampling;
import io.picojoule.sweep.spec.SweepSpec;
import java.util.ArrayList;
import java.util.List;

/** What a report of a sweep says beside its rows: how it came about, and the commands that make it, and each of its points, again. */
final class SweepReports {
    private SweepReports() {}

    /** @param folder as the user knows it */
    static SweepReport of(SweepPlan plan, String asked, SweepFolder folder, SweepTable table) {
        SweepSpec spec = plan.sweep().spec();
        List<Origin> origins = new ArrayList<>();
        if (!spec.source().isBlank()) {
            origins.add(new Origin("source", spec.source()));
        }
        origins.add(new Origin("sweep", plan.document().digest()));
        plan.sweep().origins().forEach((name, digest) -> origins.add(new Origin(name, digest)));
        String sweep = CommandText.of(List.of("pj", "sweep", asked));
        return new SweepReport(
                table,
                spec.name(),
                spec.description(),
                method(spec),
                List.of(
                        folder.isUsual(asked)
                                ? sweep
                                : sweep + " --out "
                                        + CommandText.quoted(folder.shown().toString())),
                row -> commands(spec, folder, row),
                origins,
                Main.Version.number());
    }

    private static RunCommands commands(SweepSpec spec, SweepFolder folder, SweepRow row) {
        String number = folder.shown() + "/" + row.number();
        String workload = spec.workloads().get(0);
        RunPlan.Arguments run = SweepPoint.arguments(spec, row.choices(), workload);
        List<Integer> batches = run.batches().stream().map(Integer::valueOf).toList();
        return new RunCommands(
                CommandText.of(List.of("pj", "run", "--point", number)),
                CommandText.of("run", run, batches.isEmpty() ? List.of(1) : batches));
    }

    /** {@code grid, 2,304 points}. */
    private static String method(SweepSpec spec) {
        String space = Si.grouped(Samples.space(spec).points());
        String networks = spec.workloads().size() == 1
                ? Presets.baseName(spec.workloads().get(0))
                : "geometric mean of "
                        + String.join(
                                ", ",
                                spec.workloads().stream().map(Presets::baseName).toList());
        return spec.accelerator() + ", " + networks + "; " + how(spec.sampling(), space);
    }

    private static String how(Sampling sampling, String space) {
        if (sampling instanceof Sampling.Sobol sobol) {
            return "Sobol's sequence, " + Si.grouped(sobol.points()) + " of " + space + " points, seed " + sobol.seed();
        }
        if (sampling instanceof Sampling.LatinHypercube cube) {
            return "Latin hypercube, " + Si.grouped(cube.points()) + " of " + space + " points, seed " + cube.seed();
        }
        if (sampling instanceof Sampling.Nsga2 search) {
            return "NSGA-II, " + Si.grouped(search.generations()) + " generations of " + Si.grouped(search.population())
                    + " among " + space + " points, seed " + search.seed();
        }
        return "grid, " + space + " points";
    }
}
