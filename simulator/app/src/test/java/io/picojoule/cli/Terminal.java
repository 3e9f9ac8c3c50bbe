package io.picojoule.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;

/** A command line in a folder of its own, whose output is kept. */
final class Terminal {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Terminal(Path folder) {
        this.folder = folder;
    }

    /** Runs {@code pj} with these arguments and returns its exit code. */
    int pj(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Optional<Path> home =
                Optional.ofNullable(System.getProperty("picojoule.home")).map(Path::of);
        Session session =
                new Session(new PrintWriter(out, true), new PrintWriter(err, true), folder, home, false, false);
        return Main.execute(session, arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
