package io.picojoule.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text for a file that is not there yet, or for standard output where no file is named. */
final class NewFile {
    private NewFile() {}

    static void write(Session session, @Nullable Path out, String text) {
        if (out == null) {
            session.out().print(text);
            session.out().flush();
            return;
        }
        Path file = session.workingDirectory().resolve(out);
        Path name = file.getFileName();
        if (Files.exists(file) || name == null) {
            throw new OutputException(file, "it is there already; name another file or remove it");
        }
        try (ResultFiles files = new ResultFiles()) {
            files.prepareFile(file, List.of());
            files.write(file, text);
            files.publish();
        }
        session.err().println("wrote " + out);
    }
}
