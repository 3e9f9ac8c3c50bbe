package io.picojoule.cli;

import io.picojoule.config.document.InvalidInputException;
import io.picojoule.simulation.CountOverflow;
import io.picojoule.sweep.run.ClusterException;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.workload.TensorFileException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong and whose mistake it was: 2 for the user's, 1 for ours. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        session.err().println("pj: " + words(wrong, command));
        UnmatchedArgumentException.printSuggestions(wrong, session.err());
        session.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static String words(ParameterException wrong, CommandLine command) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(wrong.getMessage());
        }
        String first = unmatched.getUnmatched().get(0);
        if (first.startsWith("-")) {
            return "unknown option '" + first + "'";
        }
        return (command.getParent() == null ? "unknown command '" : "unexpected argument '") + first + "'";
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof InvalidInputException
                || failure instanceof TensorFileException
                || failure instanceof CountOverflow
                || failure instanceof OutputException
                || failure instanceof ClusterException) {
            session.err().println(failure.getMessage());
            return ExitCode.USAGE;
        }
        String what = failure instanceof InvariantViolation
                ? "the simulator contradicts itself: " + failure.getMessage()
                : "unexpected " + failure;
        session.err().println("pj: " + what);
        session.err()
                .println(
                        "This is a bug in Picojoule, not in your input. Please report it with the command line, the files it "
                                + "names and the output of 'pj --version'.");
        if (parsed.expandedArgs().contains("--verbose") || parsed.originalArgs().contains("--verbose")) {
            failure.printStackTrace(session.err());
        } else {
            session.err().println("--verbose adds where in the program it happened.");
        }
        return ExitCode.SOFTWARE;
    }
}
