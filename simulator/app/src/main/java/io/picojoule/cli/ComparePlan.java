package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.config.Configurations;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.energy.TechnologyNode;
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
 * @param ranges of each machine, the runs at the ends of the ranges that its values state
 * @param baseline which of the machines the others are put in relation to, if one is named
 * @param node the technology node to which energies are normalised as well, if that is asked for
 */
record ComparePlan(
        List<RunPlan> runs,
        List<String> labels,
        List<List<RangeRuns>> ranges,
        OptionalInt baseline,
        Optional<TechnologyNode> node) {
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
        Problems ofOptions = new Problems();
        OptionReader reader = new OptionReader(ofOptions);
        OptionalInt baseline =
                options.baseline == null ? OptionalInt.empty() : baseline(options.baseline, accelerators, runs, reader);
        Optional<TechnologyNode> node =
                Optional.ofNullable(options.normaliseNode).flatMap(text -> node(text, reader));
        problems.addAll(ofOptions.sorted());
        if (!problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(problems));
        }
        Problems ofRanges = new Problems();
        List<List<RangeRuns>> ranges = runs.stream()
                .map(run -> RangeRuns.of(run, configurations, ofRanges))
                .toList();
        ofRanges.throwIfAny();
        return new ComparePlan(runs, Comparison.labels(names(runs), accelerators), ranges, baseline, node);
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

    private static Optional<TechnologyNode> node(String text, OptionReader reader) {
        Optional<TechnologyNode> node = TechnologyNode.of(text);
        if (node.isEmpty()) {
            reader.refuse(
                    CompareOptions.NORMALISE_NODE,
                    text,
                    "\"" + text + "\" is no node that energies are known of",
                    "a length from " + (int) TechnologyNode.SMALLEST_NANOMETRES + " nm to "
                            + (int) TechnologyNode.LARGEST_NANOMETRES + " nm is wanted",
                    "45 nm");
        }
        return node;
    }

    /** How many runs there are of each batch. */
    int simulations() {
        return runs.size() + 2 * ranges.stream().mapToInt(List::size).sum();
    }

    List<Integer> batches() {
        return runs.get(0).batches();
    }

    Terms terms(int batch) {
        List<Arguments> arguments = runs.stream().map(RunPlan::arguments).toList();
        List<String> options = new ArrayList<>();
        baseline.ifPresent(index -> options.addAll(
                List.of(CompareOptions.BASELINE, arguments.get(index).accelerator())));
        node.ifPresent(each -> options.addAll(List.of(CompareOptions.NORMALISE_NODE, each.text())));
        String command = CommandText.ofComparison(arguments, options, batch);
        return new Terms(
                command, baseline.isPresent() ? Optional.of(labels.get(baseline.getAsInt())) : Optional.empty(), node);
    }
}
