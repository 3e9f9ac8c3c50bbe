package io.picojoule.timing.sparse.detailed;

import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.Cause;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.sparse.Codebook;
import io.picojoule.timing.sparse.EncodedEntries;
import io.picojoule.timing.sparse.EngineCounts;
import io.picojoule.timing.sparse.SparseJob;
import java.util.List;

/** An engine with a part of the matrix in its SRAMs: what the runs of that part share. */
record EnginePart(
        SparseEngine machine, SparseJob.Part part, EncodedEntries entries, Codebook book, EngineCounts counts) {
    /**
     * An element at the beginning of a run.
     *
     * @param rows among its own
     * @param columns that it will get
     */
    EngineElement element(int number, int rows, int columns) {
        return new EngineElement(machine, number, entries, book, rows, columns, counts);
    }

    /**
     * The end of a run: a mark goes through every pipeline behind the last entry; where it comes out, all sums are written.
     *
     * @return the cycle after the last
     */
    long drain(List<EngineElement> elements, long start) {
        long end = start + machine.pipelineCycles();
        for (long now = start; now < end; now++) {
            for (EngineElement element : elements) {
                element.write(now);
                counts.elementCycles(Cause.PIPELINE, 1);
            }
        }
        if (!elements.stream().allMatch(EngineElement::isDrained)) {
            throw new InvariantViolation("the pipelines still hold sums after " + machine.pipelineCycles() + " cycles");
        }
        return end;
    }
}
