package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.config.Presets;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Problems;
import io.picojoule.report.sweep.SweepMeasures;
import io.picojoule.sweep.spec.Setting;
import io.picojoule.sweep.spec.SweepSpec;
import io.picojoule.sweep.spec.Target;
import io.picojoule.sweep.store.SweepStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A point of a sweep as a run of its own: what a user would type to get just it. */
final class SweepPoint {
    private static final String EXAMPLE = "reports/sweep-eyeriss-buffers/17";

    private SweepPoint() {}

    /**
     * The run of a point, with the user's own options before what the sweep says.
     *
     * @param point {@code DIR/N} or {@code DIR/N/WORKLOAD}
     * @throws InvalidInputException if there is no such point
     */
    static Arguments read(String point, RunTarget options, Session session) {
        Problems problems = new Problems();
        OptionReader reader = new OptionReader(problems);
        Path path = Path.of(point);
        boolean namesWorkload =
                !isNumber(path.getFileName()) && isNumber(parent(path).getFileName());
        Path numbered = namesWorkload ? parent(path) : path;
        Path folder = session.workingDirectory().resolve(parent(numbered));
        Path file = folder.resolve(SweepFolder.STORE);
        Optional<Map<String, String>> about = SweepStore.about(file);
        if (!isNumber(numbered.getFileName()) || options.accelerator != null) {
            String found =
                    options.accelerator == null ? "no number of a point is at its end" : "a machine is named too";
            reader.refuse("--point", point, found, "the folder of a sweep and a number are wanted", EXAMPLE);
        } else if (about.isEmpty()) {
            reader.refuse(
                    "--point",
                    point,
                    "there are no results of a sweep in " + parent(numbered),
                    "the folder that 'pj sweep' wrote is wanted",
                    EXAMPLE);
        }
        problems.throwIfAny();
        SweepSpec spec = SweepFolder.job(about.orElseThrow(), session).spec(SweepMeasures.ALL);
        long number = reader.whole("--point", numbered.getFileName().toString(), 0, Long.MAX_VALUE / 16, "17");
        Optional<int[]> choices = SweepStore.choices(file, spec.axes(), number);
        if (choices.isEmpty() && problems.isEmpty()) {
            reader.refuse("--point", point, "the sweep has no point " + number, "one that it ran is wanted", EXAMPLE);
        }
        String workload = namesWorkload ? path.getFileName().toString() : "";
        Optional<String> named = spec.workloads().stream()
                .filter(each -> workload.isEmpty() || Presets.baseName(each).equals(Presets.baseName(workload)))
                .findFirst();
        if (named.isEmpty()) {
            List<String> known =
                    spec.workloads().stream().map(Presets::baseName).toList();
            reader.refuseUnknown("--point", point, "the sweep does not run '" + workload + "'", known);
        }
        problems.throwIfAny();
        return merged(options, arguments(spec, choices.orElseThrow(), named.orElseThrow()));
    }

    /** The run of a point by what its file says. */
    static Arguments arguments(SweepSpec spec, int[] choices, String workload) {
        String accelerator = spec.accelerator();
        List<String> sets = new ArrayList<>();
        List<String> run = new ArrayList<>();
        spec.run().entries().forEach((key, entry) -> {
            if (!key.equals("source")) {
                run.add("run." + key + "=" + Setting.text(entry.value()));
            }
        });
        for (int i = 0; i < choices.length; i++) {
            for (Setting setting : spec.variables().get(i).settings().get(choices[i])) {
                if (setting.isWhole()) {
                    accelerator = setting.text();
                } else if (setting.target() == Target.RUN) {
                    run.add(setting.argument());
                } else {
                    sets.add(setting.argument());
                }
            }
        }
        SettingOptions options = new SettingOptions();
        options.sets = run;
        return Arguments.of(accelerator, workload, options).withSets(sets);
    }

    /** What the user says on the command line counts before what the sweep says. */
    private static Arguments merged(RunTarget options, Arguments point) {
        Arguments own = Arguments.of(point.accelerator(), point.workload(), options);
        List<String> sets = new ArrayList<>(point.sets());
        sets.addAll(own.sets());
        return new Arguments(
                point.accelerator(),
                point.workload(),
                own.batches().isEmpty() ? point.batches() : own.batches(),
                own.layers().isEmpty() ? point.layers() : own.layers(),
                sets,
                own.mapping().or(point::mapping),
                own.objective().or(point::objective),
                own.budget(),
                own.energy().or(point::energy),
                own.engine().or(point::engine),
                own.seed().or(point::seed));
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static boolean isNumber(Path name) {
        return name != null && name.toString().matches("[0-9]{1,17}");
    }
}
