package io.picojoule.benchmarks;

import io.picojoule.timing.array.ArrayJob;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The detailed engine on AlexNet's CONV3, one image, every number moved through the clocked machine; beside it the plain loops that
 * compute the same sums and nothing else. One operation is one MAC, so ops/us is millions of MACs a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class DetailedEngineBenchmark {
    private static final int MACS = 149_520_384;

    private final ArrayJob job = Jobs.conv3();

    @Benchmark
    @OperationsPerInvocation(MACS)
    public int[] clockedMachine() {
        return DetailedArray.run(job).outputs();
    }

    @Benchmark
    @OperationsPerInvocation(MACS)
    public int[] plainLoops() {
        LayerData data = job.data();
        LoopNest nest = data.nest();
        int[] outputs = new int[nest.m() * nest.p() * nest.q()];
        int[] weights = data.weights();
        for (int m = 0; m < nest.m(); m++) {
            for (int c = 0; c < nest.c(); c++) {
                for (int r = 0; r < nest.r(); r++) {
                    for (int s = 0; s < nest.s(); s++) {
                        addRows(
                                outputs,
                                m,
                                data.input(),
                                c,
                                r,
                                s,
                                weights[((m * nest.c() + c) * nest.r() + r) * nest.s() + s],
                                nest);
                    }
                }
            }
        }
        return outputs;
    }

    private static void addRows(int[] outputs, int m, int[] input, int c, int r, int s, int weight, LoopNest nest) {
        int first = Math.max(0, nest.padLeft() - s);
        int end = Math.min(nest.q(), nest.inputWidth() + nest.padLeft() - s);
        for (int p = 0; p < nest.p(); p++) {
            int row = p + r - nest.padTop();
            if (row < 0 || row >= nest.inputHeight()) {
                continue;
            }
            int output = (m * nest.p() + p) * nest.q();
            int place = (c * nest.inputHeight() + row) * nest.inputWidth() + s - nest.padLeft();
            for (int q = first; q < end; q++) {
                outputs[output + q] += weight * input[place + q];
            }
        }
    }
}
