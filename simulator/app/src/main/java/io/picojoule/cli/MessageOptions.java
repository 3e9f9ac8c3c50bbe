package io.picojoule.cli;

import picocli.CommandLine.Option;

/** How much is said, and how colourfully. */
class MessageOptions {
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
