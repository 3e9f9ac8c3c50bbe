package io.picojoule.benchmarks;

import io.picojoule.timing.array.ArrayJob;
import io.picojoule.timing.array.fast.FastArray;
import java.util.List;
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

/** The fast engine: the whole of AlexNet, batch 4, on the Eyeriss chip; mappings given, data-dependent counts cached, nothing else. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class FastEngineBenchmark {
    private final List<ArrayJob> jobs = Jobs.alexnet(4);

    /** The answer keeps the work from being optimised away. */
    @Benchmark
    public long alexnet() {
        FastArray engine = new FastArray(jobs.get(0).machine());
        long cycles = 0;
        for (ArrayJob job : jobs) {
            cycles += engine.timeLayer(job).cycles();
        }
        return cycles;
    }
}
