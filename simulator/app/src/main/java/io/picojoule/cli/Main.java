package io.picojoule.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The entry point of {@code pj}. */
@Command(
        name = "pj",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        header = "A cycle-level simulator of deep-learning accelerators.",
        synopsisHeading = "%nUsage: ",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Try:",
            "  pj run eyeriss alexnet              simulate AlexNet on Eyeriss; tables here, report.html in reports/",
            "  pj run eyeriss vgg16 --set array.rows=24    the same chip with twice the rows",
            "  pj compare eyeriss scale-sim-ws --workload alexnet    machines side by side; comparison.html in reports/",
            "  pj sweep eyeriss-buffers            a design space; the Pareto front here and in reports/",
            "  pj map eyeriss resnet50 --top 3     the best mappings of each layer, and proof",
            "  pj compress alexnet-compressed      what each compressed format of its weights takes",
            "  pj list                             what can be run",
            "  pj validate                         our figures beside published ones",
            "  pj COMMAND --help                   all about a command",
            "",
            "Exit codes: 0 done; 1 a validation left its margin, or a bug of ours; 2 wrong input; 130 stopped by Ctrl-C, with no file half "
                    + "written."
        })
public final class Main implements Callable<Integer> {
    private static final String WELCOME = """
            Picojoule simulates deep-learning accelerators, cycle by cycle: time, energy and data movement.

            Start with

              pj run eyeriss alexnet        AlexNet on the Eyeriss chip; open the report.html it names
              pj list                       the machines and networks that are here
              pj init accelerator           a template of a machine of your own
              pj --help                     everything else\
            """;

    /** Every command by its name, in the order of the help. */
    private static final Map<String, Function<Session, Object>> COMMANDS = commands();

    private final Session session;

    private Main(Session session) {
        this.session = session;
    }

    private static Map<String, Function<Session, Object>> commands() {
        Map<String, Function<Session, Object>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("map", MapCommand::new);
        commands.put("compress", CompressCommand::new);
        commands.put("sweep", SweepCommand::new);
        commands.put("list", ListCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("schema", SchemaCommand::new);
        return commands;
    }

    public static void main(String... arguments) {
        // SQLite and Parquet log through SLF4J, which would tell the user that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        Session session = Session.ofProcess(out);
        int code = execute(session, arguments);
        System.exit(finish(session, out, code));
    }

    /** Writes what is left to write. Results that were lost are no success. */
    static int finish(Session session, StandardOutput out, int code) {
        session.out().flush();
        Optional<String> failure = out.failure();
        failure.ifPresent(reason -> session.err().println("pj: cannot write the results: " + reason));
        return failure.isPresent() && code == CommandLine.ExitCode.OK ? CommandLine.ExitCode.USAGE : code;
    }

    /** Runs a command line and says how it ended. */
    static int execute(Session session, String... arguments) {
        try {
            return commandLine(session, arguments).execute(arguments);
        } catch (OutOfMemoryError exhausted) {
            session.err()
                    .println(
                            "pj: out of memory; give more with PICOJOULE_JAVA_OPTS=-Xmx8g, or simulate fewer layers at once (--layers)");
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** The command line with all its commands, or, as that starts faster, with the one that is asked for. */
    static CommandLine commandLine(Session session, String... arguments) {
        Failures failures = new Failures(session);
        CommandLine pj = new CommandLine(new Main(session));
        if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
            pj.addSubcommand(COMMANDS.get(arguments[0]).apply(session));
        } else {
            COMMANDS.values().forEach(command -> pj.addSubcommand(command.apply(session)));
            pj.addSubcommand(new GenerateCompletion());
        }
        pj.setOut(session.out())
                .setErr(session.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(session.terminal() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
        pj.setUsageHelpAutoWidth(true);
        return pj;
    }

    /** {@code pj} alone. */
    @Override
    public Integer call() {
        session.out().println(WELCOME);
        return CommandLine.ExitCode.OK;
    }

    static final class Version implements CommandLine.IVersionProvider {
        private static final String UNPACKED = "(not from a jar)";

        /** That of the jar. */
        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? UNPACKED : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"pj " + number()};
        }
    }
}
