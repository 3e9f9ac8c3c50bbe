package io.picojoule.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: beside their place first, then into it. */
final class ResultFiles {
    private final Path folder;

    /** The folder is made if it is not there. */
    ResultFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new OutputException(folder, impossible);
        }
    }

    Path write(String name, String text) {
        Path file = folder.resolve(name);
        Path scratch = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".tmp");
        // Ctrl-C while writing leaves nothing behind either.
        scratch.toFile().deleteOnExit();
        try {
            Files.writeString(scratch, text, StandardCharsets.UTF_8);
            move(scratch, file);
            return file;
        } catch (IOException impossible) {
            delete(scratch);
            throw new OutputException(file, impossible);
        }
    }

    private static void move(Path scratch, Path file) throws IOException {
        try {
            Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path scratch) {
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException lost) {
            scratch.toFile().deleteOnExit();
        }
    }
}
