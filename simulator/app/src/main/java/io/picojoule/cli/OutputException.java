package io.picojoule.cli;

import java.io.IOException;
import java.nio.file.Path;

/** A file that was asked for cannot be written. */
final class OutputException extends RuntimeException {
    OutputException(Path file, String why) {
        super("cannot write " + file + ": " + why);
    }

    OutputException(Path file, IOException cause) {
        super("cannot write " + file + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof java.nio.file.FileAlreadyExistsException) {
            return "a file is where a folder is wanted";
        }
        if (cause instanceof java.nio.file.NoSuchFileException) {
            return "no such folder, and none can be made there";
        }
        return String.valueOf(cause.getMessage());
    }
}
