package io.picojoule.simulation;

import io.picojoule.compression.Compressor;
import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.sparse.SparseJob;
import io.picojoule.timing.sparse.SparseTiming;
import io.picojoule.timing.sparse.detailed.DetailedEngine;
import io.picojoule.timing.sparse.fast.FastEngine;
import io.picojoule.workload.LoopNest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** Layers with MACs on a sparse engine: each is encoded, timed and priced. Thread safe. */
final class SparseSimulator {
    private final RunRequest request;
    private final SparseEngine machine;

    SparseSimulator(RunRequest request) {
        this.request = request;
        this.machine = (SparseEngine) request.machine();
    }

    Outcome run(SparseWork work) {
        SparseJob job = job(work);
        Optional<String> violation = violation(work, job);
        if (violation.isPresent()) {
            return new Outcome.Skipped(new SkippedLayer(work.layer(), true, violation.get()));
        }
        int count = Math.multiplyExact(request.batch(), work.layer().repetitions(request.batch()));
        SparseTiming timing = time(job).times(count);
        Map<String, Long> bitsByFormat = Collections.unmodifiableMap(Compressor.bitsByFormat(job.weights()));
        return new Outcome.Ran(LayerResults.of(request, work.layer(), timing, bitsByFormat, work.words()));
    }

    /** One image and one repetition; nothing if the matrix does not fit. */
    Optional<SparseTiming> time(SparseWork work) {
        SparseJob job = job(work);
        return violation(work, job).isPresent() ? Optional.empty() : Optional.of(time(job));
    }

    private SparseTiming time(SparseJob job) {
        return switch (request.engine()) {
            case FAST -> FastEngine.time(job);
            case DETAILED -> DetailedEngine.run(job).timing();
        };
    }

    /** The layer, encoded for the engine. */
    SparseJob job(SparseWork work) {
        return SparseJob.of(
                machine,
                work.words(),
                work.nest(),
                work.weights().get(),
                work.input().get(),
                work.bias());
    }

    private Optional<String> violation(SparseWork work, SparseJob job) {
        long lines = job.linesOfFullestElement();
        if (lines <= machine.matrixSram().lines()) {
            return Optional.empty();
        }
        return Optional.of(
                "its compressed matrix takes " + lines * machine.entriesPerLine() + " entries in the fullest of "
                        + machine.processingElements() + (machine.processingElements() == 1 ? " element" : " elements")
                        + ", whose matrix SRAM holds " + machine.entriesPerElement() + "; " + enough(work, job));
    }

    /** How many elements would do. More of them have shorter columns, and so less padding: the first guess is often right. */
    private String enough(SparseWork work, SparseJob job) {
        long room = machine.matrixSram().lines();
        long most = most(work);
        SparseJob larger = job;
        for (long needed = job.linesOfFullestElement(); needed > room; needed = larger.linesOfFullestElement()) {
            long elements = larger.machine().processingElements();
            if (room == 0 || elements >= most) {
                return "no number of elements would do";
            }
            long more = Math.max(elements + 1, elements * needed / room);
            larger = job.encodedFor(machine.withProcessingElements((int) Math.min(most, more)));
        }
        return larger.machine().processingElements() + " elements would do";
    }

    /** More elements than these would have nothing: a row, or a column, is one element's. */
    private long most(SparseWork work) {
        LoopNest nest = work.nest();
        return machine.interleave() == Interleave.ROWS
                ? nest.m()
                : (long) nest.c() * nest.r() * nest.s() + (work.bias() ? 1 : 0);
    }
}
