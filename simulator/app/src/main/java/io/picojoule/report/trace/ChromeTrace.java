package io.picojoule.report.trace;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.report.Report;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Simulator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.exc.JacksonIOException;

/**
 * {@code trace.json}: the course of runs, a process each, with a lane for the layers, the array, each bus, DRAM and the vector unit. {@code
 * docs/trace.md} says what is in it.
 */
public final class ChromeTrace {
    private static final int LAYERS_NAMED = 4;
    private static final String FORMAT = "picojoule-trace/1";
    /** Some 50 MB, which Perfetto opens in seconds. */
    private static final int MOST_EVENTS = 200_000;

    private ChromeTrace() {}

    /**
     * Writes the file. The layers are timed once more.
     *
     * @param request what a report's run was made from
     * @return what the file leaves out, a sentence for each run that is not shown to its last pass
     */
    public static List<String> write(Writer out, List<Report> reports, Function<Report, RunRequest> request)
            throws IOException {
        return write(out, reports, request, MOST_EVENTS);
    }

    static List<String> write(Writer out, List<Report> reports, Function<Report, RunRequest> request, int mostEvents)
            throws IOException {
        List<String> notes = new ArrayList<>();
        String version = reports.get(0).provenance().version();
        try (TraceWriter writer = new TraceWriter(out, FORMAT, version)) {
            for (Report report : reports) {
                RunResult run = report.run();
                begin(writer, report);
                RunEvents events = new RunEvents(writer, run, mostEvents / reports.size());
                Simulator.trace(request.apply(report), run, events);
                if (!events.shortened().isEmpty()) {
                    notes.add(note(run, events.shortened()));
                }
            }
        } catch (JacksonIOException impossible) {
            throw impossible.getCause();
        }
        return notes;
    }

    private static void begin(TraceWriter writer, Report report) {
        RunResult run = report.run();
        Machine machine = run.machine();
        List<Lane> lanes =
                Arrays.stream(Lane.values()).filter(lane -> isOf(machine, lane)).toList();
        String name = run.network().name() + " on " + machine.name() + ", batch " + run.batch();
        writer.beginProcess(name, report.provenance().command(), machine.clockHertz(), lanes);
    }

    /** What an engine's elements do has no course that is told: of its layers there is their time alone. */
    private static boolean isOf(Machine machine, Lane lane) {
        return switch (lane) {
            case LAYERS -> true;
            case VECTOR_UNIT -> machine.vectorUnit().isPresent();
            default -> machine instanceof SpatialArray;
        };
    }

    private static String note(RunResult run, List<LayerEvents> shortened) {
        return "the trace of batch " + run.batch()
                + " shows not every pass or step one by one; --layers makes room. Shown are "
                + shortened.stream()
                        .limit(LAYERS_NAMED)
                        .map(LayerEvents::coverage)
                        .collect(Collectors.joining(", "))
                + (shortened.size() > LAYERS_NAMED
                        ? ", and so on in " + (shortened.size() - LAYERS_NAMED) + " more"
                        : "");
    }
}
