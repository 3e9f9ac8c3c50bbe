package io.picojoule.benchmarks;

import io.picojoule.config.Configurations;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.simulation.RunProgress;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SearchTime;
import io.picojoule.simulation.SharedResults;
import io.picojoule.simulation.Simulator;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
import io.picojoule.workload.SplitMix;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Points of a sweep a second on one thread: whole AlexNet, batch 4, on Eyeriss chips of which no two are alike: another array, another
 * buffer and another bandwidth in every point.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class SweepPointBenchmark {
    private static final Configurations PRESETS = Configurations.at(Path.of("."), Optional.empty());
    private static final SpatialArray CHIP =
            (SpatialArray) PRESETS.machine("eyeriss", List.of()).value();
    private static final Network ALEXNET =
            PRESETS.workload("alexnet", List.of()).value();
    private static final EnergyTable TABLE =
            PRESETS.energyTable(CHIP.energyTable()).value();

    private static final GivenMappings GIVEN =
            PRESETS.mappings("eyeriss-alexnet", ALEXNET).value();

    private static final int BATCH = 4;

    /** Machines one after another, the same in every run. */
    @State(Scope.Thread)
    public static class Points {
        private final SharedResults shared = new SharedResults();
        private final SplitMix random = new SplitMix(7);

        RunResult run(SpatialArray machine, GivenMappings mappings, Objective objective) {
            RunRequest request = new RunRequest(machine, ALEXNET, TABLE, BATCH, mappings, objective, Engine.FAST, 1);
            return Simulator.run(request, RunProgress.NONE, SearchTime.UNLIMITED, shared);
        }

        /** At least as large as the chip, whose mappings then fit. */
        SpatialArray larger() {
            return machine(
                    CHIP.rows() + random.nextInt(20), CHIP.columns() + random.nextInt(20), 27 + random.nextInt(40));
        }

        /** From 64 to 1024 elements. */
        SpatialArray any() {
            return machine(8 + random.nextInt(25), 8 + random.nextInt(25), 8 + random.nextInt(64));
        }

        private SpatialArray machine(int rows, int columns, int banks) {
            MemoryHierarchy memory = CHIP.memory();
            Dram dram = memory.dram();
            OnChipBuffer buffer = memory.globalBuffer();
            return CHIP.withArray(rows, columns)
                    .withMemory(new MemoryHierarchy(
                            new OnChipBuffer(banks * 4096L, buffer.bankBytes(), buffer.holds()),
                            memory.weightBuffer(),
                            memory.accumulators(),
                            dram.withBandwidth(100_000_000L + random.nextInt(1_000_000_000))));
        }
    }

    /** Axes of the search. */
    @State(Scope.Thread)
    public static class Searched extends Points {
        @Param({"EDP", "ENERGY", "LATENCY"})
        public Objective objective = Objective.EDP;

        @Param({"row-stationary"})
        public String dataflow = "row-stationary";
    }

    @Benchmark
    public RunResult givenMappings(Points points) {
        return points.run(points.larger(), GIVEN, Objective.EDP);
    }

    @Benchmark
    public RunResult searchedMappings(Searched points) {
        return points.run(points.any().withDataflow(points.dataflow), GivenMappings.NONE, points.objective);
    }
}
