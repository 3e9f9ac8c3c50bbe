package io.picojoule.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** A file that was asked for cannot be written. */
final class OutputException extends RuntimeException {
    OutputException(Path file, String why) {
        super("cannot write " + file + ": " + why);
    }

    OutputException(Path file, IOException cause) {
        super("cannot write " + file + ": " + reason(cause), cause);
    }

    /** Java draws text in charts with fonts of the system. */
    static OutputException noFonts(Path page, String others) {
        return new OutputException(
                page,
                "charts need fonts, and this system has none that Java can use; install fontconfig and a font such as DejaVu "
                        + "(scripts/setup does). " + others + " are there.");
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file is where a folder is wanted";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such folder, and none can be made there";
        }
        // The message of these begins with the file, which may be a temporary one.
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null ? "the system gives no reason" : reason.toLowerCase(Locale.ROOT);
    }
}
