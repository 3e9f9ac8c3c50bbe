package io.picojoule.cli;

import io.picojoule.config.Configurations;
import java.io.Console;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What surrounds a command: tests have one of their own.
 *
 * @param out for results
 * @param err for everything else
 * @param home the installation, where there is one
 * @param terminal whether a person looks at {@code out} and likes colour
 * @param messagesToTerminal whether a person looks at {@code err}
 */
record Session(
        PrintWriter out,
        PrintWriter err,
        Path workingDirectory,
        Optional<Path> home,
        boolean terminal,
        boolean messagesToTerminal) {
    private static final String HOME = "picojoule.home";

    /** Java cannot ask whether its standard error goes to a terminal; {@code scripts/pj} can, and says so. */
    private static final String MESSAGES_TO_TERMINAL = "picojoule.messages.terminal";

    /** That of this process, with its results going to {@code out}. */
    static Session ofProcess(OutputStream out) {
        boolean isTerminal = isTerminal();
        return new Session(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Path.of(""),
                Optional.ofNullable(System.getProperty(HOME)).map(Path::of),
                isTerminal && System.getenv("NO_COLOR") == null,
                Boolean.parseBoolean(System.getProperty(MESSAGES_TO_TERMINAL, Boolean.toString(isTerminal))));
    }

    /** Before Java 22 a console is a terminal; since then there is always one, and it can be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException java21) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    Configurations configurations() {
        return Configurations.at(workingDirectory, home);
    }
}
