package io.picojoule.timing.array.fast;

import io.picojoule.timing.ChannelTrace;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.Transfer;
import io.picojoule.workload.Operand;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The DRAM channel and the clock of a layer, advanced from pass to pass. */
final class FastDram {
    private final ChannelTrace trace;
    private long now;
    private long exposedCycles;

    /** Cycles in which the array stood still, for exposed transfers or for late ones. */
    private long standstillCycles;

    private long busyCycles;
    private long transfers;
    /** What is on its way; of each operand, the first is being served. */
    private final ArrayDeque<Request> weights = new ArrayDeque<>();

    private final ArrayDeque<Request> inputs = new ArrayDeque<>();
    private final ArrayDeque<Request> outputs = new ArrayDeque<>();

    FastDram(LayerTrace trace) {
        this.trace = new ChannelTrace(trace);
    }

    /** Bits to move, and the cycles that takes. */
    record Load(long bits, long cycles) {}

    /** A transfer, and what is left of it. */
    private static final class Request {
        private final @Nullable Transfer transfer;
        private long left;

        Request(@Nullable Transfer transfer, long left) {
            this.transfer = transfer;
            this.left = left;
        }
    }

    /** A transfer for which the array stands still and the channel leaves all else. */
    void exposed(Operand operand, Load load) {
        trace.served(transfer(operand, load, true), now, now + load.cycles(), 0);
        now += load.cycles();
        busyCycles += load.cycles();
        exposedCycles += load.cycles();
        standstillCycles += load.cycles();
    }

    /** Asks for a transfer that runs beside the array. */
    void queue(Operand operand, Load load) {
        queue(operand, operand, load);
    }

    /** As {@link #queue(Operand, Load)}, for sums: those that come back have the rank of inputs, those that leave that of outputs. */
    void queue(Operand rank, Operand operand, Load load) {
        Request request = new Request(transfer(operand, load, false), load.cycles());
        busyCycles += load.cycles();
        ArrayDeque<Request> queue = switch (rank) {
            case WEIGHT -> weights;
            case INPUT -> inputs;
            case PARTIAL_SUM, OUTPUT -> outputs;
        };
        queue.add(request);
        dropFinished(queue);
    }

    /** What a listener is told of it; nothing if there is none. */
    private @Nullable Transfer transfer(Operand operand, Load load, boolean exposed) {
        if (!trace.isHeard()) {
            return null;
        }
        transfers += load.cycles() > 0 ? 1 : 0;
        return new Transfer(transfers, operand, load.bits(), load.cycles(), exposed);
    }

    /** Lets time pass while the array works; weights go before inputs, inputs before outputs. */
    void work(long cycles) {
        long end = now + cycles;
        serve(weights, end);
        serve(inputs, end);
        serve(outputs, end);
        now = end;
    }

    private void serve(ArrayDeque<Request> queue, long end) {
        while (now < end && !queue.isEmpty()) {
            serve(queue.element(), end - now);
            dropFinished(queue);
        }
        dropFinished(queue);
    }

    private static void dropFinished(ArrayDeque<Request> queue) {
        while (!queue.isEmpty() && queue.element().left == 0) {
            queue.remove();
        }
    }

    /** Serves a transfer for at most {@code most} cycles; the answer is for how many. */
    private long serve(Request request, long most) {
        long served = Math.min(request.left, most);
        request.left -= served;
        trace.served(request.transfer, now, now + served, request.left);
        now += served;
        return served;
    }

    /** Waits until the weights are there, the inputs if asked for, and no more than so many outputs are left. */
    void await(boolean input, int outputsAllowed) {
        await(0, input, outputsAllowed);
    }

    /** As {@link #await(boolean, int)}, where so many transfers of weights may still be on their way. */
    void await(int weightsAllowed, boolean input, int outputsAllowed) {
        standstillCycles += drain(weights, weightsAllowed);
        if (input) {
            // Weights for later go before inputs for now: that is their rank.
            standstillCycles += weights.isEmpty() || inputs.isEmpty() ? 0 : drain(weights, 0);
            standstillCycles += drain(inputs, 0);
        }
        if (outputs.size() > outputsAllowed) {
            standstillCycles += drain(weights, 0) + drain(inputs, 0);
            standstillCycles += drain(outputs, outputsAllowed);
        }
    }

    private long drain(ArrayDeque<Request> queue, int allowed) {
        long served = 0;
        while (queue.size() > allowed) {
            served += serve(queue.remove(), Long.MAX_VALUE);
        }
        return served;
    }

    /** Serves weights until only so many transfers of them are left; the answer is how long that takes, which is no standstill. */
    long serveWeights(int allowed) {
        return drain(weights, allowed);
    }

    /** Counts cycles that passed in {@link #serveWeights} as those in which the array stood still. */
    void stoodStill(long cycles) {
        standstillCycles += cycles;
    }

    /** Whether nothing is on its way. */
    boolean isQuiet() {
        return weights.isEmpty() && inputs.isEmpty() && outputs.isEmpty();
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
