package io.picojoule.report.trace;

import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.DefaultPrettyPrinter.NopIndenter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/**
 * Writes the Chrome trace format ("Trace Event Format", the Chromium project), an event a line. Times there are microseconds; these are whole
 * nanoseconds, rounded down, so that an event which ends in the cycle where the next one starts does so in the file too.
 */
final class TraceWriter implements AutoCloseable {
    private static final BigInteger NANOSECONDS_PER_SECOND = BigInteger.valueOf(1_000_000_000);
    private static final int NANOSECOND_DIGITS = 3;
    /** Viewers take threads of one number for one thread, whatever the process. */
    private static final int THREADS_PER_PROCESS = 100;

    private final JsonGenerator json;
    private int process;
    private BigInteger clockHertz = BigInteger.ONE;

    /** Begins the file. */
    TraceWriter(Writer out, String format, String version) {
        this.json = new JsonFactory().createGenerator(new Lines(), out);
        json.writeStartObject();
        json.writeStringProperty("displayTimeUnit", "ns");
        json.writeObjectPropertyStart("otherData");
        json.writeStringProperty("format", format);
        json.writeStringProperty("version", version);
        json.writeEndObject();
        json.writeArrayPropertyStart("traceEvents");
    }

    /** An element of an array a line. */
    private static final class Lines extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Spacing.NONE)
                    .withObjectEntrySpacing(Spacing.NONE);
            return new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(NopIndenter.instance())
                    .withArrayIndenter(new DefaultIndenter("", "\n"));
        }
    }

    /** The events that follow are of a process of this name, in cycles of this clock. */
    void beginProcess(String name, String label, long hertz, List<Lane> lanes) {
        process++;
        clockHertz = BigInteger.valueOf(hertz);
        metadata("process_name", 0, args -> args.writeStringProperty("name", name));
        metadata("process_labels", 0, args -> args.writeStringProperty("labels", label));
        for (Lane lane : lanes) {
            metadata("thread_name", lane.thread(), args -> args.writeStringProperty("name", lane.words()));
            metadata("thread_sort_index", lane.thread(), args -> args.writeNumberProperty("sort_index", lane.thread()));
        }
    }

    private void metadata(String name, int thread, Consumer<JsonGenerator> arguments) {
        start("M", thread, name);
        json.writeObjectPropertyStart("args");
        arguments.accept(json);
        end();
    }

    /**
     * Something that lasts from {@code startCycle} to before {@code endCycle}.
     *
     * @param arguments writes what else is to be known of it
     */
    void event(Lane lane, String name, long startCycle, long endCycle, Consumer<JsonGenerator> arguments) {
        long start = nanoseconds(startCycle);
        start("X", lane.thread(), name);
        json.writeStringProperty("cat", lane.category());
        microseconds("ts", start);
        microseconds("dur", nanoseconds(endCycle) - start);
        json.writeObjectPropertyStart("args");
        json.writeNumberProperty("startCycle", startCycle);
        json.writeNumberProperty("endCycle", endCycle);
        json.writeNumberProperty("cycles", endCycle - startCycle);
        arguments.accept(json);
        end();
    }

    private void start(String phase, int thread, String name) {
        json.writeStartObject();
        json.writeStringProperty("ph", phase);
        json.writeNumberProperty("pid", process);
        json.writeNumberProperty("tid", process * THREADS_PER_PROCESS + thread);
        json.writeStringProperty("name", name);
    }

    /** Ends the arguments and the event. */
    private void end() {
        json.writeEndObject();
        json.writeEndObject();
    }

    private void microseconds(String key, long nanoseconds) {
        json.writeName(key);
        json.writeNumber(BigDecimal.valueOf(nanoseconds, NANOSECOND_DIGITS));
    }

    private long nanoseconds(long cycle) {
        return BigInteger.valueOf(cycle)
                .multiply(NANOSECONDS_PER_SECOND)
                .divide(clockHertz)
                .longValueExact();
    }

    /** Ends the file; who opened it closes it. */
    @Override
    public void close() {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
