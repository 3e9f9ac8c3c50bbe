package io.picojoule.cli;

import io.picojoule.report.Si;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.run.SweepProgress;
import java.util.List;
import java.util.Locale;

/** How far a sweep is, how fast it goes, and the best so far, for a line on the terminal. */
final class SweepTicker implements SweepProgress, AutoCloseable {
    private final long points;
    private final int objective;
    private final Measure measure;
    private final long begin = System.nanoTime();
    private final StatusLine status;
    private long fresh;
    private long known;
    private long infeasible;
    private double best = Double.NaN;

    SweepTicker(Session session, boolean quiet, SweepPlan plan) {
        this.points = plan.mostPoints();
        List<Measure> measures = plan.sweep().measures();
        String first = plan.sweep().spec().objectives().get(0);
        this.objective = measures.stream().map(Measure::key).toList().indexOf(first);
        this.measure = measures.get(objective);
        this.status = new StatusLine(session, quiet, StatusLine.PATIENCE, this::line);
    }

    @Override
    public synchronized void rows(List<SweepRow> rows, boolean areFresh) {
        if (areFresh) {
            fresh += rows.size();
        } else {
            known += rows.size();
        }
        for (SweepRow row : rows) {
            if (!row.isFeasible()) {
                infeasible++;
            } else if (Double.isNaN(best) || row.measures()[objective] < best) {
                best = row.measures()[objective];
            }
        }
    }

    synchronized long infeasible() {
        return infeasible;
    }

    synchronized long fresh() {
        return fresh;
    }

    synchronized long known() {
        return known;
    }

    private synchronized String line() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        double rate = fresh / seconds;
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%,d of %,d points, %s/s", fresh + known, points, rounded(rate)));
        long left = points - fresh - known;
        if (fresh > 0 && left > 0) {
            line.append(", about ").append(SweepPlan.words(left / rate)).append(" left");
        }
        if (!Double.isNaN(best)) {
            line.append(", least ").append(measure.title()).append(' ').append(Si.format(best, measure.unit()));
        }
        return line.toString();
    }

    private static String rounded(double rate) {
        return rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : String.format(Locale.ROOT, "%,d", (long) rate);
    }

    @Override
    public void close() {
        status.close();
    }
}
