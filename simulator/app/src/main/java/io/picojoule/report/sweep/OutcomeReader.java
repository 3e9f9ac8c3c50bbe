package io.picojoule.report.sweep;

import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import io.picojoule.sweep.front.FrontPoint;
import io.picojoule.sweep.front.ParetoFront;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes an {@link Outcome} of rows that come one after another. It remembers what may be on the front. */
final class OutcomeReader implements Consumer<SweepRow> {
    private static final int FEW = 1024;

    private final SweepTable table;
    private final List<Integer> objectives;
    private final @Nullable SweepRow[] best;
    private final ParetoFront front;
    private final Map<Long, SweepRow> candidates = new HashMap<>();
    private int candidatesToSift = FEW;
    private long points;
    private long infeasible;
    private long incomparable;

    OutcomeReader(SweepTable table) {
        this.table = table;
        List<String> keys = table.measures().stream().map(Measure::key).toList();
        this.objectives =
                table.objectives().stream().map(key -> place(key, keys)).toList();
        this.best = new SweepRow[objectives.size()];
        this.front = new ParetoFront(Math.max(1, objectives.size()));
    }

    private static int place(String key, List<String> keys) {
        int place = keys.indexOf(key);
        if (place < 0) {
            throw new IllegalArgumentException("objective " + key + " is none of the measures " + keys);
        }
        return place;
    }

    @Override
    public void accept(SweepRow row) {
        points++;
        if (!row.isFeasible()) {
            infeasible++;
            return;
        }
        double[] values = new double[objectives.size()];
        boolean isComparable = !objectives.isEmpty();
        for (int i = 0; i < values.length; i++) {
            int measure = objectives.get(i);
            values[i] = row.measures()[measure];
            isComparable &= !Double.isNaN(values[i]);
            SweepRow leader = best[i];
            if (!Double.isNaN(values[i]) && (leader == null || isBetter(row, leader, measure))) {
                best[i] = row;
            }
        }
        if (!isComparable) {
            incomparable++;
        } else if (front.add(row.number(), values)) {
            candidates.put(row.number(), row);
            if (candidates.size() > candidatesToSift) {
                sift();
                candidatesToSift = Math.max(FEW, Math.multiplyExact(2, candidates.size()));
            }
        }
    }

    /** By one measure; where they are equal, by the objectives in turn, so that the best is on the front. */
    private boolean isBetter(SweepRow row, SweepRow leader, int measure) {
        int order = Double.compare(row.measures()[measure], leader.measures()[measure]);
        for (int i = 0; order == 0 && i < objectives.size(); i++) {
            int next = objectives.get(i);
            order = Double.compare(row.measures()[next], leader.measures()[next]);
        }
        return order < 0;
    }

    /** Forgets what has left the front. */
    private void sift() {
        Map<Long, SweepRow> kept = new HashMap<>();
        for (FrontPoint point : front.points()) {
            long number = point.number();
            SweepRow row = candidates.get(number);
            if (row == null) {
                throw new IllegalStateException("point " + number + " is on the front and was never put there");
            }
            kept.put(number, row);
        }
        candidates.clear();
        candidates.putAll(kept);
    }

    /** Places of the objectives among the measures. */
    List<Integer> objectives() {
        return objectives;
    }

    Outcome outcome() {
        sift();
        List<SweepRow> rows = new ArrayList<>(candidates.values());
        Comparator<SweepRow> order = Comparator.comparingLong(SweepRow::number);
        for (int i = objectives.size() - 1; i >= 0; i--) {
            int measure = objectives.get(i);
            order = Comparator.<SweepRow>comparingDouble(row -> row.measures()[measure])
                    .thenComparing(order);
        }
        rows.sort(order);
        List<Optional<SweepRow>> leaders = new ArrayList<>();
        for (SweepRow leader : best) {
            leaders.add(Optional.ofNullable(leader));
        }
        return new Outcome(table.axes(), table.measures(), objectives, points, infeasible, incomparable, leaders, rows);
    }
}
