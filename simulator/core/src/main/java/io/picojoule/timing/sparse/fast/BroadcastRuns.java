package io.picojoule.timing.sparse.fast;

import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.Cause;
import io.picojoule.timing.sparse.ActivationVectors;
import io.picojoule.timing.sparse.EncodedMatrix;
import io.picojoule.timing.sparse.EngineCounts;
import java.util.Arrays;

/**
 * Runs on an engine whose rows are interleaved. An element begins column {@code j} when it has finished the one before, and not before the
 * cycle after its broadcast; a broadcast waits until every element has begun the column that is a queue's capacity before. So one number an
 * element, the cycle in which it is free, and one a broadcast are all that has to be kept.
 *
 * <p>What does not depend on time is counted by column: how often each was used, at the end.
 */
final class BroadcastRuns implements FastEngine.Runs {
    private static final int NEVER = -1;

    private final SparseEngine machine;
    private final EncodedMatrix matrix;
    private final LineReads lines;
    private final int elements;
    /** By element, the cycle in which it is free. */
    private final int[] free;
    /** When the last element began each of the last columns: as many as a queue holds. */
    private final int[] begun;

    private final long[] uses;
    private long waits;
    private long lineReads;

    BroadcastRuns(SparseEngine machine, EncodedMatrix matrix, LineReads lines) {
        this.machine = machine;
        this.matrix = matrix;
        this.elements = matrix.lanes();
        this.free = new int[elements];
        this.lines = lines;
        this.begun = new int[machine.queueCapacity()];
        this.uses = new long[matrix.columns()];
    }

    @Override
    public void run(ActivationVectors vectors, int group, int from, int to, EngineCounts counts) {
        ActivationVectors.Vector vector = vectors.vector();
        long busyOrWaiting = 0;
        long draining = 0;
        for (int number = from; number < to; number++) {
            vector.load(group, number);
            int last = run(vector.places(), vector.size(), counts);
            for (int until : free) {
                busyOrWaiting += until;
                draining += last - until;
            }
            counts.cycles((long) last + machine.pipelineCycles());
            counts.broadcasts(vector.size());
            counts.pointerReads((long) vector.size() * elements);
        }
        counts.elementCycles(Cause.DRAIN, draining);
        counts.elementCycles(Cause.PIPELINE, (long) (to - from) * machine.pipelineCycles() * elements);
        counts.matrixLineReads(lineReads);
        untimed(busyOrWaiting, counts);
    }

    /** One vector; the answer is the cycle in which the last element is free. */
    private int run(int[] places, int size, EngineCounts counts) {
        Arrays.fill(free, 0);
        Arrays.fill(begun, NEVER);
        int slot = 0;
        int broadcast = -1;
        int[] steps = matrix.steps();
        for (int i = 0; i < size; i++) {
            int column = places[i];
            uses[column]++;
            int ready = broadcast + 1;
            broadcast = Math.max(ready, begun[slot] + 1);
            counts.blocked(broadcast - ready);
            begun[slot] = begin(column * elements, broadcast + 1, steps);
            slot = slot + 1 == begun.length ? 0 : slot + 1;
        }
        lineReads += lines.of(places, size);
        int last = 0;
        for (int until : free) {
            last = Math.max(last, until);
        }
        return last;
    }

    /** Every element begins the column as soon as it is free and the activation is there; the answer is when the last does. */
    private int begin(int at, int there, int[] steps) {
        int latest = 0;
        int waiting = 0;
        for (int element = 0; element < elements; element++) {
            int start = Math.max(free[element], there);
            waiting += Math.min(1, start - free[element]);
            latest = Math.max(latest, start);
            free[element] = start + steps[at + element];
        }
        waits += waiting;
        return latest;
    }

    /** What follows from how often each column was used. */
    private void untimed(long busyOrWaiting, EngineCounts counts) {
        long nonZeros = 0;
        long padding = 0;
        long steps = 0;
        for (int column = 0; column < uses.length; column++) {
            if (uses[column] == 0) {
                continue;
            }
            nonZeros += uses[column] * matrix.nonZeros()[column];
            padding += uses[column] * matrix.padding()[column];
            for (int element = 0; element < elements; element++) {
                int at = column * elements + element;
                steps += uses[column] * matrix.steps()[at];
                counts.entries(element, uses[column] * matrix.entries()[at]);
            }
        }
        counts.performedMacs(nonZeros);
        counts.elementCycles(Cause.BUSY, nonZeros);
        counts.elementCycles(Cause.PADDING, padding);
        counts.elementCycles(Cause.EMPTY_COLUMN, steps - nonZeros - padding);
        // Of each wait, the last cycle is the broadcast's own; before that, some queue was full.
        counts.elementCycles(Cause.QUEUE_EMPTY, waits);
        counts.elementCycles(Cause.QUEUE_FULL, busyOrWaiting - steps - waits);
    }
}
