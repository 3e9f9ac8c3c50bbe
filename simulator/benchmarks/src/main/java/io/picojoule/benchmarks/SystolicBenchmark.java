package io.picojoule.benchmarks;

import io.picojoule.config.Configurations;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Simulator;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole run: the five convolutions of AlexNet on a 32 x 32 systolic array, output-stationary. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class SystolicBenchmark {
    private final Configurations presets = Configurations.at(Path.of("."), Optional.empty());
    private final SpatialArray machine =
            (SpatialArray) presets.machine("scale-sim-os", List.of()).value();
    private final Network alexnet =
            presets.workload("alexnet", List.of()).value().only(List.of("conv1", "conv2", "conv3", "conv4", "conv5"));
    private final RunRequest request = new RunRequest(
            machine,
            alexnet,
            presets.energyTable(machine.energyTable()).value(),
            1,
            GivenMappings.NONE,
            Objective.DEFAULT,
            Engine.FAST,
            1);

    @Benchmark
    public RunResult alexnet() {
        return Simulator.run(request);
    }
}
