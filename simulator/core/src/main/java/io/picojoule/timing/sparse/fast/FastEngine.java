package io.picojoule.timing.sparse.fast;

import io.picojoule.hardware.Interleave;
import io.picojoule.timing.sparse.EncodedMatrix;
import io.picojoule.timing.sparse.EngineCounts;
import io.picojoule.timing.sparse.SparseJob;
import io.picojoule.timing.sparse.SparseTiming;
import java.util.stream.IntStream;

/** A layer on a sparse engine, from broadcast to broadcast. */
public final class FastEngine {
    /** Vectors that are worked out one after another; chunks of them go side by side. */
    private static final int CHUNK = 64;

    private FastEngine() {}

    public static SparseTiming time(SparseJob job) {
        EngineCounts counts = new EngineCounts(job.machine().processingElements());
        for (SparseJob.Part part : job.parts()) {
            int vectors = job.vectors().count();
            IntStream.range(0, (vectors + CHUNK - 1) / CHUNK)
                    .parallel()
                    .mapToObj(chunk -> chunk(job, part, chunk * CHUNK, Math.min(vectors, (chunk + 1) * CHUNK)))
                    .forEachOrdered(counts::add);
        }
        return SparseTiming.of(job, counts);
    }

    private static EngineCounts chunk(SparseJob job, SparseJob.Part part, int from, int to) {
        EngineCounts counts = new EngineCounts(job.machine().processingElements());
        EncodedMatrix matrix = part.matrix();
        if (job.machine().interleave() == Interleave.ROWS) {
            new BroadcastRuns(job.machine(), matrix).run(job.vectors(), part.group(), from, to, counts);
        } else {
            new LocalRuns(job.machine(), matrix, part.rows()).run(job.vectors(), part.group(), from, to, counts);
        }
        return counts;
    }
}
