package io.picojoule.timing.array.fast;

import io.picojoule.timing.ChannelTrace;
import io.picojoule.timing.LayerTrace;
import io.picojoule.timing.Transfer;
import io.picojoule.workload.Operand;
import java.util.ArrayDeque;

/** The DRAM channel and the clock of a layer, advanced from pass to pass. */
final class FastDram {
    private final ChannelTrace trace;
    private long now;
    private long exposedCycles;

    /** Cycles in which the array stood still, for exposed transfers or for late ones. */
    private long standstillCycles;

    private long busyCycles;
    private long transfers;
    private final ArrayDeque<Request> weights = new ArrayDeque<>();
    private final ArrayDeque<Request> inputs = new ArrayDeque<>();
    private final ArrayDeque<Request> outputs = new ArrayDeque<>();

    FastDram(LayerTrace trace) {
        this.trace = new ChannelTrace(trace);
    }

    /** Bits to move, and the cycles that takes. */
    record Load(long bits, long cycles) {}

    /** A transfer on its way. */
    private static final class Request {
        private final Transfer transfer;
        private long left;

        Request(Transfer transfer) {
            this.transfer = transfer;
            this.left = transfer.cycles();
        }
    }

    /** A transfer for which the array stands still and the channel leaves all else. */
    void exposed(Operand operand, Load load) {
        Transfer transfer = transfer(operand, load, true);
        trace.served(transfer, now, now + load.cycles(), 0);
        now += load.cycles();
        exposedCycles += load.cycles();
        standstillCycles += load.cycles();
    }

    void queue(Operand operand, Load load) {
        ArrayDeque<Request> queue = switch (operand) {
            case WEIGHT -> weights;
            case INPUT -> inputs;
            default -> outputs;
        };
        queue.add(new Request(transfer(operand, load, false)));
    }

    private Transfer transfer(Operand operand, Load load, boolean exposed) {
        transfers += load.cycles() > 0 ? 1 : 0;
        busyCycles += load.cycles();
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
            Request first = queue.element();
            serve(first, Math.min(first.left, end - now));
            if (first.left == 0) {
                queue.remove();
            }
        }
    }

    private void serve(Request request, long cycles) {
        request.left -= cycles;
        trace.served(request.transfer, now, now + cycles, request.left);
        now += cycles;
    }

    /** Waits until the weights are there, the inputs if asked for, and no more than so many outputs are left. */
    void await(boolean input, int outputsAllowed) {
        standStill(weights, 0);
        if (input) {
            standStill(inputs, 0);
        }
        standStill(outputs, outputsAllowed);
    }

    private void standStill(ArrayDeque<Request> queue, int allowed) {
        while (queue.size() > allowed) {
            Request first = queue.remove();
            standstillCycles += first.left;
            serve(first, first.left);
        }
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
