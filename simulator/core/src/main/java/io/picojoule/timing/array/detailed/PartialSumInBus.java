package io.picojoule.timing.array.detailed;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Arrays;

/** Brings the partial sums of earlier channel groups from the global buffer to the bottom of the chains; each takes one a cycle. */
final class PartialSumInBus {
    private final int wordsPerCycle;
    private final boolean isUsed;
    private final PartialSumQueue[] queues;
    private final PartialSumOrder order;
    private final int[] lastSent;
    private final BusMeter meter = new BusMeter();

    PartialSumInBus(PassGeometry geometry, int wordsPerCycle, ElementArray elements) {
        this.wordsPerCycle = wordsPerCycle;
        this.isUsed = geometry.takesPartialSums();
        this.queues = new PartialSumQueue[geometry.chainColumns()];
        Arrays.setAll(queues, elements::bottomQueue);
        this.order = new PartialSumOrder(geometry);
        this.lastSent = new int[geometry.chainColumns()];
    }

    /** A new pass. */
    void start(int filtersOfTile, int firstFilter) {
        order.start(filtersOfTile, firstFilter);
        meter.start();
        Arrays.fill(lastSent, -1);
    }

    void tick(GlobalBuffer buffer, int now) {
        if (!isUsed) {
            return;
        }
        int moved = 0;
        while (moved < wordsPerCycle && !order.isDone()) {
            int column = order.column();
            PartialSumQueue queue = queues[column];
            if (lastSent[column] == now || !queue.hasRoom(now)) {
                break;
            }
            queue.push(buffer.sum(order.address()), now + 1);
            lastSent[column] = now;
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
        activity.words(Action.READ, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, sent, words.partialSumBits())
                .words(Action.WRITE, Operand.PARTIAL_SUM, Level.NETWORK, sent, words.partialSumBits())
                .words(Action.READ, Operand.PARTIAL_SUM, Level.NETWORK, sent, words.partialSumBits());
    }
}
