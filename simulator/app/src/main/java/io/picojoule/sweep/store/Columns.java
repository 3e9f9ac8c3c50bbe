package io.picojoule.sweep.store;

import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of the table of points: digest, number, a text for each axis, the reason, a number for each measure. */
final class Columns {
    private static final int FIRST_AXIS = 3;
    /** The number of a row that is not in the sweep as it is now. */
    private static final long NONE = -1;

    private final List<Axis> axes;
    private final List<Measure> measures;
    private final List<Map<String, Integer>> choices = new ArrayList<>();

    Columns(List<Axis> axes, List<Measure> measures) {
        this.axes = List.copyOf(axes);
        this.measures = List.copyOf(measures);
        for (Axis axis : axes) {
            Map<String, Integer> byText = new HashMap<>();
            for (int i = 0; i < axis.size(); i++) {
                byText.put(axis.values().get(i), i);
            }
            choices.add(byText);
        }
    }

    List<Axis> axes() {
        return axes;
    }

    List<Measure> measures() {
        return measures;
    }

    String create() {
        return "create table points ("
                + Stream.of(
                                Stream.of("digest blob primary key", "number integer"),
                                axes.stream().map(axis -> quoted(axis.path()) + " text not null"),
                                Stream.of("reason text"),
                                measures.stream().map(measure -> quoted(measure.key()) + " real"))
                        .flatMap(each -> each)
                        .collect(Collectors.joining(", "))
                + ") without rowid";
    }

    String insert() {
        String marks = names().map(name -> "?").collect(Collectors.joining(", "));
        return "insert into points values (" + marks + ") on conflict (digest) do update set number = excluded.number";
    }

    String select() {
        return "select " + names().collect(Collectors.joining(", ")) + " from points";
    }

    private Stream<String> names() {
        return Stream.of(
                        Stream.of("digest", "number"),
                        axes.stream().map(axis -> quoted(axis.path())),
                        Stream.of("reason"),
                        measures.stream().map(measure -> quoted(measure.key())))
                .flatMap(each -> each);
    }

    /** Whether a file's table has just these columns. */
    boolean areOf(Connection connection) throws SQLException {
        List<String> there = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma table_info(points)")) {
            while (rows.next()) {
                there.add(quoted(rows.getString("name")));
            }
        }
        return there.equals(
                names().map(name -> name.startsWith("\"") ? name : quoted(name)).toList());
    }

    void bind(PreparedStatement insert, KeyedRow keyed) throws SQLException {
        SweepRow row = keyed.row();
        int at = 1;
        insert.setBytes(at++, keyed.digest());
        insert.setLong(at++, row.number());
        for (int i = 0; i < axes.size(); i++) {
            insert.setString(at++, axes.get(i).values().get(row.choices()[i]));
        }
        insert.setString(at++, row.isFeasible() ? null : row.reason());
        for (int i = 0; i < measures.size(); i++) {
            if (i < row.measures().length && !Double.isNaN(row.measures()[i])) {
                insert.setDouble(at++, row.measures()[i]);
            } else {
                insert.setNull(at++, Types.REAL);
            }
        }
    }

    SweepRow row(ResultSet rows) throws SQLException {
        int[] chosen = new int[axes.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = choices.get(i).getOrDefault(rows.getString(FIRST_AXIS + i), -1);
        }
        String reason = rows.getString(FIRST_AXIS + axes.size());
        double[] measured = new double[reason == null ? measures.size() : 0];
        for (int i = 0; i < measured.length; i++) {
            measured[i] = rows.getDouble(FIRST_AXIS + axes.size() + 1 + i);
            if (rows.wasNull()) {
                measured[i] = Double.NaN;
            }
        }
        long number = rows.getLong(2);
        return new SweepRow(rows.wasNull() ? NONE : number, chosen, reason == null ? "" : reason, measured);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
