package io.picojoule.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second program from writing into the same folder. It goes with the program that holds it, however that ends. */
final class FolderLock implements AutoCloseable {
    private static final String NAME = ".pj-sweep.lock";

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws OutputException if another program has it, or nothing can be written there
     */
    static FolderLock of(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new OutputException(
                        folder, "another sweep is writing there; wait for it, or name another folder");
            }
            file.toFile().deleteOnExit();
            return new FolderLock(file, channel);
        } catch (IOException impossible) {
            throw new OutputException(folder, impossible);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException left) {
            // An empty file stays behind, which is in nobody's way.
        }
    }
}
