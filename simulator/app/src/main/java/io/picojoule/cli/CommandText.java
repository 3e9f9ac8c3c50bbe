package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command line that makes a result again, in one form whatever the user typed. */
final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

    private CommandText() {}

    static String of(String command, Arguments run, List<Integer> batches) {
        return of(List.of("pj", command, run.accelerator(), run.workload()), run, batches);
    }

    /**
     * That of {@code pj compare}: what the machines run is the same.
     *
     * @param options how they are compared
     */
    static String ofComparison(List<Arguments> runs, List<String> options, int batch) {
        List<String> words = new ArrayList<>(List.of("pj", "compare"));
        runs.forEach(run -> words.add(run.accelerator()));
        words.addAll(List.of("--workload", runs.get(0).workload()));
        words.addAll(options);
        return of(words, runs.get(0), List.of(batch));
    }

    private static String of(List<String> before, Arguments run, List<Integer> batches) {
        List<String> words = new ArrayList<>(before);
        words.addAll(List.of("--batch", batches.stream().map(String::valueOf).collect(Collectors.joining(","))));
        if (!run.layers().isEmpty()) {
            words.addAll(List.of("--layers", String.join(",", run.layers())));
        }
        run.mapping().ifPresent(mapping -> words.addAll(List.of("--mapping", mapping)));
        run.objective().ifPresent(objective -> words.addAll(List.of("--objective", objective.key())));
        run.budget().ifPresent(budget -> words.addAll(List.of("--budget", budget)));
        run.energy().ifPresent(energy -> words.addAll(List.of("--energy", energy)));
        run.engine().ifPresent(engine -> words.addAll(List.of("--engine", engine.key())));
        run.seed().ifPresent(seed -> words.addAll(List.of("--seed", seed)));
        run.sets().forEach(set -> words.addAll(List.of("--set", set)));
        return of(words);
    }

    /** Words as one line. */
    static String of(List<String> words) {
        return String.join(" ", words.stream().map(CommandText::quoted).toList());
    }

    /** As a shell needs it. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
