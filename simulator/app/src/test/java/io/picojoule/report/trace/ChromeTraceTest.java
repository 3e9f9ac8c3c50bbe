package io.picojoule.report.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.config.Configurations;
import io.picojoule.config.Overrides;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.report.Report;
import io.picojoule.report.SampleRuns;
import io.picojoule.search.Objective;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Simulator;
import io.picojoule.timing.Engine;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Cell;
import io.picojoule.workload.Layer;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.Network;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Recurrent;
import io.picojoule.workload.Shape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Is the file what viewers take, and does each lane add up to the result, whether all is shown or not? */
class ChromeTraceTest {
    private static final Path HOME = Path.of(System.getProperty("picojoule.home", "../.."));
    private static final Configurations CONFIGURATIONS = Configurations.at(HOME, Optional.of(HOME));
    private static final Network LENET =
            CONFIGURATIONS.workload("lenet5", List.of()).value();
    private static final int ALL = 1_000_000;

    private static RunRequest request(int batch, String... sets) {
        return request(LENET, batch, sets);
    }

    private static RunRequest request(Network network, int batch, String... sets) {
        List<String> all =
                Stream.concat(Stream.of("vector-unit.lanes=4"), Stream.of(sets)).toList();
        SpatialArray machine = (SpatialArray) CONFIGURATIONS
                .machine("eyeriss", Overrides.parse(all).accelerator())
                .value();
        return new RunRequest(
                machine,
                network,
                SampleRuns.energyTable(EnergyTable.Unit.PICOJOULE),
                batch,
                GivenMappings.NONE,
                Objective.EDP,
                Engine.FAST,
                1);
    }

    /** A trace with what it was made from. */
    private record Traced(RunResult run, String text, List<String> notes) {
        List<JsonNode> events() {
            return Stream.of(JsonMapper.shared().readTree(text).at("/traceEvents"))
                    .flatMap(array -> array.valueStream())
                    .toList();
        }

        /** Those that have a duration, in the lane of this name. */
        List<JsonNode> of(String lane) {
            int thread = events().stream()
                    .filter(event -> event.at("/name").asString().equals("thread_name")
                            && event.at("/args/name").asString().equals(lane))
                    .findFirst()
                    .orElseThrow()
                    .at("/tid")
                    .asInt();
            return events().stream()
                    .filter(event -> event.at("/ph").asString().equals("X")
                            && event.at("/tid").asInt() == thread)
                    .toList();
        }

        long sum(String lane, String argument) {
            return of(lane).stream()
                    .mapToLong(event -> event.at("/args/" + argument).asLong())
                    .sum();
        }

        long timing(ToLongFunction<LayerTiming> value) {
            return run.layers().stream()
                    .map(LayerResult::timing)
                    .mapToLong(value)
                    .sum();
        }

        long busy(Resource resource) {
            return timing(timing -> timing.busyCycles().getOrDefault(resource, 0L));
        }
    }

