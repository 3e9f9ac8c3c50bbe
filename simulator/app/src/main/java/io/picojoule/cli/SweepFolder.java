package io.picojoule.cli;

import io.picojoule.config.Presets;
import io.picojoule.report.html.sweep.SweepPage;
import io.picojoule.report.sweep.FrontCsv;
import io.picojoule.report.sweep.PointsCsv;
import io.picojoule.report.sweep.PointsJson;
import io.picojoule.report.sweep.PointsParquet;
import io.picojoule.report.sweep.SweepFigures;
import io.picojoule.report.sweep.SweepReport;
import io.picojoule.sweep.point.Sweep;
import io.picojoule.sweep.point.SweepJob;
import io.picojoule.sweep.store.StoreException;
import io.picojoule.sweep.store.SweepStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that the results of a sweep go to, and from which it goes on. */
record SweepFolder(Session session, Path folder, Path shown) {
    static final String STORE = "sweep.sqlite";
    private static final String FRONT = "front.csv";
    private static final String PAGE = "report.html";
    private static final String KEPT = "sweep-unfinished.sqlite";
    private static final String FORMAT = PointsJson.FORMAT;

    /** All files, the page first. */
    static List<String> names(Set<SweepExport> exports) {
        return Stream.of(Stream.of(PAGE), exports.stream().map(SweepExport::file), Stream.of(FRONT, STORE))
                .flatMap(names -> names)
                .toList();
    }

    static SweepFolder of(Session session, String spec, @Nullable Path out) {
        Path shown = out == null ? usual(spec) : out;
        return new SweepFolder(session, session.workingDirectory().resolve(shown), shown);
    }

    /**
     * The store, with the results from before where the sweep goes on. Without that, what an unfinished sweep has left is put aside: hours may be
     * in it.
     */
    SweepStore open(SweepPlan plan, boolean resume, boolean quiet) {
        Sweep sweep = plan.sweep();
        Path file = folder.resolve(STORE);
        Optional<Map<String, String>> about = SweepStore.about(file);
        if (resume && Files.exists(file) && !about.map(SweepFolder::isSweep).orElse(false)) {
            throw new OutputException(file, "it is not the file of a sweep, and nothing can go on from it");
        }
        if (resume && about.isPresent()) {
            boolean changed = !plan.document().digest().equals(about.get().get("digest"));
            SweepStore store = opened(file, sweep, changed);
            about(plan).forEach(store::note);
            return store;
        }
        if (resume && !quiet) {
            session.err().println("note: there is nothing in " + shown + " yet; the sweep begins");
        }
        if (about.isPresent() && "false".equals(about.get().getOrDefault("finished", "false"))) {
            putAside(file, quiet);
        }
        return SweepStore.create(
                file, sweep.axes(), sweep.measures(), sweep.spec().objectives(), about(plan));
    }

    private static boolean isSweep(Map<String, String> about) {
        return FORMAT.equals(about.get("format"));
    }

    private static SweepStore opened(Path file, Sweep sweep, boolean changed) {
        try {
            return SweepStore.open(
                    file, sweep.axes(), sweep.measures(), sweep.spec().objectives(), changed);
        } catch (StoreException other) {
            throw new OutputException(file, "it is of a sweep with other axes or measures; name another folder");
        }
    }

    private void putAside(Path file, boolean quiet) {
        try {
            SweepStore.move(file, file.resolveSibling(KEPT));
        } catch (IOException impossible) {
            throw new OutputException(file, impossible);
        }
        if (!quiet) {
            session.err()
                    .println("note: an unfinished sweep was in " + shown + "; its results are now in " + KEPT
                            + " (--resume goes on instead)");
        }
    }

    private Map<String, String> about(SweepPlan plan) {
        SweepJob job = plan.job(session);
        Map<String, String> about = new TreeMap<>();
        about.put("format", FORMAT);
        about.put("version", job.version());
        about.put("name", job.name());
        about.put("digest", plan.document().digest());
        about.put("file", job.file());
        about.put("sweep", job.document());
        about.put("finished", "false");
        return about;
    }

    /** The sweep whose results these are. */
    static SweepJob job(Map<String, String> about, Session session) {
        return new SweepJob(
                about.getOrDefault("name", ""),
                about.getOrDefault("file", ""),
                about.getOrDefault("sweep", ""),
                session.workingDirectory().toString(),
                session.home().map(Path::toString).orElse(""),
                about.getOrDefault("version", ""));
    }

    /** Writes all files but the store, and puts them into place. */
    void write(SweepFigures figures, Set<SweepExport> exports, ResultFiles files) {
        SweepReport report = figures.report();
        exports.forEach(export -> write(report, export, files));
        files.write(folder.resolve(FRONT), FrontCsv.of(report, figures.outcome()));
        try {
            files.write(folder.resolve(PAGE), SweepPage.of(figures));
        } catch (InternalError | LinkageError missing) {
            files.publish();
            throw OutputException.noFonts(folder.resolve(PAGE), SweepExport.CSV.file() + " and " + FRONT);
        }
        files.publish();
    }

    private void write(SweepReport report, SweepExport export, ResultFiles files) {
        Path file = folder.resolve(export.file());
        switch (export) {
            case CSV -> files.write(file, writer -> PointsCsv.write(report.table(), writer));
            case JSON -> files.write(file, writer -> PointsJson.write(report, writer));
            case PARQUET -> files.writeBytes(file, scratch -> PointsParquet.write(report, scratch));
        }
    }

    /** Whether it is the folder that is taken where none is named. */
    boolean isUsual(String spec) {
        return shown.equals(usual(spec));
    }

    private static Path usual(String spec) {
        return Path.of("reports", "sweep-" + Presets.baseName(spec));
    }
}
