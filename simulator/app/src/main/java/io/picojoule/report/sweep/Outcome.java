package io.picojoule.report.sweep;

import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep came to: how many points there are, the best of each objective, and the front.
 *
 * @param objectives places in {@code measures} of those that are to be small
 * @param incomparable points that ran and lack an objective, which are on no front
 * @param best of each objective, the best in the others of several; empty where no point has it
 * @param front points that no other dominates, those with the least of the first objective first
 */
public record Outcome(
        List<Axis> axes,
        List<Measure> measures,
        List<Integer> objectives,
        long points,
        long infeasible,
        long incomparable,
        List<Optional<SweepRow>> best,
        List<SweepRow> front) {
    public Outcome {
        axes = List.copyOf(axes);
        measures = List.copyOf(measures);
        objectives = List.copyOf(objectives);
        best = List.copyOf(best);
        front = List.copyOf(front);
    }

    /** Reads the table once. */
    public static Outcome of(SweepTable table) {
        OutcomeReader reader = new OutcomeReader(table);
        table.forEach(reader);
        return reader.outcome();
    }

    public long feasible() {
        return points - infeasible;
    }

    public boolean isObjective(int measure) {
        return objectives.contains(measure);
    }

    /** A value of an axis, as it would be written by hand. */
    public String value(SweepRow row, int axis) {
        return axes.get(axis).values().get(row.choices()[axis]);
    }

    /** A measure for people. */
    public String figure(SweepRow row, int measure) {
        return Quantity.text(row.measures()[measure], measures.get(measure).unit());
    }

    /** What makes a point different from others: {@code rows 12, dataflow row-stationary}. */
    public String choices(SweepRow row) {
        List<String> names = AxisNames.of(axes);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < axes.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(names.get(i)).append(' ').append(value(row, i));
        }
        return text.toString();
    }
}