    private static Traced trace(RunRequest request, int mostEvents) {
        RunResult run = Simulator.run(request);
        Report report = new Report(run, SampleRuns.provenance(), 10, List.of(), "");
        StringWriter text = new StringWriter();
        try {
            List<String> notes = ChromeTrace.write(text, List.of(report), same -> request, mostEvents);
            return new Traced(run, text.toString(), notes);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 MHz", "1.4 GHz", "3 MHz"})
    void everyEvent_hasWhatTheFormatAsksFor_andNoTwoOfALaneOverlap(String clock) {
        Map<Integer, Long> ends = new HashMap<>();
        Map<Integer, Long> cycles = new HashMap<>();
        for (JsonNode event : trace(request(2, "clock=" + clock), ALL).events()) {
            assertThat(event.at("/pid").asInt()).isEqualTo(1);
            assertThat(event.at("/name").asString()).isNotEmpty();
            assertThat(event.at("/args").isObject()).isTrue();
            int thread = event.at("/tid").asInt();
            if (event.at("/ph").asString().equals("M")) {
                assertThat(event.at("/name").asString())
                        .isIn("process_name", "process_labels", "thread_name", "thread_sort_index");
                continue;
            }
            assertThat(event.at("/ph").asString()).isEqualTo("X");
            assertThat(event.at("/cat").asString()).isNotEmpty();
            long start = nanoseconds(event.at("/ts"));
            assertThat(start).as(event.toString()).isGreaterThanOrEqualTo(ends.getOrDefault(thread, 0L));
            ends.put(thread, start + nanoseconds(event.at("/dur")));
            long startCycle = event.at("/args/startCycle").asLong();
            long endCycle = event.at("/args/endCycle").asLong();
            assertThat(startCycle).as(event.toString()).isBetween(cycles.getOrDefault(thread, 0L), endCycle - 1);
            assertThat(event.at("/args/cycles").asLong()).isEqualTo(endCycle - startCycle);
            cycles.put(thread, endCycle);
        }
        assertThat(ends).hasSize(8);
    }

    private static long nanoseconds(JsonNode microseconds) {
        return microseconds.decimalValue().movePointRight(3).longValueExact();
    }

    @Test
    void aCycle_isExactlyItsTime() {
        JsonNode pass = trace(request(1), ALL).of("array").get(1);
        assertThat(pass.at("/name").asString()).isEqualTo("pass 1");
        // 200 MHz: 5 ns a cycle.
        assertThat(nanoseconds(pass.at("/ts")))
                .isEqualTo(5 * pass.at("/args/startCycle").asLong());
        assertThat(nanoseconds(pass.at("/dur")))
                .isEqualTo(5 * pass.at("/args/cycles").asLong());
    }

    @ParameterizedTest
    @ValueSource(ints = {ALL, 600, 60, 1})
    void everyLane_addsUpToTheResult_howeverMuchIsShown(int mostEvents) {
        Traced trace = trace(request(2, "memory.dram.overlaps=[weight, output]"), mostEvents);
        long all = trace.timing(LayerTiming::cycles);
        assertThat(trace.sum("layers", "cycles")).isEqualTo(all);
        assertThat(trace.of("layers"))
                .extracting(event -> event.at("/name").asString())
                .containsExactly("conv1", "pool1", "conv2", "pool2", "ip1", "ip2", "prob");
        long ofVectorUnit = trace.run().layers().stream()
                .filter(layer -> layer.mapping().isEmpty())
                .mapToLong(layer -> layer.timing().cycles())
                .sum();
        assertThat(trace.sum("array", "cycles")).isEqualTo(all - ofVectorUnit);
        assertThat(trace.sum("vector unit", "cycles")).isEqualTo(trace.busy(Resource.VECTOR_UNIT));
        busy(trace, "weight bus", Resource.WEIGHT_BUS);
        busy(trace, "input bus", Resource.INPUT_BUS);
        busy(trace, "partial-sum-in bus", Resource.PARTIAL_SUM_IN_BUS);
        busy(trace, "partial-sum-out bus", Resource.PARTIAL_SUM_OUT_BUS);
        busy(trace, "DRAM", Resource.DRAM);
        long exposed = trace.of("DRAM").stream()
                .mapToLong(event -> event.at("/args/exposed").asBoolean(false)
                        ? event.at("/args/cycles").asLong()
                        : event.at("/args/exposedCycles").asLong(0))
                .sum();
        assertThat(exposed).isEqualTo(trace.timing(LayerTiming::exposedDramCycles));
        long passes = trace.of("array").stream()
                .mapToLong(event -> event.at("/name").asString().startsWith("pass ")
                        ? 1
                        : event.at("/args/passes").asLong(0))
                .sum();
        assertThat(passes).isEqualTo(trace.timing(LayerTiming::passes));
    }

    @ParameterizedTest
    @ValueSource(ints = {ALL, 60, 1})
    void stepsOfTheVectorUnit_addUpToTheResult_howeverManyAreShown(int mostEvents) {
        int steps = 40;
        Layer rnn = new Recurrent(
                LayerCommon.named("rnn"), Cell.RNN, 8, OptionalInt.of(steps), Pointwise.Function.TANH, false);
        Network network =
                Network.resolve("rnn", "", "", Shape.features(5), List.of(rnn)).network();
        Traced trace = trace(request(network, 3), mostEvents);

        assertThat(trace.sum("vector unit", "operations"))
                .isEqualTo(trace.timing(timing -> timing.activity().vectorOperations()));
        busy(trace, "vector unit", Resource.VECTOR_UNIT);
        busy(trace, "DRAM", Resource.DRAM);
        if (mostEvents == ALL) {
            assertThat(trace.of("vector unit")).hasSize(steps);
            assertThat(trace.notes()).isEmpty();
        } else {
            assertThat(trace.events()).hasSizeLessThan(mostEvents + 3 * 20);
            assertThat(trace.notes().get(0)).containsPattern("[0-9]+ steps of rnn/gates");
        }
    }

    /** What is shown as a whole is busy as long as it lasts, unless it says otherwise. */
    private static void busy(Traced trace, String lane, Resource resource) {
        long cycles = trace.of(lane).stream()
                .mapToLong(event -> event.at("/args/busyCycles")
                        .asLong(event.at("/args/cycles").asLong()))
                .sum();
        assertThat(cycles).as(lane).isEqualTo(trace.busy(resource));
    }

    @Test
    void standstills_areExposedOrLate_andFillTheGapsBetweenPasses() {
        Traced trace = trace(request(1), ALL);
        long compute = trace.run().layers().stream()
                .filter(layer -> layer.mapping().isPresent())
                .mapToLong(layer -> layer.timing().computeCycles())
                .sum();
        long exposedOfVectorUnit = trace.run().layers().stream()
                .filter(layer -> layer.mapping().isEmpty())
                .mapToLong(layer -> layer.timing().exposedDramCycles())
                .sum();
        long exposed = trace.timing(LayerTiming::exposedDramCycles) - exposedOfVectorUnit;
        assertThat(trace.sum("array", "exposedCycles")).isEqualTo(exposed);
        assertThat(trace.sum("array", "lateCycles"))
                .isEqualTo(trace.sum("array", "cycles") - compute - exposed)
                .isPositive();
    }

    @Test
    void aFile_hasAboutAsManyEventsAsItMay_andSaysWhatItLeavesOut() {
        assertThat(trace(request(1), ALL).notes()).isEmpty();
        Traced trace = trace(request(1), 600);
        // A layer ends with a pass and its buses, and then an event a lane.
        assertThat(trace.events().size()).isBetween(400, 600 + 7 * 20);
        assertThat(trace.notes()).hasSize(1);
        assertThat(trace.notes().get(0)).containsPattern("--layers makes room.* [0-9]+ of [0-9]+ of ip1");
        assertThat(trace.of("array"))
                .extracting(event -> event.at("/name").asString())
                .anyMatch(name -> name.matches("[0-9]+ more passes"));
    }

    @Test
    void sameRun_sameBytes() {
        assertThat(trace(request(1), 600).text())
                .isEqualTo(trace(request(1), 600).text());
    }

    @Test
    void aFileThatCannotBeWritten_isToldAsSuch() {
        RunRequest request = request(1);
        Report report = new Report(Simulator.run(request), SampleRuns.provenance(), 10, List.of(), "");
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> ChromeTrace.write(full, List.of(report), same -> request))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }
}
