package io.picojoule.report.html.sweep;

import io.picojoule.report.Si;
import io.picojoule.report.sweep.AxisNames;
import io.picojoule.report.sweep.Outcome;
import io.picojoule.report.sweep.PairFront;
import io.picojoule.report.sweep.Quantity;
import io.picojoule.report.sweep.SweepFigures;
import io.picojoule.report.sweep.Thinning;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What of a sweep is on the page.
 *
 * @param axisNames short ones
 * @param measures places of those that are shown: the objectives first, then what else varies
 * @param front as much of it as is drawn and listed
 * @param corners of the fronts of two measures, as many as are drawn
 * @param rows all points that the page knows, by their numbers
 */
record SweepView(
        SweepFigures figures,
        List<String> axisNames,
        List<Integer> measures,
        List<SweepRow> front,
        Map<PairFront, List<SweepRow>> corners,
        TreeMap<Long, SweepRow> rows) {
    /** More of the front than this is counted, and neither drawn nor listed. */
    static final int MOST_OF_FRONT = 2000;

    private static final int MOST_CORNERS = 400;
    private static final int MOST_CORNERS_IN_ALL = 3000;

    static SweepView of(SweepFigures figures) {
        Outcome outcome = figures.outcome();
        List<Integer> measures = new ArrayList<>(outcome.objectives());
        for (int i = 0; i < outcome.measures().size(); i++) {
            if (!measures.contains(i) && figures.spans().get(i).varies()) {
                measures.add(i);
            }
        }
        TreeMap<Long, SweepRow> rows = new TreeMap<>();
        List<SweepRow> front = front(outcome);
        front.forEach(row -> rows.put(row.number(), row));
        outcome.best().stream().flatMap(Optional::stream).forEach(row -> rows.put(row.number(), row));
        Map<PairFront, List<SweepRow>> corners = corners(figures.pairs(), MOST_CORNERS);
        corners.values().forEach(list -> list.forEach(row -> rows.put(row.number(), row)));
        figures.sample().forEach(row -> rows.put(row.number(), row));
        return new SweepView(figures, AxisNames.of(outcome.axes()), measures, front, corners, rows);
    }

    /** Evenly along the front, with the best of each objective, in the order of the whole front. */
    private static List<SweepRow> front(Outcome outcome) {
        List<SweepRow> front = outcome.front();
        if (front.size() <= MOST_OF_FRONT) {
            return front;
        }
        Map<Long, SweepRow> kept = new LinkedHashMap<>();
        outcome.best().stream().flatMap(Optional::stream).forEach(row -> kept.put(row.number(), row));
        Thinning.evenly(front, MOST_OF_FRONT - kept.size()).forEach(row -> kept.put(row.number(), row));
        return front.stream().filter(row -> kept.containsKey(row.number())).toList();
    }

    private static Map<PairFront, List<SweepRow>> corners(List<PairFront> pairs, int most) {
        Map<PairFront, List<SweepRow>> corners = new LinkedHashMap<>();
        TreeMap<Long, SweepRow> all = new TreeMap<>();
        for (PairFront pair : pairs) {
            List<SweepRow> some = Thinning.evenly(pair.corners(), most);
            corners.put(pair, some);
            some.forEach(row -> all.put(row.number(), row));
        }
        return all.size() > MOST_CORNERS_IN_ALL && most > 2 ? corners(pairs, most / 2) : corners;
    }

    Outcome outcome() {
        return figures.outcome();
    }

    boolean hasPoints() {
        return !rows.isEmpty();
    }

    Measure measure(int place) {
        return outcome().measures().get(place);
    }

    /** Whether more is better; of an objective it is not. */
    boolean isLargeGood(int measure) {
        return !outcome().isObjective(measure) && Quantity.isLargeGood(measure(measure));
    }

    /** The two measures that are drawn first: the first two objectives, or whatever varies. */
    Optional<PairFront> firstPair() {
        List<Integer> varying = measures.stream()
                .filter(measure -> figures.spans().get(measure).varies())
                .toList();
        if (varying.size() < 2) {
            return Optional.empty();
        }
        int one = varying.get(0);
        int other = varying.get(1);
        return figures.pairs().stream()
                .filter(pair -> pair.x() == Math.min(one, other) && pair.y() == Math.max(one, other))
                .findFirst();
    }

    /** {@code 1 point}, {@code 5 points}. */
    static String points(long count) {
        return count == 1 ? "1 point" : Si.grouped(count) + " points";
    }
}
