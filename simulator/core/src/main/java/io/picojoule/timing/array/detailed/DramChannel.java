package io.picojoule.timing.array.detailed;

import io.picojoule.hardware.Dram;
import java.util.ArrayDeque;

/**
 * The link to DRAM. It serves one transfer in a cycle: weights before inputs before outputs, and outputs in their order; a transfer of higher
 * rank may interrupt one of lower rank in any cycle.
 */
final class DramChannel {
    private final Dram dram;
    private final long clockHertz;
    private long weights;
    private long inputs;
    /** What is left of each output transfer; the first is being served. */
    private final ArrayDeque<long[]> outputs = new ArrayDeque<>();

    private long busyCycles;

    DramChannel(Dram dram, long clockHertz) {
        this.dram = dram;
        this.clockHertz = clockHertz;
    }

    /** Cycles that a transfer takes: the latency, then the bytes at the rate of the link. */
    long cycles(long bits) {
        if (bits == 0) {
            return 0;
        }
        long bytes = divideUp(bits, 8);
        return dram.latencyCycles() + divideUp(Math.multiplyExact(bytes, clockHertz), dram.bytesPerSecond());
    }

    private static long divideUp(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** A transfer for which everything else stands still; the answer is how long. */
    long transferNow(long bits) {
        long cycles = cycles(bits);
        busyCycles += cycles;
        return cycles;
    }

    void requestWeights(long bits) {
        weights += cycles(bits);
    }

    void requestInputs(long bits) {
        inputs += cycles(bits);
    }

    void requestOutputs(long bits) {
        outputs.add(new long[] {cycles(bits)});
        dropFinishedOutputs();
    }

    void tick() {
        serve(1);
    }

    /**
     * Stands by until what is needed is there; the answer is how long. Nothing is requested meanwhile, so each transfer is served in one go.
     *
     * @param needsInputs whether the inputs under way are needed; weights always are
     * @param outputsMayRemain how many outputs may still be under way
     */
    long waitFor(boolean needsInputs, int outputsMayRemain) {
        long cycles = 0;
        while (weights > 0 || (needsInputs && inputs > 0) || outputs.size() > outputsMayRemain) {
            cycles += serve(Long.MAX_VALUE);
        }
        return cycles;
    }

    /** Serves the transfer of the highest rank for at most {@code most} cycles; the answer is for how many. */
    private long serve(long most) {
        long served;
        if (weights > 0) {
            served = Math.min(weights, most);
            weights -= served;
        } else if (inputs > 0) {
            served = Math.min(inputs, most);
            inputs -= served;
        } else if (!outputs.isEmpty()) {
            long[] left = outputs.element();
            served = Math.min(left[0], most);
            left[0] -= served;
            dropFinishedOutputs();
        } else {
            return 0;
        }
        busyCycles += served;
        return served;
    }

    private void dropFinishedOutputs() {
        while (!outputs.isEmpty() && outputs.element()[0] == 0) {
            outputs.remove();
        }
    }

    long busyCycles() {
        return busyCycles;
    }
}
