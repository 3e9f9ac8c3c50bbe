package io.picojoule.cli;

import io.picojoule.config.Configurations;
import io.picojoule.config.Loaded;
import io.picojoule.config.Presets;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.report.sweep.SweepMeasures;
import io.picojoule.sweep.Point;
import io.picojoule.sweep.point.PointSimulator;
import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.point.SweepJob;
import io.picojoule.sweep.run.Samples;
import io.picojoule.sweep.sampling.Space;
import io.picojoule.sweep.spec.Sampling;
import io.picojoule.sweep.spec.SweepReader;
import io.picojoule.sweep.spec.SweepSpec;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A sweep with everything it needs read and checked.
 *
 * @param document the file, with what it extends
 * @param jobs points that are simulated side by side
 * @param exports in which forms all points are written
 */
record SweepPlan(String name, Loaded<Mapping> document, Sweep sweep, int jobs, Set<SweepExport> exports) {
    private static final int MOST_JOBS = 1024;
    /** A grid of more points is hardly meant. */
    private static final long LARGEST_GRID = 10_000_000;

    private static final String SAMPLE = "{method: sobol, points: 10000}";

    /** Loads everything. All that is wrong with any of it is told at once. */
    static SweepPlan load(
            String nameOrPath, @Nullable String jobs, List<String> exports, Configurations configurations) {
        Problems problems = new Problems();
        Set<SweepExport> forms = SweepExport.read(exports, problems);
        int cores = Runtime.getRuntime().availableProcessors();
        int threads = jobs == null
                ? Math.min(cores, MOST_JOBS)
                : (int) new OptionReader(problems).whole("--jobs", jobs, 1, MOST_JOBS, "2");
        Optional<Loaded<Mapping>> document =
                RunPlan.attempt(problems, () -> configurations.document(Presets.Kind.SWEEP, nameOrPath, List.of()));
        String name = Presets.baseName(nameOrPath);
        Optional<SweepSpec> spec =
                document.flatMap(read -> SweepReader.read(name, read.value(), SweepMeasures.keys(), problems));
        Optional<Sweep> sweep = spec.flatMap(read -> RunPlan.attempt(
                problems, () -> Sweep.load(read, configurations, SweepMeasures.ALL, Main.Version.number())));
        problems.throwIfAny();
        SweepPlan plan = new SweepPlan(name, document.orElseThrow(), sweep.orElseThrow(), threads, forms);
        plan.refuseTooMany();
        plan.refuseNone();
        return plan;
    }

    /** How many points there are at most. */
    long mostPoints() {
        return Samples.mostPoints(sweep.spec());
    }

    /** By which another process makes the sweep again. */
    SweepJob job(Session session) {
        return new SweepJob(
                name,
                file(document.value().place().origin()),
                document.printed(),
                absolute(session.workingDirectory()),
                session.home().map(SweepPlan::absolute).orElse(""),
                Main.Version.number());
    }

    private static String file(Origin origin) {
        return origin instanceof Origin.File read ? absolute(read.path()) : origin.reference();
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private void refuseTooMany() {
        Space space = Samples.space(sweep.spec());
        if (!(sweep.spec().sampling() instanceof Sampling.Grid)
                || space.size().compareTo(BigInteger.valueOf(LARGEST_GRID)) <= 0) {
            return;
        }
        double seconds = secondsEach(space) * space.size().doubleValue() / jobs;
        Place place = place("axes");
        String found = String.format(
                Locale.ROOT,
                "the grid has %,d points, which would take about %s on %d %s",
                space.size(),
                words(seconds),
                jobs,
                jobs == 1 ? "core" : "cores");
        String wanted = "at most " + String.format(Locale.ROOT, "%,d", LARGEST_GRID)
                + " are wanted: take values away, or say under 'sample' how some of them are chosen";
        throw new InvalidInputException(List.of(new Problem(place, "axes", found, wanted, SAMPLE)));
    }

    /** A sweep without a point is hardly meant either; of a search, nobody knows its points beforehand. */
    private void refuseNone() {
        SweepSpec spec = sweep.spec();
        if (spec.where().isEmpty() || spec.sampling() instanceof Sampling.Nsga2) {
            return;
        }
        if (Samples.areNone(sweep)) {
            String found = String.format(Locale.ROOT, "none of the %,d points meets it", Samples.mostPoints(spec));
            throw new InvalidInputException(List.of(new Problem(
                    spec.where().get(0).place(), "where", found, "a condition that some point meets is wanted")));
        }
    }

    private Place place(String key) {
        Mapping.Entry entry = document.value().entries().get(key);
        return entry == null ? document.value().place() : entry.keyPlace();
    }

    /** How long a point takes, by some of them. */
    private double secondsEach(Space space) {
        PointSimulator simulator = sweep.simulator();
        SplittableRandom random = new SplittableRandom(1);
        long begin = System.nanoTime();
        double least = Double.MAX_VALUE;
        for (int i = 0;
                i < 100 && System.nanoTime() - begin < Duration.ofSeconds(1).toNanos();
                i++) {
            int[] choices = new int[space.axes()];
            for (int axis = 0; axis < choices.length; axis++) {
                choices[axis] = random.nextInt(space.size(axis));
            }
            long before = System.nanoTime();
            boolean ran = simulator.simulate(new Point(i, choices)).isFeasible();
            double seconds = (System.nanoTime() - before) / 1e9;
            least = ran || least == Double.MAX_VALUE ? Math.min(least, seconds) : least;
        }
        return least;
    }

    /** A time to the precision at which it is known. */
    static String words(double seconds) {
        if (seconds < 120) {
            return Math.max(1, Math.round(seconds)) + " s";
        }
        double hours = seconds / 3600;
        if (hours < 2) {
            return Math.round(seconds / 60) + " minutes";
        }
        if (hours < 48) {
            return Math.round(hours) + " hours";
        }
        double days = hours / 24;
        return days < 730
                ? Math.round(days) + " days"
                : String.format(Locale.ROOT, "%,d years", Math.round(days / 365));
    }
}
