package io.picojoule.timing.sparse.detailed;

import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.sparse.ActivationVectors;
import io.picojoule.timing.sparse.Codebook;
import io.picojoule.timing.sparse.EncodedEntries;
import io.picojoule.timing.sparse.EngineCounts;
import io.picojoule.timing.sparse.SparseJob;
import io.picojoule.timing.sparse.SparseTiming;
import io.picojoule.workload.SparseMatrix;

/** A layer on a sparse engine, cycle by cycle, with every number; the outputs of each run are compared with those of the uncompressed matrix. */
public final class DetailedEngine {
    private final SparseJob job;
    private final Codebook book;
    private final EngineCounts counts;
    private final long[][] outputs;

    private DetailedEngine(SparseJob job) {
        this.job = job;
        this.book = Codebook.of(job);
        this.counts = new EngineCounts(job.machine().processingElements());
        this.outputs = new long[job.weights().rows()][job.vectors().count()];
    }

    /**
     * What came of a layer.
     *
     * @param outputs {@code [g*m][p*q]}, sums of products with the shared weights
     */
    public record Result(SparseTiming timing, long[][] outputs) {}

    /** @throws InvariantViolation if an output is wrong: our bug */
    public static Result run(SparseJob job) {
        DetailedEngine engine = new DetailedEngine(job);
        for (SparseJob.Part part : job.parts()) {
            engine.run(part);
        }
        return new Result(SparseTiming.of(job, engine.counts), engine.outputs);
    }

    private void run(SparseJob.Part part) {
        SparseEngine machine = job.machine();
        EnginePart engine = new EnginePart(machine, part, EncodedEntries.of(job, part, book), book, counts);
        ActivationVectors.Vector vector = job.vectors().vector();
        for (int number = 0; number < job.vectors().count(); number++) {
            vector.load(part.group(), number);
            long[] sums = machine.interleave() == Interleave.ROWS
                    ? new BroadcastRun(engine).run(vector)
                    : new LocalRun(engine).run(vector);
            check(part, vector, sums);
            for (int row = 0; row < part.rows(); row++) {
                outputs[part.firstRow() + row][number] = sums[row];
            }
        }
    }

    private void check(SparseJob.Part part, ActivationVectors.Vector vector, long[] sums) {
        int[] dense = vector.toDense();
        SparseMatrix weights = job.weights();
        for (int row = 0; row < part.rows(); row++) {
            int end = weights.rowStarts()[part.firstRow() + row + 1];
            long sum = job.bias() ? book.weight(book.biasCode()) : 0;
            for (int i = weights.rowStarts()[part.firstRow() + row]; i < end; i++) {
                sum += book.weight(book.code(i)) * dense[weights.columnIndices()[i]];
            }
            if (sum != sums[row]) {
                throw new InvariantViolation(
                        "output " + (part.firstRow() + row) + " is " + sums[row] + " where it should be " + sum);
            }
        }
    }
}
