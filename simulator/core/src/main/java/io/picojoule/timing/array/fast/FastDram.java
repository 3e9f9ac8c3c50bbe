package io.picojoule.timing.array.fast;

import java.util.ArrayDeque;

/** The DRAM channel and the clock of a layer, advanced from pass to pass. */
final class FastDram {
    private long now;
    private long exposedCycles;

    /** Cycles in which the array stood still, for exposed transfers or for late ones. */
    private long standstillCycles;

    private long busyCycles;
    private long weightLeft;
    private long inputLeft;
    private final ArrayDeque<Long> outputsLeft = new ArrayDeque<>();

    /** A transfer for which the array stands still and the channel leaves all else. */
    void exposed(long cycles) {
        now += cycles;
        exposedCycles += cycles;
        standstillCycles += cycles;
        busyCycles += cycles;
    }

    void queueWeight(long cycles) {
        weightLeft += cycles;
        busyCycles += cycles;
    }

    void queueInput(long cycles) {
        inputLeft += cycles;
        busyCycles += cycles;
    }

    void queueOutput(long cycles) {
        outputsLeft.add(cycles);
        busyCycles += cycles;
    }

    /** Lets time pass while the array works; weights go before inputs, inputs before outputs. */
    void work(long cycles) {
        now += cycles;
        long left = cycles;
        long weight = Math.min(left, weightLeft);
        weightLeft -= weight;
        left -= weight;
        long input = Math.min(left, inputLeft);
        inputLeft -= input;
        left -= input;
        while (left > 0 && !outputsLeft.isEmpty()) {
            long output = outputsLeft.remove();
            if (output > left) {
                outputsLeft.addFirst(output - left);
                return;
            }
            left -= output;
        }
    }

    /** Waits until the weights are there, the inputs if asked for, and no more than so many outputs are left. */
    void await(boolean input, int outputsAllowed) {
        standStill(weightLeft);
        weightLeft = 0;
        if (input) {
            standStill(inputLeft);
            inputLeft = 0;
        }
        while (outputsLeft.size() > outputsAllowed) {
            standStill(outputsLeft.remove());
        }
    }

    private void standStill(long cycles) {
        now += cycles;
        standstillCycles += cycles;
    }

    /** Whether nothing is on its way. */
    boolean isQuiet() {
        return weightLeft == 0 && inputLeft == 0 && outputsLeft.isEmpty();
    }

    /** So many passes of {@code working} cycles, each with the same standstill, that leave the channel as quiet as they found it. */
    void repeat(int passes, long working, long standstill, long exposed, long busy) {
        now += passes * (working + standstill);
        standstillCycles += passes * standstill;
        exposedCycles += passes * exposed;
        busyCycles += passes * busy;
    }

    long standstillCycles() {
        return standstillCycles;
    }

    long now() {
        return now;
    }

    long exposedCycles() {
        return exposedCycles;
    }

    long busyCycles() {
        return busyCycles;
    }
}
