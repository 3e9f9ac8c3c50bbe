package io.picojoule.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How machines are compared. */
final class CompareOptions {
    static final String BASELINE = "--baseline";
    static final String NORMALISE_NODE = "--normalise-node";

    @Option(
            names = BASELINE,
            paramLabel = "NAME",
            description = "The machine that speed-up and efficiency are relative to. Default: the first.")
    @Nullable
    String baseline;

    @Option(
            names = NORMALISE_NODE,
            paramLabel = "NODE",
            description =
                    "Technology node, such as \"45 nm\", at which energies are shown as well, beside those that are priced. "
                            + "A rule of thumb; DRAM stays as it is.")
    @Nullable
    String normaliseNode;
}
