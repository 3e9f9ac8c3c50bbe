package io.picojoule.spark;

import io.picojoule.sweep.Point;
import io.picojoule.sweep.SweepRow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker made of the first points of a batch, on its way back; their numbers and choices need not travel.
 *
 * @param reasons of each point, as in {@link SweepRow}
 * @param measures of each point
 * @param nanoseconds that simulating them took
 * @param failure what ended the batch: nothing that another worker would do better
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowBatch(
        String[] reasons,
        double[][] measures,
        long nanoseconds,
        @Nullable RuntimeException failure) implements Serializable {
    private static final long serialVersionUID = 1L;

    static RowBatch of(List<SweepRow> rows, long nanoseconds) {
        return new RowBatch(
                rows.stream().map(SweepRow::reason).toArray(String[]::new),
                rows.stream().map(SweepRow::measures).toArray(double[][]::new),
                nanoseconds,
                null);
    }

    static RowBatch failed(RuntimeException failure) {
        return new RowBatch(new String[0], new double[0][], 0, failure);
    }

    int size() {
        return reasons.length;
    }

    List<SweepRow> rows(PointBatch points) {
        List<SweepRow> rows = new ArrayList<>();
        for (int i = 0; i < reasons.length; i++) {
            Point point = points.point(i);
            rows.add(new SweepRow(point.number(), point.choices(), reasons[i], measures[i]));
        }
        return rows;
    }
}
