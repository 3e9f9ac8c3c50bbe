package io.picojoule.report.sweep;

import java.util.ArrayList;
import java.util.List;

/** What the points with one value of an axis have in common, over all points, whatever their other values are. */
public final class Effect {
    private final String value;
    private final List<Span> objectives = new ArrayList<>();
    private long points;
    private long infeasible;

    Effect(String value, int objectives) {
        this.value = value;
        for (int i = 0; i < objectives; i++) {
            this.objectives.add(new Span());
        }
    }

    void addInfeasible() {
        points++;
        infeasible++;
    }

    /** @param measures of a point, of which {@code places} are the objectives */
    void add(double[] measures, List<Integer> places) {
        points++;
        for (int i = 0; i < places.size(); i++) {
            objectives.get(i).add(measures[places.get(i)]);
        }
    }

    /** Of the axis. */
    public String value() {
        return value;
    }

    public long points() {
        return points;
    }

    public long infeasible() {
        return infeasible;
    }

    /** NaN where there are no points. */
    public double infeasibleShare() {
        return points == 0 ? Double.NaN : (double) infeasible / points;
    }

    /** Of the points that ran, in the order of the objectives. */
    public List<Span> objectives() {
        return List.copyOf(objectives);
    }
}
