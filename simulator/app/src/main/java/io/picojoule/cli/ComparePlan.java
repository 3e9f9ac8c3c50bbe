package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.config.Configurations;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.report.comparison.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The runs of a comparison, loaded and checked.
 *
 * @param labels what each machine is called, as no other
 */
record ComparePlan(List<RunPlan> runs, List<String> labels) {
    /** Loads everything. All that is wrong with any of the machines is told at once. */
    static ComparePlan load(
            List<String> accelerators, String workload, SettingOptions settings, Configurations configurations) {
        // What all machines share is told once; Problems would take what is wrong with the second machine for the same
        // thing.
        Set<Problem> problems = new TreeSet<>(Comparator.comparing(Problem::place)
                .thenComparing(Problem::path)
                .thenComparing(Problem::found));
        Set<String> named = new HashSet<>();
        List<RunPlan> runs = new ArrayList<>();
        for (String accelerator : accelerators) {
            if (!named.add(accelerator)) {
                Place place = Place.of(new Origin.CommandLine(CommandText.quoted(accelerator)));
                problems.add(new Problem(place, "", "it is named more than once", "each machine once is wanted"));
                continue;
            }
            try {
                runs.add(RunPlan.load(Arguments.of(accelerator, workload, settings), configurations));
            } catch (InvalidInputException invalid) {
                problems.addAll(invalid.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(problems));
        }
        List<String> names =
                runs.stream().map(run -> run.machine().value().name()).toList();
        return new ComparePlan(runs, Comparison.labels(names, accelerators));
    }

    List<Integer> batches() {
        return runs.get(0).batches();
    }

    /** The command line that makes the same comparison. */
    String command(int batch) {
        return CommandText.ofComparison(runs.stream().map(RunPlan::arguments).toList(), batch);
    }
}
