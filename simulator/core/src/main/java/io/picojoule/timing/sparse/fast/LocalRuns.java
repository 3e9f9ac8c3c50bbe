package io.picojoule.timing.sparse.fast;

import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.Cause;
import io.picojoule.timing.sparse.ActivationVectors;
import io.picojoule.timing.sparse.EncodedMatrix;
import io.picojoule.timing.sparse.EngineCounts;
import io.picojoule.timing.sparse.Reduction;
import java.util.Arrays;

/**
 * Runs on an engine whose columns are interleaved: each element goes through its own activations, column after column, from the cycle after
 * its first is found; then the outputs are added up over the elements.
 */
final class LocalRuns implements FastEngine.Runs {
    private final SparseEngine machine;
    private final EncodedMatrix matrix;
    private final int reductionCycles;
    private final int[] free;
    private final int[] line;

    LocalRuns(SparseEngine machine, EncodedMatrix matrix, int outputs) {
        this.machine = machine;
        this.matrix = matrix;
        this.reductionCycles = Reduction.cycles(machine.processingElements(), outputs);
        this.free = new int[machine.processingElements()];
        this.line = new int[machine.processingElements()];
    }

    @Override
    public void run(ActivationVectors vectors, int group, int from, int to, EngineCounts counts) {
        ActivationVectors.Vector vector = vectors.vector();
        for (int number = from; number < to; number++) {
            vector.load(group, number);
            run(vector, counts);
        }
    }

    private void run(ActivationVectors.Vector vector, EngineCounts counts) {
        Arrays.fill(free, 0);
        Arrays.fill(line, 0);
        for (int i = 0; i < vector.size(); i++) {
            column(vector.places()[i], counts);
        }
        int last = 0;
        for (int until : free) {
            last = Math.max(last, until);
        }
        for (int until : free) {
            counts.elementCycles(Cause.DRAIN, last - until);
        }
        long tail = machine.pipelineCycles();
        counts.elementCycles(Cause.PIPELINE, tail * free.length);
        counts.elementCycles(Cause.ACCUMULATE, (long) reductionCycles * free.length);
        counts.cycles(last + tail + reductionCycles);
        counts.broadcasts(vector.size());
        counts.pointerReads(vector.size());
    }

    private void column(int column, EngineCounts counts) {
        int element = matrix.element(column, 0);
        if (free[element] == 0) {
            counts.elementCycles(Cause.QUEUE_EMPTY, 1);
            free[element] = 1;
        }
        int entries = matrix.entries()[column];
        int steps = matrix.steps()[column];
        int padding = matrix.padding()[column];
        free[element] += steps;
        counts.entries(element, entries);
        counts.performedMacs(entries - padding);
        counts.elementCycles(Cause.BUSY, entries - padding);
        counts.elementCycles(Cause.PADDING, padding);
        counts.elementCycles(Cause.EMPTY_COLUMN, steps - entries);
        if (entries > 0) {
            int first = matrix.firstLines()[column];
            int last = matrix.lastLines()[column];
            counts.matrixLineReads(last - first + (first == line[element] ? 0 : 1));
            line[element] = last;
        }
    }
}
