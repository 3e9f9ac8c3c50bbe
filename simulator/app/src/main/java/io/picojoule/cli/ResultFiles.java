package io.picojoule.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes files whole or not at all: all of them beside their places first, then each into its own. Ctrl-C comes between two of these steps:
 * what is beside its place is removed, and what is on its way into place gets there with the others.
 */
final class ResultFiles implements AutoCloseable {
    /** Where each file is until all are written. */
    private final Map<Path, Path> waiting = new LinkedHashMap<>();

    private final Thread hook = new Thread(this::interrupt, "result-files");
    private boolean interrupted;

    ResultFiles() {
        ShutdownHooks.add(hook);
    }

    /** Makes the folder, if it is not there, and sees that these files can be put into it. */
    void prepare(Path folder, String... names) {
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new OutputException(folder, impossible);
        }
        if (!Files.isWritable(folder)) {
            throw new OutputException(folder, "permission denied");
        }
        for (String name : names) {
            refuseFolder(folder.resolve(name));
        }
    }

    /** Writes a file beside its place. */
    synchronized void write(Path file, String text) {
        goOnUnlessInterrupted();
        Path scratch = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        waiting.put(file, scratch);
        try {
            Files.writeString(scratch, text, StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new OutputException(file, impossible);
        }
    }

    /** Puts all that was written into place. */
    synchronized void publish() {
        goOnUnlessInterrupted();
        waiting.keySet().forEach(ResultFiles::refuseFolder);
        waiting.forEach(ResultFiles::move);
        waiting.clear();
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        removeWaiting();
        ShutdownHooks.remove(hook);
    }

    /** The end has come: removes what was not published, and nothing is written from here on. */
    synchronized void interrupt() {
        interrupted = true;
        removeWaiting();
    }

    private synchronized void removeWaiting() {
        waiting.values().forEach(ResultFiles::delete);
        waiting.clear();
    }

    private synchronized void goOnUnlessInterrupted() {
        while (interrupted) {
            try {
                wait();
            } catch (InterruptedException impatient) {
                // The program ends when its hooks are done.
            }
        }
    }

    private static void refuseFolder(Path file) {
        if (Files.isDirectory(file)) {
            throw new OutputException(file, "a folder is where a file is wanted");
        }
    }

    private static void move(Path file, Path scratch) {
        try {
            Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            moveSlowly(file, scratch);
        } catch (IOException impossible) {
            throw new OutputException(file, impossible);
        }
    }

    private static void moveSlowly(Path file, Path scratch) {
        try {
            Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException impossible) {
            throw new OutputException(file, impossible);
        }
    }

    private static void delete(Path scratch) {
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException lost) {
            // It was ours a moment ago; whoever took the right to remove it has it now.
        }
    }
}
