package io.picojoule.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code pj}. */
@Command(
        name = "pj",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "A cycle-level simulator of deep-learning accelerators.")
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"pj " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
