package io.picojoule.timing.array.detailed;

import io.picojoule.hardware.Dram;
import io.picojoule.timing.ChannelTrace;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.Transfer;
import io.picojoule.workload.Operand;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The link to DRAM. It serves one transfer in a cycle: weights before inputs before outputs, and outputs in their order; a transfer of higher
 * rank may interrupt one of lower rank in any cycle.
 */
final class DramChannel {
    private final Dram dram;
    private final long clockHertz;
    private final ChannelTrace trace;
    /** What is on its way; of each operand, the first is being served. */
    private final ArrayDeque<Request> weights = new ArrayDeque<>();

    private final ArrayDeque<Request> inputs = new ArrayDeque<>();
    private final ArrayDeque<Request> outputs = new ArrayDeque<>();
    private final List<ArrayDeque<Request>> byRank = List.of(weights, inputs, outputs);

    private long now;
    private long transfers;
    private long busyCycles;

    DramChannel(Dram dram, long clockHertz, LayerTrace trace) {
        this.dram = dram;
        this.clockHertz = clockHertz;
        this.trace = new ChannelTrace(trace);
    }

    private static final class Request {
        final Transfer transfer;
        long left;

        Request(Transfer transfer) {
            this.transfer = transfer;
            this.left = transfer.cycles();
        }
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
    long transferNow(Operand operand, long bits) {
        Transfer transfer = transfer(operand, bits, true);
        trace.served(transfer, now, now + transfer.cycles(), 0);
        now += transfer.cycles();
        busyCycles += transfer.cycles();
        return transfer.cycles();
    }

    void requestWeights(long bits) {
        request(weights, Operand.WEIGHT, bits);
    }

    void requestInputs(long bits) {
        request(inputs, Operand.INPUT, bits);
    }

    void requestOutputs(long bits) {
        request(outputs, Operand.OUTPUT, bits);
    }

    /** Sums of earlier passes come back, with the rank of inputs. */
    void requestSums(long bits) {
        request(inputs, Operand.PARTIAL_SUM, bits);
    }

    /** Unfinished sums leave, with the rank of outputs. */
    void requestSumStore(long bits) {
        request(outputs, Operand.PARTIAL_SUM, bits);
    }

    private void request(ArrayDeque<Request> queue, Operand operand, long bits) {
        queue.add(new Request(transfer(operand, bits, false)));
        dropFinished(queue);
    }

    private Transfer transfer(Operand operand, long bits, boolean exposed) {
        if (bits > 0) {
            transfers++;
        }
        return new Transfer(transfers, operand, bits, cycles(bits), exposed);
    }

    void tick() {
        serve(1);
        now++;
    }

    /** Transfers of weights that are under way. */
    int weightsOnTheirWay() {
        return weights.size();
    }

    /**
     * Stands by until what is needed is there; the answer is how long. Nothing is requested meanwhile, so each transfer is served in one go.
     *
     * @param needsInputs whether the inputs under way are needed; weights always are
     * @param outputsMayRemain how many outputs may still be under way
     */
    long waitFor(boolean needsInputs, int outputsMayRemain) {
        return waitFor(0, needsInputs, outputsMayRemain);
    }

    /** As {@link #waitFor(boolean, int)}, where so many transfers of weights may still be under way. */
    long waitFor(int weightsMayRemain, boolean needsInputs, int outputsMayRemain) {
        long begin = now;
        while (weights.size() > weightsMayRemain
                || (needsInputs && !inputs.isEmpty())
                || outputs.size() > outputsMayRemain) {
            now += serve(Long.MAX_VALUE);
        }
        return now - begin;
    }

    /** Serves the transfer of the highest rank for at most {@code most} cycles from now on; the answer is for how many. */
    private long serve(long most) {
        for (ArrayDeque<Request> queue : byRank) {
            Request first = queue.peek();
            if (first != null) {
                long served = Math.min(first.left, most);
                first.left -= served;
                trace.served(first.transfer, now, now + served, first.left);
                dropFinished(queue);
                busyCycles += served;
                return served;
            }
        }
        return 0;
    }

    private static void dropFinished(ArrayDeque<Request> queue) {
        while (!queue.isEmpty() && queue.element().left == 0) {
            queue.remove();
        }
    }

    long busyCycles() {
        return busyCycles;
    }
}
