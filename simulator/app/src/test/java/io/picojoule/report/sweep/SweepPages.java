package io.picojoule.report.sweep;

import io.picojoule.report.html.sweep.SweepPage;
import io.picojoule.sweep.SweepTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes pages to look at: {@code java ... io.picojoule.report.sweep.SweepPages FOLDER [POINTS]}. */
final class SweepPages {
    private SweepPages() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, SweepTable> entry : SampleSweeps.all().entrySet()) {
            write(folder, entry.getKey(), entry.getValue());
        }
        int points = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        write(folder, "large", SampleSweeps.arrays(points));
    }

    private static void write(Path folder, String name, SweepTable table) throws IOException {
        SweepReport report = SampleSweeps.report(table);
        long start = System.nanoTime();
        String page = SweepPage.of(SweepFigures.of(report));
        System.out.println(
                name + ": " + page.length() + " characters, " + (System.nanoTime() - start) / 1_000_000 + " ms");
        Files.writeString(folder.resolve(name + ".html"), page);
        Files.writeString(folder.resolve(name + ".txt"), FrontTable.of(report, Outcome.of(table), false));
    }
}
