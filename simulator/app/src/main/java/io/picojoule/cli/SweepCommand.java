package io.picojoule.cli;

import io.picojoule.report.sweep.FrontCsv;
import io.picojoule.report.sweep.FrontJson;
import io.picojoule.report.sweep.FrontTable;
import io.picojoule.report.sweep.Outcome;
import io.picojoule.report.sweep.SweepFigures;
import io.picojoule.report.sweep.SweepReport;
import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.run.LocalExecutor;
import io.picojoule.sweep.run.PointExecutor;
import io.picojoule.sweep.run.SweepRunner;
import io.picojoule.sweep.store.SweepStore;
import io.picojoule.workload.OneLine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pj sweep}: many machines, networks or runs that differ in what a file says. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates every point of a design space, and finds which are worth building. Prints the Pareto front, and writes report.html, "
                    + "points.csv, front.csv and sweep.sqlite, from which a sweep that was ended goes on.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  pj sweep eyeriss-buffers",
            "  pj sweep my-sweep.yaml --jobs 2 --out reports/night",
            "  pj sweep my-sweep.yaml --resume --out reports/night"
        })
final class SweepCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 5;

    private final Session session;

    @Parameters(paramLabel = "SPEC", description = "The sweep: a preset (pj list) or a YAML file.")
    String spec = "";

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many points are simulated side by side. Default: as many as there are cores.")
    @Nullable
    String jobs;

    @Option(
            names = "--resume",
            description = "Goes on with the results in the folder: points that are there are not run again.")
    boolean resume;

    @Option(
            names = Clusters.ON,
            paramLabel = "MASTER",
            description = "Simulates on Apache Spark instead: local[2], or spark://host:7077.")
    @Nullable
    String master;

    @Option(
            names = "--export",
            paramLabel = "FORMAT",
            completionCandidates = SweepExport.Names.class,
            description =
                    "All points also in other forms: json, parquet, or both with a comma between. points.csv is always there.")
    List<String> exports = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = PathConverter.class,
            description = "Folder of the files. Default: reports/sweep-SPEC.")
    @Nullable
    Path out;

    @Mixin
    OutputOptions output = new OutputOptions();

    SweepCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SweepPlan plan = SweepPlan.load(spec, jobs, exports, session.configurations());
        SweepFolder folder = SweepFolder.of(session, spec, out);
        if (jobs != null && master != null && !output.quiet) {
            session.err().println("note: --jobs is of this machine's cores; a cluster has its own");
        }
        if (!output.quiet) {
            plan.sweep().notes().forEach(note -> session.err().println(OneLine.of("note: " + note)));
        }
        try (ResultFiles files = new ResultFiles()) {
            files.prepare(folder.folder(), SweepFolder.names(plan.exports()).toArray(String[]::new));
            try (FolderLock lock = FolderLock.of(folder.folder());
                    SweepStore store = folder.open(plan, resume, output.quiet)) {
                simulate(plan, store);
                store.note("finished", "true");
                SweepReport report = SweepReports.of(plan, spec, folder, store);
                SweepFigures figures = SweepFigures.of(report);
                Outcome outcome = figures.outcome();
                folder.write(figures, plan.exports(), files);
                tell(folder, plan);
                output.print(
                        session,
                        () -> FrontTable.of(report, outcome, output.colour(session)),
                        () -> FrontJson.of(report, outcome),
                        () -> FrontCsv.of(report, outcome));
                if (outcome.feasible() == 0) {
                    session.err().println("pj: no point can be; points.csv says why not");
                    return ExitCode.USAGE;
                }
            }
        }
        return ExitCode.OK;
    }

    private void tell(SweepFolder folder, SweepPlan plan) {
        if (!output.quiet) {
            List<String> names = SweepFolder.names(plan.exports());
            int last = names.size() - 1;
            session.err()
                    .println("wrote " + folder.shown().resolve(String.join(", ", names.subList(0, last))) + " and "
                            + names.get(last));
        }
    }

    private void simulate(SweepPlan plan, SweepStore store) {
        Sweep sweep = plan.sweep();
        try (PointExecutor executor = executor(plan);
                SweepTicker ticker = new SweepTicker(session, output.quiet, plan)) {
            SweepRunner runner = new SweepRunner(sweep, store, executor, ticker, !store.isEmpty());
            CountDownLatch closed = new CountDownLatch(1);
            Thread hook = new Thread(() -> stop(runner, closed), "sweep-end");
            ShutdownHooks.add(hook);
            boolean isDone = runner.run();
            if (!isDone) {
                long safe = store.size();
                store.close();
                ticker.close();
                session.err()
                        .println("pj: stopped with " + safe + " of " + plan.mostPoints()
                                + " points done; --resume goes on from there");
                closed.countDown();
                ShutdownHooks.awaitTheEnd();
            }
            ShutdownHooks.remove(hook);
        }
    }

    private PointExecutor executor(SweepPlan plan) {
        return master == null ? new LocalExecutor(plan.sweep(), plan.jobs()) : Clusters.open(master, plan.job(session));
    }

    /** At Ctrl-C: the points in work are finished, if that is soon; what is in the store is safe in any case. */
    private static void stop(SweepRunner runner, CountDownLatch closed) {
        runner.stop();
        try {
            closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
