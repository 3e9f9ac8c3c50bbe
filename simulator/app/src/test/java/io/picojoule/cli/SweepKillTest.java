package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Is anything lost, or done twice, when a sweep is ended without warning? {@code scripts/test-sweeps} asks the same of longer ones. */
class SweepKillTest {
    private static final String SWEEP = """
            accelerator: eyeriss
            workloads: [lenet5]
            axes:
              array.columns: {range: 10..15}
              memory.dram.bandwidth: {log-range: 0.5 GB/s .. 8 GB/s, points: 10}
              run.batch: [1, 2, 4, 8]
            """;
    private static final int POINTS = 240;
    private static final int KILLS = 4;

    @TempDir
    private static Path whole;

    private static String expected = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void runWithoutInterruption() throws IOException {
        Files.writeString(whole.resolve("s.yaml"), SWEEP);
        Terminal terminal = new Terminal(whole);
        assertThat(terminal.pj("sweep", "s.yaml", "--out", "out", "--jobs", "2"))
                .as(terminal.err())
                .isZero();
        expected = Files.readString(whole.resolve("out/points.csv"));
        assertThat(expected).hasLineCount(POINTS + 1);
    }

    @BeforeEach
    void writeSweep() throws IOException {
        Files.writeString(folder.resolve("s.yaml"), SWEEP);
    }

    @Test
    void whatIsInTheStoreOutlivesKills() throws Exception {
        long seed = Long.getLong("picojoule.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> safe = new ArrayList<>();
        Map<String, String> before = Map.of();
        boolean isCounting = false;
        for (int kill = 0; kill < KILLS; kill++) {
            Process pj = start();
            if (kill > 0) {
                awaitMoreThan(before.size(), pj);
            }
            // The first one may be in the start of the program.
            pj.waitFor(random.nextInt(kill == 0 ? 2000 : 500), TimeUnit.MILLISECONDS);
            pj.destroyForcibly().waitFor();
            Map<String, String> after = rows();
            assertThat(after)
                    .as("seed %d, kill %d, safe before it %s", seed, kill, safe)
                    .containsAllEntriesOf(before);
            safe.add(after.size());
            before = after;
            if (!isCounting && !after.isEmpty()) {
                countInserts();
                isCounting = true;
            }
        }
        assertThat(safe).as("seed %d: some kill is in the middle", seed).anyMatch(rows -> rows > 0 && rows < POINTS);
        assertThat(endOf(start())).as(said()).isZero();
        assertThat(rows()).hasSize(POINTS).containsAllEntriesOf(before);
        assertThat(Files.readString(folder.resolve("out/points.csv")))
                .as("seed %d, safe after each kill %s", seed, safe)
                .isEqualTo(expected);
        assertThat(inserts())
                .as("seed %d: how often each came in", seed)
                .hasSize(POINTS)
                .containsOnly(1);
        assertThat(files()).containsExactly("front.csv", "points.csv", "report.html", "sweep.sqlite");
    }

    @Test
    void anInterruptedSweepSaysHowItGoesOn() throws Exception {
        Process pj = start();
        awaitMoreThan(0, pj);
        int wait = new ProcessBuilder("kill", "-INT", Long.toString(pj.pid()))
                .start()
                .waitFor();
        assertThat(wait).isZero();
        assertThat(endOf(pj)).as(said()).isEqualTo(130);
        int safe = rows().size();
        assertThat(safe).isBetween(1, POINTS - 1);
        assertThat(said())
                .contains("pj: stopped with " + safe + " of " + POINTS + " points done; --resume goes on from there")
                .doesNotContain("Exception", "bug in Picojoule");
        assertThat(files()).containsExactly("sweep.sqlite");
        assertThat(endOf(start())).as(said()).isZero();
        assertThat(Files.readString(folder.resolve("out/points.csv"))).isEqualTo(expected);
    }

    private Process start() throws IOException, InterruptedException {
        return InterruptTest.start(folder, "sweep", "s.yaml", "--resume", "--jobs", "2", "--out", "out");
    }

    private static int endOf(Process pj) throws InterruptedException {
        assertThat(pj.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
        return pj.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    /** Waits until the program has more rows safe than there were, or has ended. */
    private void awaitMoreThan(int rows, Process pj) throws Exception {
        while (!pj.waitFor(50, TimeUnit.MILLISECONDS) && rows().size() <= rows) {
            assertThat(pj.info()
                            .totalCpuDuration()
                            .map(time -> time.toSeconds())
                            .orElse(0L))
                    .as("seconds without a row")
                    .isLessThan(120);
        }
    }

    /** What a program that opens the store now would find, by digest; it is read from a copy, which leaves the store as it is. */
    private Map<String, String> rows() throws IOException, SQLException {
        Path copy = folder.resolve("copy.sqlite");
        Files.deleteIfExists(folder.resolve("copy.sqlite-shm"));
        for (String ending : List.of("", "-wal")) {
            Path from = folder.resolve("out/sweep.sqlite" + ending);
            Path to = folder.resolve("copy.sqlite" + ending);
            Files.deleteIfExists(to);
            if (Files.exists(from)) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = connect(copy);
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from sqlite_master where name = 'points'")
                    .next()) {
                return rows;
            }
            try (ResultSet points = statement.executeQuery("select * from points")) {
                int columns = points.getMetaData().getColumnCount();
                while (points.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int column = 2; column <= columns; column++) {
                        row.append(points.getString(column)).append('|');
                    }
                    rows.put(HexFormat.of().formatHex(points.getBytes(1)), row.toString());
                }
            }
        }
        return rows;
    }

    /** From here on the store counts how often each point comes in, those that are there included. */
    private void countInserts() throws SQLException {
        try (Connection connection = connect(folder.resolve("out/sweep.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table inserts (digest blob primary key, times integer)");
            statement.execute("insert into inserts select digest, 1 from points");
            statement.execute("create trigger counting before insert on points begin "
                    + "insert into inserts values (new.digest, 1) on conflict do update set times = times + 1; end");
        }
    }

    private List<Integer> inserts() throws SQLException {
        List<Integer> times = new ArrayList<>();
        try (Connection connection = connect(folder.resolve("out/sweep.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select times from inserts")) {
            while (rows.next()) {
                times.add(rows.getInt(1));
            }
        }
        return times;
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("out"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
