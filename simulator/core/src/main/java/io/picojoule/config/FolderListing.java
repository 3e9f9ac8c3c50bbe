package io.picojoule.config;

import io.picojoule.config.document.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names of the files in a folder, of the disk or of the jar. A folder that cannot be listed has none. */
final class FolderListing {
    /** Folders inside a jar cannot be listed; the build leaves this list of the presets. */
    private static final String INDEX = Origin.RESOURCES + "index.txt";

    private FolderListing() {}

    static List<String> of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    static List<String> builtIn(String folder) {
        String prefix = folder + "/";
        List<String> names = new ArrayList<>();
        for (String path : index().lines().map(String::strip).toList()) {
            if (path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0) {
                names.add(path.substring(prefix.length()));
            }
        }
        return names;
    }

    private static String index() {
        try (InputStream stream = FolderListing.class.getResourceAsStream(INDEX)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
