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
    /** The weights under way, if any are: those of the next pass only. */
    private final Request weights = new Request();

    /** The inputs under way, if any are: the next tile only. */
    private final Request inputs = new Request();

    private final ArrayDeque<Request> outputs = new ArrayDeque<>();

    FastDram(LayerTrace trace) {
        this.trace = new ChannelTrace(trace);
    }

    /** Bits to move, and the cycles that takes. */
    record Load(long bits, long cycles) {}

    /** A transfer, and what is left of it. */
    private static final class Request {
        private @Nullable Transfer transfer;
        private long left;
    }

    /** A transfer for which the array stands still and the channel leaves all else. */
    void exposed(Operand operand, Load load) {
        trace.served(transfer(operand, load, true), now, now + load.cycles(), 0);
        now += load.cycles();
        busyCycles += load.cycles();
        exposedCycles += load.cycles();
        standstillCycles += load.cycles();
    }

    void queue(Operand operand, Load load) {
        Request request = switch (operand) {
            case WEIGHT -> weights;
            case INPUT -> inputs;
            default -> new Request();
        };
        request.transfer = transfer(operand, load, false);
        request.left = load.cycles();
        busyCycles += load.cycles();
        if (operand == Operand.OUTPUT) {
            outputs.add(request);
        }
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
        serve(weights, end - now);
        serve(inputs, end - now);
        while (now < end && !outputs.isEmpty()) {
            Request first = outputs.element();
            serve(first, end - now);
            if (first.left == 0) {
                outputs.remove();
            }
        }
        now = end;
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
        standstillCycles += serve(weights, Long.MAX_VALUE);
        if (input) {
            standstillCycles += serve(inputs, Long.MAX_VALUE);
        }
        while (outputs.size() > outputsAllowed) {
            standstillCycles += serve(outputs.remove(), Long.MAX_VALUE);
        }
    }

    /** Whether nothing is on its way. */
    boolean isQuiet() {
        return weights.left == 0 && inputs.left == 0 && outputs.isEmpty();
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
