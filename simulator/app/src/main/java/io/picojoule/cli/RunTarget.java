package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What runs on what: two names, or a point of a sweep. */
final class RunTarget extends SettingOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACCELERATOR",
            description = "A machine: a preset (pj list) or a YAML file.")
    @Nullable
    String accelerator;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WORKLOAD",
            description = "A network: a preset, a YAML file, or a topology of SCALE-Sim (.csv).")
    @Nullable
    String workload;

    @Option(
            names = "--point",
            paramLabel = "DIR/N",
            description = {
                "Instead of the two: point N of the sweep whose results are in DIR, of its first network; DIR/N/WORKLOAD for another one. "
                        + "Other options count before what the sweep says."
            })
    @Nullable
    String point;

    /**
     * The run that is asked for.
     *
     * @throws MissingParameterException if there is neither a point nor both of the two, in the words of required parameters
     */
    Arguments arguments(Session session, CommandSpec command) {
        if (point != null) {
            return SweepPoint.read(point, this, session);
        }
        if (accelerator != null && workload != null) {
            return Arguments.of(accelerator, workload, this);
        }
        String missing = accelerator == null ? "parameters: 'ACCELERATOR', 'WORKLOAD'" : "parameter: 'WORKLOAD'";
        throw new MissingParameterException(command.commandLine(), command.args(), "Missing required " + missing);
    }
}
