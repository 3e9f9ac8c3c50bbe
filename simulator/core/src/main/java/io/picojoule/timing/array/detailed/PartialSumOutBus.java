package io.picojoule.timing.array.detailed;

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
    private final PartialSumQueue[] queues;
    private final PartialSumOrder order;
    private final BusMeter meter = new BusMeter();

    PartialSumOutBus(PassGeometry geometry, int wordsPerCycle, ElementArray elements) {
        this.wordsPerCycle = wordsPerCycle;
        this.queues = new PartialSumQueue[geometry.chainColumns()];
        Arrays.setAll(queues, elements::topQueue);
        this.order = new PartialSumOrder(geometry);
    }

    /** A new pass. */
    void start(int filtersOfTile, int firstFilter) {
        order.start(filtersOfTile, firstFilter);
        meter.start();
    }

    boolean isDone() {
        return order.isDone();
    }

    void tick(GlobalBuffer buffer, int now) {
        int moved = 0;
        while (moved < wordsPerCycle && !order.isDone()) {
            PartialSumQueue queue = queues[order.column()];
            if (!queue.hasVisibleWord(now)) {
                break;
            }
            buffer.putSum(order.address(), queue.pop(now));
            order.advance();
            moved++;
        }
        meter.moved(moved, now);
    }

    BusMeter meter() {
        return meter;
    }

    void addTo(Activity.Builder activity, WordWidths words) {
        long sent = meter.words();
        activity.words(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, sent, words.partialSumBits())
                .words(Action.WRITE, Operand.PARTIAL_SUM, Level.NETWORK, sent, words.partialSumBits())
                .words(Action.READ, Operand.PARTIAL_SUM, Level.NETWORK, sent, words.partialSumBits());
    }
}
