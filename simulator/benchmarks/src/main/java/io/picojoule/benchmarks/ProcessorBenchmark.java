package io.picojoule.benchmarks;

import io.picojoule.config.Configurations;
import io.picojoule.hardware.Machine;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Simulator;
import io.picojoule.timing.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole network on a graphics card: every layer, by every kernel that may be the fastest; priced, and its invariants checked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ProcessorBenchmark {
    @Param({"alexnet", "resnet50"})
    public String network = "alexnet";

    @Param({"1", "128"})
    public int batch = 1;

    private Optional<RunRequest> request = Optional.empty();

    @Setup
    public void prepare() {
        Configurations presets = Configurations.at(Path.of("."), Optional.empty());
        Machine machine = presets.machine("titan-x-maxwell", List.of()).value();
        request = Optional.of(new RunRequest(
                machine,
                presets.workload(network, List.of()).value(),
                presets.energyTable(machine.energyTable()).value(),
                batch,
                GivenMappings.NONE,
                Objective.DEFAULT,
                Engine.FAST,
                1));
    }

    @Benchmark
    public RunResult wholeNetwork() {
        return Simulator.run(request.orElseThrow());
    }
}
