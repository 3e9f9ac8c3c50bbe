package io.picojoule.hardware;

/**
 * How the library of a processor multiplies a matrix in compressed rows with vectors.
 *
 * @param cores that it runs on
 * @param cyclesPerNonZero of a core, for each non-zero weight: to read and decode it
 * @param cyclesPerMac of a core, for each multiplication with it
 * @param efficiency share of the usual read bandwidth that is left, as rows are of unequal length
 * @param gathers whether each element of the vectors comes in a sector of its own from the last cache
 */
public record SparseKernels(
        int cores, double cyclesPerNonZero, double cyclesPerMac, double efficiency, boolean gathers) {
    public SparseKernels {
        if (cores < 1 || !(cyclesPerNonZero >= 0) || !(cyclesPerMac >= 0) || !(efficiency > 0 && efficiency <= 1)) {
            throw new IllegalArgumentException(
                    "SparseKernels: at least 1 core, cycles of 0, an efficiency above 0 and at most 1");
        }
    }
}
