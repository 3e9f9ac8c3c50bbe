package io.picojoule.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Is what was put into a store there again, in the order of the points, whatever happened between? */
class SweepStoreTest {
    private static final List<Axis> AXES =
            List.of(new Axis("array.rows", List.of("8", "16")), new Axis("a \"quoted\" name", List.of("x, y", "z")));
    private static final List<Measure> MEASURES =
            List.of(new Measure("seconds", "latency", "s"), new Measure("joules", "energy", "J"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("sweep.sqlite");
    }

    private SweepStore create() {
        return SweepStore.create(file, AXES, MEASURES, List.of("seconds"), Map.of("name", "test"));
    }

    private SweepStore open(boolean renumbers) {
        return SweepStore.open(file, AXES, MEASURES, List.of("seconds"), renumbers);
    }

    private static byte[] digest(int of) {
        byte[] digest = new byte[16];
        digest[0] = (byte) of;
        return digest;
    }

    private static SweepRow ran(long number, double... measures) {
        return new SweepRow(number, new int[] {(int) number % 2, 1}, "", measures);
    }

    private static List<SweepRow> rows(SweepStore store) {
        List<SweepRow> rows = new ArrayList<>();
        store.forEach(rows::add);
        return rows;
    }

    @Test
    void rowsComeInTheOrderOfThePointsAndExactly() {
        SweepRow first = ran(0, 0.1 + 0.2, Double.NaN);
        SweepRow second = new SweepRow(1, new int[] {1, 0}, "layer conv1 does not fit", new double[0]);
        try (SweepStore store = create()) {
            store.put(List.of(new KeyedRow(digest(2), second)));
            store.put(List.of(new KeyedRow(digest(1), first)));
            assertThat(rows(store)).containsExactly(first, second);
            assertThat(store.size()).isEqualTo(2);
        }
        assertThat(folder.toFile().list()).containsExactly("sweep.sqlite");
        try (SweepStore again = open(false)) {
            assertThat(rows(again)).containsExactly(first, second);
            assertThat(again.find(digest(1), 0)).contains(first);
            assertThat(again.find(digest(9), 9)).isEmpty();
        }
        assertThat(SweepStore.about(file)).contains(Map.of("name", "test"));
        assertThat(SweepStore.choices(file, AXES, 1))
                .hasValueSatisfying(choices -> assertThat(choices).containsExactly(1, 0));
        assertThat(SweepStore.choices(file, AXES, 2)).isEmpty();
    }

    @Test
    void whatAKilledProgramLeftBesideItIsInNobodysWay() throws Exception {
        Files.writeString(folder.resolve(".sweep.sqlite.new"), "half a store");
        Files.writeString(folder.resolve(".sweep.sqlite.new-journal"), "half a journal");
        create().close();
        assertThat(folder.toFile().list()).containsExactly("sweep.sqlite");
    }

    @Test
    void aPointThatIsThereIsNotTakenTwice() {
        try (SweepStore store = create()) {
            store.put(List.of(new KeyedRow(digest(1), ran(0, 1, 2))));
            store.put(List.of(new KeyedRow(digest(1), ran(0, 3, 4))));
            assertThat(rows(store)).containsExactly(ran(0, 1, 2));
        }
    }

    @Test
    void aChangedSweepGivesItsPointsNewNumbers() {
        try (SweepStore store = create()) {
            store.put(List.of(new KeyedRow(digest(1), ran(0, 1, 2)), new KeyedRow(digest(2), ran(1, 3, 4))));
        }
        try (SweepStore store = open(true)) {
            assertThat(store.size()).isZero();
            assertThat(store.find(digest(2), 0)).map(SweepRow::number).contains(0L);
            store.put(List.of(new KeyedRow(digest(3), ran(1, 5, 6))));
            assertThat(rows(store)).extracting(row -> row.measures()[0]).containsExactly(3.0, 5.0);
        }
    }

    @Test
    void anyClientReadsIt() throws Exception {
        try (SweepStore store = create()) {
            store.put(List.of(new KeyedRow(digest(1), ran(1, 1.5, 2))));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select number, \"array.rows\", seconds from points where reason is null")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(2)).isEqualTo("16");
            assertThat(rows.getDouble(3)).isEqualTo(1.5);
        }
    }

    @Test
    void aMovedStoreTakesNothingFromTheOneThatWasThere() throws Exception {
        Path kept = folder.resolve("kept.sqlite");
        Files.writeString(folder.resolve("kept.sqlite-wal"), "of another store");
        try (SweepStore store = create()) {
            store.put(List.of(new KeyedRow(digest(1), ran(0, 1, 2))));
        }
        SweepStore.move(file, kept);
        assertThat(folder.toFile().list()).containsExactly("kept.sqlite");
        file = kept;
        try (SweepStore store = open(false)) {
            assertThat(rows(store)).containsExactly(ran(0, 1, 2));
        }
    }

    @Test
    void whatIsNoStoreOfThisSweepIsRefused() throws Exception {
        Files.writeString(file, "this is a text");
        assertThat(SweepStore.about(file)).isEmpty();
        assertThatThrownBy(() -> open(false)).isInstanceOf(StoreException.class).hasMessageStartingWith(file + ": ");
        assertThat(SweepStore.about(folder.resolve("none"))).isEqualTo(Optional.empty());
        try (SweepStore store = create()) {
            assertThat(store.size()).isZero();
        }
        List<Measure> others = List.of(new Measure("area", "area", "mm2"));
        assertThatThrownBy(() -> SweepStore.open(file, AXES, others, List.of(), false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("other axes or other measures");
    }
}
