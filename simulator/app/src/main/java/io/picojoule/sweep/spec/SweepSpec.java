package io.picojoule.sweep.spec;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Place;
import io.picojoule.sweep.Axis;
import java.util.List;

/**
 * What the file of a sweep says.
 *
 * @param accelerator a preset or a file
 * @param workloads presets or files; every point runs all of them
 * @param run settings of the run that do not vary, as a document of their own
 * @param where what points must meet, all of them
 * @param objectives keys of measures that are to be small, the first one first
 */
public record SweepSpec(
        String name,
        String description,
        String source,
        String accelerator,
        List<String> workloads,
        Mapping run,
        List<Variable> variables,
        List<Where> where,
        Sampling sampling,
        List<String> objectives) {
    /** A constraint, and where it is written. */
    public record Where(Place place, String text) {}

    public SweepSpec {
        workloads = List.copyOf(workloads);
        variables = List.copyOf(variables);
        where = List.copyOf(where);
        objectives = List.copyOf(objectives);
    }

    public List<Axis> axes() {
        return variables.stream().map(Variable::axis).toList();
    }
}
