package io.picojoule.config;

import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code --set} arguments change, by what they change. The first word of a path says which; without one it is the accelerator. */
public record Overrides(
        List<Assignment> accelerator, List<Assignment> workload, List<Assignment> energyTable, RunSettings run) {
    public static final Overrides NONE = new Overrides(List.of(), List.of(), List.of(), RunSettings.NONE);

    public Overrides {
        accelerator = List.copyOf(accelerator);
        workload = List.copyOf(workload);
        energyTable = List.copyOf(energyTable);
    }

    /**
     * Reads the arguments, each {@code PATH=VALUE}.
     *
     * @throws io.picojoule.config.document.InvalidInputException if one cannot be read
     */
    public static Overrides parse(List<String> arguments) {
        Problems problems = new Problems();
        List<Assignment> accelerator = new ArrayList<>();
        List<Assignment> workload = new ArrayList<>();
        List<Assignment> energyTable = new ArrayList<>();
        List<Assignment> run = new ArrayList<>();
        for (String argument : arguments) {
            Optional<Assignment> read = Assignment.parse(argument, problems);
            if (read.isEmpty()) {
                continue;
            }
            Assignment assignment = read.get();
            String first = assignment.steps().get(0).name();
            switch (first) {
                case "accelerator" -> addRest(assignment, accelerator, problems);
                case "workload" -> addRest(assignment, workload, problems);
                case "energy-table" -> addRest(assignment, energyTable, problems);
                case "run" -> addRest(assignment, run, problems);
                default -> accelerator.add(assignment);
            }
        }
        RunSettings settings = RunSettings.of(run, problems);
        problems.throwIfAny();
        return new Overrides(accelerator, workload, energyTable, settings);
    }

    private static void addRest(Assignment assignment, List<Assignment> to, Problems problems) {
        if (assignment.steps().size() < 2) {
            String found = "the path names no value of the "
                    + assignment.steps().get(0).name();
            problems.add(
                    new Problem(assignment.place(), "", found, "PATH=VALUE is wanted", "accelerator.array.rows=16"));
            return;
        }
        to.add(assignment.withoutFirst());
    }
}
