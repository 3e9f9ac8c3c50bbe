package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.timing.Engine;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Does the trace of a run have the layers of its result, one after another, and the same course by either engine? */
class RunTraceTest {
    private static final Network LENET = Configured.network("lenet5");

    /** Keeps what it hears, a line each, and sums. */
    private static final class Recording implements RunTrace, RunTrace.Course, LayerTrace {
        final List<String> lines = new ArrayList<>();
        long passCycles;
        long vectorCycles;
        long channelCycles;

        @Override
        public Course begin(LayerResult layer, long startCycle) {
            lines.add(layer.name() + " at " + startCycle);
            return this;
        }

        @Override
        public LayerTrace from(long startCycle) {
            lines.add("from " + startCycle);
            return this;
        }

        @Override
        public void end() {
            lines.add("end");
        }

        @Override
        public void pass(Pass pass) {
            lines.add(pass.toString());
            passCycles += pass.timing().cycles();
        }

        @Override
        public void served(Service service) {
            lines.add(service.toString());
            channelCycles += service.end() - service.start();
        }

        @Override
        public void operations(long start, long end, long count) {
            lines.add("operations from " + start + " to " + end);
            vectorCycles += end - start;
        }
    }

    private static RunRequest request(SpatialArray machine, Engine engine) {
        return Runs.request(machine, LENET, 2, GivenMappings.NONE, engine);
    }

    private static Recording trace(RunRequest request, RunResult result) {
        Recording recording = new Recording();
        Simulator.trace(request, result, recording);
        return recording;
    }

    private static long busy(RunResult result, Resource resource) {
        return result.layers().stream()
                .mapToLong(layer -> layer.timing().busyCycles().getOrDefault(resource, 0L))
                .sum();
    }

    @Test
    void eachLayerThatTakesTime_beginsWhereTheOneBeforeEnds_andAddsUp() {
        for (String overlaps : List.of("[]", "[input]", "[output]", "[input, weight, output]")) {
            SpatialArray machine =
                    Configured.machine("eyeriss", "vector-unit.lanes=4", "memory.dram.overlaps=" + overlaps);
            RunRequest request = request(machine, Engine.FAST);
            RunResult result = Simulator.run(request);
            Recording trace = trace(request, result);

            List<String> expected = new ArrayList<>();
            long start = 0;
            for (LayerResult layer : result.layers()) {
                if (layer.timing().cycles() > 0) {
                    expected.addAll(List.of(layer.name() + " at " + start, "from " + start, "end"));
                    start += layer.timing().cycles();
                }
            }
            assertThat(trace.lines).containsSubsequence(expected).noneMatch(line -> line.startsWith("relu"));
            assertThat(trace.channelCycles).isEqualTo(busy(result, Resource.DRAM));
            assertThat(trace.vectorCycles).isEqualTo(busy(result, Resource.VECTOR_UNIT));
            assertThat(trace.passCycles + trace.vectorCycles)
                    .isEqualTo(result.layers().stream()
                            .mapToLong(layer -> layer.timing().computeCycles())
                            .sum());
        }
    }

    @Test
    void theEngines_tellTheSame() {
        RunRequest fast = request(Runs.CHIP, Engine.FAST);
        RunRequest detailed = request(Runs.CHIP, Engine.DETAILED);
        assertThat(trace(detailed, Simulator.run(detailed)).lines).isEqualTo(trace(fast, Simulator.run(fast)).lines);
    }

    @Test
    void vectorUnit_worksWithinItsLayer_afterInputsAndBeforeOutputsThatItDoesNotOverlap() {
        SpatialArray machine = Configured.machine("eyeriss", "vector-unit.lanes=4");
        RunRequest request = request(machine, Engine.FAST);
        RunResult result = Simulator.run(request);
        LayerResult pool = result.layer("pool1").orElseThrow();
        List<String> lines = trace(request, result).lines;
        int begin = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("pool1 "))
                .findFirst()
                .orElseThrow());
        List<String> ofPool = lines.subList(begin + 2, begin + 5);
        long compute = pool.timing().computeCycles();
        long cycles = pool.timing().cycles();
        String operations = ofPool.get(2);
        long first = Long.parseLong(operations.split(" ")[2]);
        assertThat(operations).isEqualTo("operations from " + first + " to " + (first + compute));
        assertThat(ofPool.get(0)).contains("INPUT", "start=0, end=" + first + ",");
        assertThat(ofPool.get(1)).contains("OUTPUT", "start=" + (first + compute) + ", end=" + cycles + ",");
    }
}
