package io.picojoule.cli;

import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Problems;
import io.picojoule.config.scalesim.ImportedMachine;
import io.picojoule.config.scalesim.ScaleSimConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pj import}: machines that were written for other simulators. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes an accelerator of a file of another simulator. Networks of SCALE-Sim need no import: 'pj run' takes its topologies.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  pj import scale-sim scale.cfg --out my-array.yaml",
            "  pj run my-array.yaml ./topology.csv"
        })
final class ImportCommand {
    private final Session session;

    ImportCommand(Session session) {
        this.session = session;
    }

    /** {@code pj import scale-sim}. */
    @Command(
            name = "scale-sim",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the machine of a SCALE-Sim configuration as YAML. Comments in it say what could not be carried over.",
                ""
            },
            footer = {
                "",
                "Examples:",
                "  pj import scale-sim scale.cfg",
                "  pj import scale-sim configs/google.cfg --out google.yaml"
            })
    int scaleSim(
            @Parameters(paramLabel = "CFG", description = "A configuration of SCALE-Sim (.cfg).") String file,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            converter = PathConverter.class,
                            description = "Write it there, if nothing is there yet.")
                    @Nullable
                    Path out) {
        Problems problems = new Problems();
        Origin origin = new Origin.File(session.workingDirectory().resolve(file), file);
        Optional<ScaleSimConfig> config = ScaleSimConfig.read(origin, problems);
        problems.throwIfAny();
        String command = "pj import scale-sim " + CommandText.quoted(file);
        NewFile.write(session, out, ImportedMachine.yaml(config.orElseThrow(), command));
        return ExitCode.OK;
    }
}
