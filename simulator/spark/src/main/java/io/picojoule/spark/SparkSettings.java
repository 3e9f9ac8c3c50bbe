package io.picojoule.spark;

import io.picojoule.sweep.point.SweepJob;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.spark.SparkConf;

/** How Spark is told to run a sweep. Whatever {@code -Dspark.KEY=VALUE} says goes before it. */
final class SparkSettings {
    /** A batch may lose that many workers but one; a file that is missing, or a bug of ours, is never tried again. */
    private static final String MOST_TRIES = "16";

    private SparkSettings() {}

    static SparkConf of(Master master, SweepJob job) {
        SparkConf settings = new SparkConf()
                .setMaster(master.url())
                .setAppName("pj sweep " + job.name())
                .setIfMissing("spark.driver.host", master.driver())
                .setIfMissing("spark.driver.bindAddress", master.driver())
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.task.maxFailures", MOST_TRIES);
        if (!master.isLocal()) {
            settings.setJars(ours().toArray(String[]::new));
        }
        return settings;
    }

    /** The jars that Spark's workers lack: this module's, the app's, and what the app's needs beside it. */
    private static List<String> ours() {
        Path app = jar(SweepJob.class);
        List<String> jars = new ArrayList<>(List.of(jar(SparkSettings.class).toString(), app.toString()));
        try (JarFile read = new JarFile(app.toFile())) {
            Manifest manifest = read.getManifest();
            String beside =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String each : beside == null ? new String[0] : beside.split(" ")) {
                jars.add(app.resolveSibling(each).toString());
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot read " + app + ": " + unreadable.getMessage(), unreadable);
        }
        return jars;
    }

    private static Path jar(Class<?> type) {
        try {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path file = Path.of(place);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (URISyntaxException unusual) {
            throw new IllegalStateException(unusual);
        }
        throw new IllegalArgumentException("workers need the jars of this program, and it was started without them");
    }
}
