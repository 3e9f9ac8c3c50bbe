package io.picojoule.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
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
            refuseOther(folder.resolve(name));
        }
    }

    /** The same for a single file, which must not be one of those that were read, and the folder that it is in. */
    void prepareFile(Path file, Collection<Path> inputs) {
        Path absolute = file.toAbsolutePath();
        for (Path input : inputs) {
            if (isSame(absolute, input)) {
                throw new OutputException(file, "it is an input, and would be lost; name another file");
            }
        }
        Path folder = absolute.getParent();
        prepare(folder == null ? absolute : folder, String.valueOf(absolute.getFileName()));
    }

    private static boolean isSame(Path file, Path input) {
        try {
            return Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** What is to be in a file that is too large for one text. */
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /** Writes a file beside its place. */
    void write(Path file, String text) {
        write(file, writer -> writer.write(text));
    }

    /** As {@link #write(Path, String)}. */
    void write(Path file, Content content) {
        writeBytes(file, stream -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8.newEncoder()));
            content.writeTo(writer);
            writer.flush();
        });
    }

    /** What is to be in a file that is not text. */
    interface Bytes {
        void writeTo(OutputStream stream) throws IOException;
    }

    /** As {@link #write(Path, String)}. */
    void writeBytes(Path file, Bytes content) {
        try (OutputStream stream = open(file)) {
            content.writeTo(stream);
        } catch (IOException impossible) {
            throw new OutputException(file, impossible);
        }
    }

    /** Once it is open it is among those that {@link #interrupt} removes, however long the writing takes. */
    private synchronized OutputStream open(Path file) throws IOException {
        goOnUnlessInterrupted();
        refuseSecond(file);
        Path scratch = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        waiting.put(file, scratch);
        return Files.newOutputStream(scratch);
    }

    /** Puts all that was written into place. */
    synchronized void publish() {
        goOnUnlessInterrupted();
        waiting.keySet().forEach(ResultFiles::refuseOther);
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

    private void refuseSecond(Path file) {
        Path place = file.toAbsolutePath().normalize();
        if (waiting.keySet().stream()
                .anyMatch(each -> each.toAbsolutePath().normalize().equals(place))) {
            throw new OutputException(file, "two results cannot be in one file");
        }
    }

    /** What is moved into place takes the place of whatever was there: that may be a file, and nothing else. */
    private static void refuseOther(Path file) {
        if (Files.isDirectory(file)) {
            throw new OutputException(file, "a folder is where a file is wanted");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new OutputException(file, "what is there is not a file");
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
