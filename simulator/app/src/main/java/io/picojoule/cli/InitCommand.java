package io.picojoule.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pj init}: a file to begin with. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {"Prints an annotated template, which is valid as it is. Edit it and run it.", ""},
        footer = {
            "",
            "Examples:",
            "  pj init accelerator > my-chip.yaml",
            "  pj init workload --out my-network.yaml",
            "  pj init sweep --out my-sweep.yaml",
            "  pj run my-chip.yaml my-network.yaml"
        })
final class InitCommand implements Callable<Integer> {
    /** What there are templates of. */
    enum Kind {
        accelerator,
        engine,
        processor,
        workload,
        energy,
        mapping,
        sweep
    }

    private final Session session;

    @Parameters(
            paramLabel = "KIND",
            converter = Words.OfKind.class,
            completionCandidates = Words.OfKind.class,
            description = "${COMPLETION-CANDIDATES}")
    Kind kind = Kind.accelerator;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            converter = PathConverter.class,
            description = "Write it there, if nothing is there yet.")
    @Nullable
    Path out;

    InitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NewFile.write(session, out, template(kind));
        return ExitCode.OK;
    }

    static String template(Kind kind) {
        String name = "templates/" + kind.name().toLowerCase(Locale.ROOT) + ".yaml";
        try (InputStream stream = InitCommand.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
