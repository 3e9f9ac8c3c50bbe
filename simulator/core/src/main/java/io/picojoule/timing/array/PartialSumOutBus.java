package io.picojoule.timing.array;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Arrays;

/** Takes the partial sums from the tops of the chains to the global buffer; each gives one a cycle. The pass ends with the last of them. */
final class PartialSumOutBus {
    private final int wordsPerCycle;
    private final int top;
    private final PartialSumQueues queues;
    private final PartialSumOrder order;
    private final int[] lastSent;
    private long busyCycles;
    private long sent;

    PartialSumOutBus(PassGeometry geometry, int wordsPerCycle, PartialSumQueues queues) {
        this.wordsPerCycle = wordsPerCycle;
        this.top = geometry.chainRows();
        this.queues = queues;
        this.order = new PartialSumOrder(geometry);
        this.lastSent = new int[geometry.chainColumns()];
    }

    /** A new pass. */
    void start(int filtersOfTile, int firstFilter) {
        order.start(filtersOfTile, firstFilter);
        Arrays.fill(lastSent, -1);
    }

    boolean isDone() {
        return order.isDone();
    }

    void tick(GlobalBuffer buffer, int now) {
        int moved = 0;
        while (moved < wordsPerCycle && !order.isDone()) {
            int column = order.column();
            int queue = queues.queue(column, top);
            if (lastSent[column] == now || !queues.areVisible(queue, 1, now)) {
                break;
            }
            buffer.putSum(order.address(), queues.pop(queue));
            lastSent[column] = now;
            order.advance();
            moved++;
        }
        sent += moved;
        busyCycles += moved > 0 ? 1 : 0;
    }

    long busyCycles() {
        return busyCycles;
    }

    void addTo(Activity.Builder activity, WordWidths words) {
        activity.words(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, sent, words.partialSumBits())
                .words(Action.WRITE, Operand.PARTIAL_SUM, Level.NETWORK, sent, words.partialSumBits())
                .words(Action.READ, Operand.PARTIAL_SUM, Level.NETWORK, sent, words.partialSumBits());
    }
}
