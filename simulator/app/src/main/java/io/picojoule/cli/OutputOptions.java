package io.picojoule.cli;

import picocli.CommandLine.Option;

/** How much is said, and in what form. */
final class OutputOptions {
    /** The form of results on standard output. */
    enum Format {
        table,
        json,
        csv
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            converter = Words.OfFormat.class,
            completionCandidates = Words.OfFormat.class,
            description =
                    "Form of the results on standard output: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Format format = Format.table;

    @Option(names = "--quiet", description = "No messages; results and errors only.")
    boolean quiet;

    @Option(names = "--verbose", description = "More messages, and the place in the program if it fails.")
    boolean verbose;

    @Option(names = "--no-color", description = "No colour. Without a terminal there is none anyway.")
    boolean noColor;

    boolean colour(Session session) {
        return session.terminal() && !noColor;
    }
}
