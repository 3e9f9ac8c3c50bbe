package io.picojoule.hardware;

/**
 * How the library of a processor multiplies a matrix with one vector.
 *
 * @param efficiency share of DRAM bandwidth that it reaches
 * @param wordsPerCycle most weights that a core takes in a cycle, however narrow they are: its loads in flight over their latency
 */
public record VectorKernels(double efficiency, int wordsPerCycle) {
    public VectorKernels {
        if (!(efficiency > 0 && efficiency <= 1) || wordsPerCycle < 1) {
            throw new IllegalArgumentException(
                    "VectorKernels: an efficiency is above 0 and at most 1, and at least 1 word a cycle");
        }
    }
}
