package io.picojoule.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How machines are compared. */
final class CompareOptions {
    static final String BASELINE = "--baseline";

    @Option(
            names = BASELINE,
            paramLabel = "NAME",
            description = "The machine that speed-up and efficiency are relative to. Default: the first.")
    @Nullable
    String baseline;
}
