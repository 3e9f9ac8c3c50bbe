package io.picojoule.timing.sparse.detailed;

import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.Cause;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.sparse.EngineCounts;
import java.util.List;

/** The end of a run: a mark goes through every pipeline behind the last entry; where it comes out, all sums are written. */
record Drain(SparseEngine machine, List<EngineElement> elements, EngineCounts counts) {
    /** The cycle after the last. */
    long from(long start) {
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
