package io.picojoule.timing.sparse.fast;

import io.picojoule.hardware.Interleave;
import io.picojoule.timing.sparse.ActivationVectors;
import io.picojoule.timing.sparse.EncodedMatrix;
import io.picojoule.timing.sparse.EngineCounts;
import io.picojoule.timing.sparse.SparseJob;
import io.picojoule.timing.sparse.SparseTiming;
import java.util.function.Supplier;
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
            Supplier<Runs> runs = runs(job, part);
            IntStream.range(0, (vectors + CHUNK - 1) / CHUNK)
                    .parallel()
                    .mapToObj(chunk -> {
                        EngineCounts own = new EngineCounts(job.machine().processingElements());
                        int end = Math.min(vectors, (chunk + 1) * CHUNK);
                        runs.get().run(job.vectors(), part.group(), chunk * CHUNK, end, own);
                        return own;
                    })
                    .forEachOrdered(counts::add);
        }
        return SparseTiming.of(job, counts);
    }

    /** Products of a matrix with vectors {@code from} to before {@code to} of a group. Not thread safe. */
    interface Runs {
        void run(ActivationVectors vectors, int group, int from, int to, EngineCounts counts);
    }

    private static Supplier<Runs> runs(SparseJob job, SparseJob.Part part) {
        EncodedMatrix matrix = part.matrix();
        if (job.machine().interleave() == Interleave.COLUMNS) {
            return () -> new LocalRuns(job.machine(), matrix, part.rows());
        }
        LineReads lines = LineReads.of(matrix, job.vectors().count());
        return () -> new BroadcastRuns(job.machine(), matrix, lines);
    }
}
