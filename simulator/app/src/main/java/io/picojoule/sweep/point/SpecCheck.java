package io.picojoule.sweep.point;

import io.picojoule.config.Configurations;
import io.picojoule.config.RunSettings;
import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Overlay;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.sweep.spec.Setting;
import io.picojoule.sweep.spec.SweepSpec;
import io.picojoule.sweep.spec.Target;
import io.picojoule.sweep.spec.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tries the values of each axis before anything runs: a path that no document has, or a value that none takes, would be infeasible at every
 * point. A value that only does not go with some others is not wrong: the points that have both are infeasible.
 */
final class SpecCheck {
    /** Values of an axis that are tried; the others of a long range are like them. */
    static final int TRIED = 200;
    /** Values of the other axes that a refused value is tried with. */
    private static final int COMBINATIONS = 64;

    private final SweepSpec spec;
    private final Documents documents;
    private final Configurations configurations;
    private final Problems problems;

    SpecCheck(SweepSpec spec, Documents documents, Configurations configurations, Problems problems) {
        this.spec = spec;
        this.documents = documents;
        this.configurations = configurations;
        this.problems = problems;
    }

    void check() {
        RunSettings run = RunSettings.read(Section.of(spec.run(), problems));
        attempt(() -> configurations.machine(spec.accelerator(), List.of()));
        spec.workloads().forEach(workload -> attempt(() -> configurations.workload(workload, List.of())));
        run.energy().ifPresent(name -> attempt(() -> configurations.energyTable(name)));
        if (run.batches().size() > 1) {
            Problem several = new Problem(
                    spec.run().value("batch").orElse(spec.run()).place(),
                    "run.batch",
                    "several batches",
                    "one is wanted; make run.batch an axis",
                    "axes: {run.batch: [1, 4, 16]}");
            problems.add(several);
        }
        if (problems.isEmpty()) {
            for (int axis = 0; axis < spec.variables().size(); axis++) {
                check(axis);
            }
        }
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidInputException invalid) {
            invalid.problems().forEach(problems::add);
        }
    }

    private void check(int axis) {
        Variable variable = spec.variables().get(axis);
        int size = variable.axis().size();
        int step = Math.max(1, size / TRIED);
        for (int value = 0; value < size; value += step) {
            Problems alone = problemsOf(variable.settings().get(value));
            if (!alone.isEmpty() && !goesWithOthers(axis, value)) {
                alone.sorted().forEach(problems::add);
            }
        }
    }

    /** Whether any of some combinations with values of other axes is read without a problem. */
    private boolean goesWithOthers(int axis, int value) {
        SplittableRandom random = new SplittableRandom(1);
        for (int attempt = 0; attempt < COMBINATIONS; attempt++) {
            List<Setting> settings = new ArrayList<>();
            for (int other = 0; other < spec.variables().size(); other++) {
                Variable variable = spec.variables().get(other);
                int chosen =
                        other == axis ? value : random.nextInt(variable.axis().size());
                settings.addAll(variable.settings().get(chosen));
            }
            if (problemsOf(settings).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with the documents that these settings are laid over. */
    private Problems problemsOf(List<Setting> settings) {
        Problems found = new Problems();
        for (Target target : Target.values()) {
            List<Setting> own = settings.stream()
                    .filter(setting -> setting.target() == target)
                    .toList();
            if (!own.isEmpty()) {
                read(target, own, found);
            }
        }
        return found;
    }

    private void read(Target target, List<Setting> own, Problems found) {
        List<Assignment> sets = own.stream()
                .filter(setting -> !setting.isWhole())
                .map(Setting::assignment)
                .toList();
        switch (target) {
            case ACCELERATOR -> readMachine(own, sets, found);
            case WORKLOAD ->
                spec.workloads()
                        .forEach(name ->
                                documents.workload(name).value().ifPresent(template -> template.read(sets, found)));
            case ENERGY_TABLE ->
                documents
                        .machine(spec.accelerator())
                        .value()
                        .flatMap(template -> template.read(List.of(), new Problems()))
                        .flatMap(machine -> documents
                                .energyTableTemplate(energyTable(machine.energyTable()))
                                .value())
                        .ifPresent(template -> template.read(sets, found));
            case RUN -> RunSettings.read(Section.of(Overlay.apply(spec.run(), sets, found), found));
        }
    }

    private String energyTable(String ofMachine) {
        return RunSettings.read(Section.of(spec.run(), new Problems())).energy().orElse(ofMachine);
    }

    private void readMachine(List<Setting> own, List<Assignment> sets, Problems found) {
        String name = spec.accelerator();
        for (Setting setting : own) {
            if (setting.isWhole()) {
                name = setting.text();
                refuseUnread(setting, found);
            }
        }
        documents.machine(name).value().ifPresent(template -> template.read(sets, found));
    }

    /** A machine that cannot be read is reported where the sweep names it. */
    private void refuseUnread(Setting setting, Problems found) {
        try {
            configurations.machine(setting.text(), List.of());
        } catch (InvalidInputException invalid) {
            invalid.problems()
                    .forEach(problem -> found.add(new Problem(
                            setting.assignment().place(),
                            "axes." + setting.path(),
                            problem.found(),
                            problem.wanted())));
        }
    }
}
