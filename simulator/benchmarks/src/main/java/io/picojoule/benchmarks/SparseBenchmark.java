package io.picojoule.benchmarks;

import io.picojoule.config.Configurations;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Simulator;
import io.picojoule.timing.Engine;
import io.picojoule.timing.sparse.SparseJob;
import io.picojoule.timing.sparse.SparseTiming;
import io.picojoule.timing.sparse.fast.FastEngine;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LayerWeights;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.SparseMatrix;
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

/** Alex-6 on EIE, 38 million weights of which 9 % are left: the engine alone, with the encoding, and with the making of the matrix. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class SparseBenchmark {
    private final Configurations presets = Configurations.at(Path.of("."), Optional.empty());
    private final Machine machine = presets.machine("eie", List.of()).value();
    private final Network alex6 =
            presets.workload("alexnet-compressed", List.of()).value().only(List.of("fc6"));
    private final NetworkLayer layer = alex6.layers().get(0);
    private final LoopNest nest = layer.loopNest(1).orElseThrow();
    private final SparseMatrix weights = LayerWeights.of(layer, 1);
    private final int[] input =
            LayerData.synthetic(layer.inputDensity(), false, "fc6/input", 1).values(Math.toIntExact(nest.inputWords()));
    private final SparseJob job = encoded();
    private final RunRequest request = new RunRequest(
            machine,
            alex6,
            presets.energyTable(machine.energyTable()).value(),
            1,
            GivenMappings.NONE,
            Objective.DEFAULT,
            Engine.FAST,
            1);

    private SparseJob encoded() {
        return SparseJob.of((SparseEngine) machine, machine.words(), nest, weights, input, false);
    }

    @Benchmark
    public SparseTiming engine() {
        return FastEngine.time(job);
    }

    @Benchmark
    public SparseTiming encodingAndEngine() {
        return FastEngine.time(encoded());
    }

    @Benchmark
    public RunResult wholeRun() {
        return Simulator.run(request);
    }
}
