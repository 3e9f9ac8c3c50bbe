package io.picojoule.timing.sparse.detailed;

import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.Cause;
import io.picojoule.timing.sparse.Codebook;
import io.picojoule.timing.sparse.EncodedEntries;
import io.picojoule.timing.sparse.EngineCounts;
import java.util.ArrayDeque;

/**
 * A processing element: takes an activation from its queue, reads where its column begins and ends, and goes through the entries, one a
 * cycle. An entry's product reaches its sum some cycles later; the pipeline forwards it to an addition that needs it sooner.
 */
final class EngineElement {
    /** A product on its way to its sum. */
    private record Update(long writtenIn, int place, long product) {}

    private final SparseEngine machine;
    private final int number;
    private final EncodedEntries entries;
    private final Codebook book;
    private final EngineCounts counts;
    private final ActivationQueue queue;
    private final ArrayDeque<Update> pipeline = new ArrayDeque<>();
    private final long[] sums;

    private int activation;
    private int position;
    private int end;
    /** Cycles that the present column still takes at least, for its pointers. */
    private int least;
    /** The row, among its own, behind the last entry. */
    private int place;

    private int line;
    private int left;

    /**
     * @param rows among its own
     * @param columns that it will get
     */
    EngineElement(
            SparseEngine machine,
            int number,
            EncodedEntries entries,
            Codebook book,
            int rows,
            int columns,
            EngineCounts counts) {
        this.machine = machine;
        this.number = number;
        this.entries = entries;
        this.book = book;
        this.counts = counts;
        this.queue = new ActivationQueue(machine.queueSlots());
        this.sums = new long[rows];
        this.left = columns;
        this.line = -1;
    }

    ActivationQueue queue() {
        return queue;
    }

    /** Whether it has no column in hand and none to come. */
    boolean isDone() {
        return left == 0 && !isInColumn();
    }

    /** Sums that are not yet where they belong. */
    boolean isDrained() {
        return pipeline.isEmpty();
    }

    /** By row among its own. */
    long[] sums() {
        return sums;
    }

    private boolean isInColumn() {
        return position < end || least > 0;
    }

    /**
     * A cycle.
     *
     * @param idle what it is to be called if there is nothing to do before its last column
     */
    void tick(long now, Cause idle) {
        write(now);
        if (!isInColumn() && !queue.isEmpty()) {
            begin();
        }
        if (!isInColumn()) {
            counts.elementCycles(left == 0 ? Cause.DRAIN : idle, 1);
            return;
        }
        least--;
        if (position < end) {
            entry(now);
        } else {
            counts.elementCycles(Cause.EMPTY_COLUMN, 1);
        }
        write(now);
    }

    /** Writes the sums that are due. */
    void write(long now) {
        while (!pipeline.isEmpty() && pipeline.peek().writtenIn() <= now) {
            Update update = pipeline.poll();
            sums[update.place()] += update.product();
        }
    }

    private void begin() {
        int column = queue.place();
        activation = queue.value();
        queue.pop();
        left--;
        position = entries.pointer(number, column);
        end = entries.pointer(number, column + 1);
        least = machine.pointerSram().cyclesOfAColumn();
        place = 0;
        counts.pointerReads(1);
    }

    private void entry(long now) {
        if (position / machine.entriesPerLine() != line) {
            line = position / machine.entriesPerLine();
            counts.matrixLineReads(1);
        }
        int code = entries.code(number, position);
        int at = place + entries.run(number, position);
        place = at + 1;
        position++;
        counts.entries(number, 1);
        if (code == Codebook.ZERO) {
            counts.elementCycles(Cause.PADDING, 1);
            return;
        }
        counts.elementCycles(Cause.BUSY, 1);
        counts.performedMacs(1);
        pipeline.add(new Update(now + machine.pipelineCycles(), at, book.weight(code) * activation));
    }
}
