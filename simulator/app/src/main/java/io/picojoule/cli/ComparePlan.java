package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.config.Configurations;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The runs of a comparison, loaded and checked.
 *
 * @param labels what each machine is called, as no other
 * @param baseline which of the machines the others are put in relation to, if one is named
 */
record ComparePlan(List<RunPlan> runs, List<String> labels, OptionalInt baseline) {
    /** Loads everything. All that is wrong with any of the machines is told at once. */
    static ComparePlan load(
            List<String> accelerators,
            String workload,
            SettingOptions settings,
            CompareOptions options,
            Configurations configurations) {
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
        OptionalInt baseline = OptionalInt.empty();
        if (options.baseline != null) {
            Problems ofBaseline = new Problems();
            baseline = baseline(options.baseline, accelerators, runs, new OptionReader(ofBaseline));
            problems.addAll(ofBaseline.sorted());
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(problems));
        }
        return new ComparePlan(runs, Comparison.labels(names(runs), accelerators), baseline);
    }

    private static List<String> names(List<RunPlan> runs) {
        return runs.stream().map(run -> run.machine().value().name()).toList();
    }

    /** The machine that is meant: by what the user calls it, else by its own name. */
    private static OptionalInt baseline(
            String asked, List<String> accelerators, List<RunPlan> runs, OptionReader reader) {
        if (accelerators.contains(asked)) {
            return OptionalInt.of(accelerators.indexOf(asked));
        }
        List<String> names = names(runs);
        if (names.stream().filter(asked::equals).count() == 1) {
            return OptionalInt.of(names.indexOf(asked));
        }
        reader.refuseUnknown(
                CompareOptions.BASELINE,
                asked,
                "no machine of this comparison is called '" + asked + "'",
                accelerators);
        return OptionalInt.empty();
    }

    List<Integer> batches() {
        return runs.get(0).batches();
    }

    Terms terms(int batch) {
        List<Arguments> arguments = runs.stream().map(RunPlan::arguments).toList();
        List<String> options = new ArrayList<>();
        baseline.ifPresent(index -> options.addAll(
                List.of(CompareOptions.BASELINE, arguments.get(index).accelerator())));
        String command = CommandText.ofComparison(arguments, options, batch);
        return new Terms(
                command, baseline.isPresent() ? Optional.of(labels.get(baseline.getAsInt())) : Optional.empty());
    }
}
