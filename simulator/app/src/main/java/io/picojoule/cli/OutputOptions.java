package io.picojoule.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How much is said, and in what form results are. */
final class OutputOptions extends MessageOptions {
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

    /** Prints results in the form that is asked for. */
    void print(Session session, Supplier<String> table, Supplier<String> json, Supplier<String> csv) {
        Supplier<String> results = switch (format) {
            case table -> table;
            case json -> json;
            case csv -> csv;
        };
        session.out().print(results.get());
        session.out().flush();
    }
}
