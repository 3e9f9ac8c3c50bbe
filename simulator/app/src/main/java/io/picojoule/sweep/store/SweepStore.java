package io.picojoule.sweep.store;

import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * All rows of a sweep in one SQLite file, each known by the digest of its point. The table {@code points} has a column for each axis and each
 * measure, so that any SQLite client can read it; {@code number} is null in rows of points that are not in the sweep as it is now. Of one
 * writer; its methods may be called by any thread.
 */
public final class SweepStore implements SweepTable, AutoCloseable {
    /** Endings of the file itself, and of those that SQLite keeps beside it. */
    private static final List<String> PARTS = List.of("", "-wal", "-shm", "-journal");

    /** Rows that are written together: a commit each would be slow. */
    private static final int MOST_PENDING = 1000;

    private static final long LONGEST_PENDING = TimeUnit.MILLISECONDS.toNanos(250);

    private final Path file;
    private final Columns columns;
    private final List<String> objectives;
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement renumber;
    private int pending;
    private long committed = System.nanoTime();

    private SweepStore(Path file, Columns columns, List<String> objectives, Connection connection) throws SQLException {
        this.file = file;
        this.columns = columns;
        this.objectives = List.copyOf(objectives);
        this.connection = connection;
        this.insert = connection.prepareStatement(columns.insert());
        this.select = connection.prepareStatement(columns.select() + " where digest = ?");
        this.renumber = connection.prepareStatement("update points set number = ? where digest = ?");
    }

    /** Begins a new file in the place of whatever is there. */
    public static SweepStore create(
            Path file, List<Axis> axes, List<Measure> measures, List<String> objectives, Map<String, String> about) {
        // Made beside its place and moved there whole: a program that is killed meanwhile leaves no store or one to go
        // on from.
        Path scratch = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            delete(scratch);
            build(scratch, new Columns(axes, measures), about);
            delete(file);
            Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException failed) {
            throw new StoreException(file, failed);
        }
        return open(file, axes, measures, objectives, false);
    }

    private static void build(Path file, Columns columns, Map<String, String> about) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table about (key text primary key, value text not null)");
                statement.execute(columns.create());
                statement.execute("create unique index points_by_number on points (number)");
            }
            try (PreparedStatement statement = connection.prepareStatement("insert into about values (?, ?)")) {
                for (Map.Entry<String, String> entry : about.entrySet()) {
                    statement.setString(1, entry.getKey());
                    statement.setString(2, entry.getValue());
                    statement.execute();
                }
            }
            connection.commit();
        }
    }

    /** Puts a store to another place, and in the place of whatever is there, with what SQLite keeps beside it. */
    public static void move(Path file, Path to) throws IOException {
        delete(to);
        for (String ending : PARTS) {
            if (Files.exists(part(file, ending))) {
                Files.move(part(file, ending), part(to, ending));
            }
        }
    }

    private static void delete(Path file) throws IOException {
        for (String ending : PARTS) {
            Files.deleteIfExists(part(file, ending));
        }
    }

    private static Path part(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /**
     * Goes on with a file.
     *
     * @param renumbers whether the sweep has changed: no row has a number then, until its point asks for it
     * @throws StoreException if the file has no columns for these axes and measures
     */
    public static SweepStore open(
            Path file, List<Axis> axes, List<Measure> measures, List<String> objectives, boolean renumbers) {
        try {
            Columns columns = new Columns(axes, measures);
            Connection connection = connect(file);
            if (!columns.areOf(connection)) {
                connection.close();
                throw new StoreException(file, "it is of a sweep with other axes or other measures");
            }
            if (renumbers) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("update points set number = null");
                }
                connection.commit();
            }
            return new SweepStore(file, columns, objectives, connection);
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }

    /** What a file says about its sweep; nothing if there is no such file, or it is another. */
    public static Optional<Map<String, String>> about(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Map<String, String> about = new java.util.TreeMap<>();
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select key, value from about")) {
            while (rows.next()) {
                about.put(rows.getString(1), rows.getString(2));
            }
            return Optional.of(about);
        } catch (SQLException | StoreException other) {
            return Optional.empty();
        }
    }

    /** Which values a point of a file has; nothing if it has no such point. */
    public static Optional<int[]> choices(Path file, List<Axis> axes, long number) {
        Columns columns = new Columns(axes, List.of());
        try (Connection connection = connect(file);
                PreparedStatement statement = connection.prepareStatement(columns.select() + " where number = ?")) {
            statement.setLong(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(columns.row(rows).choices()) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = normal");
            statement.execute("pragma busy_timeout = 2000");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Says another thing about the sweep. */
    public synchronized void note(String key, String value) {
        try (PreparedStatement statement = connection.prepareStatement("insert or replace into about values (?, ?)")) {
            statement.setString(1, key);
            statement.setString(2, value);
            statement.execute();
            commit();
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }

    /** Takes rows in; they are safe once {@link #flush} has returned, or a quarter of a second later as more come. */
    public synchronized void put(List<KeyedRow> rows) {
        try {
            for (KeyedRow row : rows) {
                columns.bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
            pending += rows.size();
            if (pending >= MOST_PENDING || System.nanoTime() - committed > LONGEST_PENDING) {
                commit();
            }
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }

    /** Makes all rows so far safe. */
    public synchronized void flush() {
        try {
            commit();
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }

    private void commit() throws SQLException {
        connection.commit();
        pending = 0;
        committed = System.nanoTime();
    }

    /** The row of a point that was run before, which takes this number now. */
    public synchronized Optional<SweepRow> find(byte[] digest, long number) {
        try {
            select.setBytes(1, digest);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                SweepRow row = columns.row(rows);
                if (row.number() == number) {
                    return Optional.of(row);
                }
                renumber.setLong(1, number);
                renumber.setBytes(2, digest);
                renumber.execute();
                pending++;
                return Optional.of(new SweepRow(number, row.choices(), row.reason(), row.measures()));
            }
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }

    /** Whether no point is there, not even one of the sweep as it was before it changed. */
    public synchronized boolean isEmpty() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from points limit 1")) {
            return !rows.next();
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }

    /** How many points are there, of the sweep as it is now. */
    public synchronized long size() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(number) from points")) {
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }

    @Override
    public List<Axis> axes() {
        return columns.axes();
    }

    @Override
    public List<Measure> measures() {
        return columns.measures();
    }

    @Override
    public List<String> objectives() {
        return objectives;
    }

    @Override
    public synchronized void forEach(Consumer<SweepRow> row) {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(columns.select() + " where number is not null order by number")) {
            while (rows.next()) {
                row.accept(columns.row(rows));
            }
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }

    /** Commits, and leaves one file. */
    @Override
    public synchronized void close() {
        try (Statement statement = connection.createStatement()) {
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("pragma wal_checkpoint(truncate)");
            insert.close();
            select.close();
            renumber.close();
            connection.close();
        } catch (SQLException failed) {
            throw new StoreException(file, failed);
        }
    }
}
