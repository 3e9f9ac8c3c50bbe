package io.picojoule.cli;

import io.picojoule.config.Configurations;
import io.picojoule.config.Loaded;
import io.picojoule.config.Overrides;
import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.RangedValue;
import io.picojoule.report.Report;
import io.picojoule.report.comparison.Sensitivity;
import io.picojoule.report.comparison.Sensitivity.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A run with one of its values at either end of the range that is stated for it, and all others as they are. */
record RangeRuns(Document of, RangedValue value, RunPlan low, RunPlan high) {
    /** Those of every value of the machine and of its energy table that states a range. */
    static List<RangeRuns> of(RunPlan run, Configurations configurations, Problems problems) {
        Overrides overrides = Overrides.parse(run.arguments().sets());
        List<Assignment> sets = overrides.accelerator();
        String energyTable =
                run.arguments().energy().orElse(run.machine().value().energyTable());
        Function<Assignment, RunPlan> machine = end -> run.withMachine(configurations.machine(
                run.arguments().accelerator(),
                Stream.concat(sets.stream(), Stream.of(end)).toList()));
        Function<Assignment, RunPlan> energy = end -> run.withEnergyTable(configurations.energyTable(
                energyTable,
                Stream.concat(overrides.energyTable().stream(), Stream.of(end)).toList()));
        List<RangeRuns> runs = new ArrayList<>();
        runs.addAll(of(Document.ACCELERATOR, run.machine(), machine, problems));
        runs.addAll(of(Document.ENERGY_TABLE, run.energyTable(), energy, problems));
        return runs;
    }

    private static List<RangeRuns> of(
            Document of, Loaded<?> document, Function<Assignment, RunPlan> at, Problems problems) {
        List<RangeRuns> runs = new ArrayList<>();
        for (RangedValue value : document.ranges()) {
            Optional<RunPlan> low = RunPlan.attempt(problems, () -> at.apply(value.low()));
            Optional<RunPlan> high = RunPlan.attempt(problems, () -> at.apply(value.high()));
            if (low.isPresent() && high.isPresent()) {
                runs.add(new RangeRuns(of, value, low.get(), high.get()));
            }
        }
        return runs;
    }

    /** What came of both runs. */
    Sensitivity sensitivity(Function<RunPlan, Report> simulation) {
        return new Sensitivity(
                of,
                value.path(),
                value.text(),
                value.range().low(),
                value.range().high(),
                value.source(),
                simulation.apply(low),
                simulation.apply(high));
    }
}
