package io.picojoule.hardware;

import java.util.Set;

/**
 * The programs that run networks on a processor.
 *
 * @param launchNanoseconds from one kernel to the next
 * @param algorithms of convolution that it has, of which each layer takes the fastest
 * @param groupsApart whether each group of a convolution is a kernel of its own
 * @param addsBiases whether biases are added by a kernel of their own, or on the way
 */
public record KernelLibrary(
        double launchNanoseconds,
        Set<ConvolutionAlgorithm> algorithms,
        boolean groupsApart,
        boolean addsBiases,
        MatrixKernels matrix,
        VectorKernels vector,
        SparseKernels sparse) {
    public KernelLibrary {
        algorithms = Set.copyOf(algorithms);
        if (algorithms.isEmpty() || !(launchNanoseconds >= 0)) {
            throw new IllegalArgumentException("KernelLibrary: at least one algorithm, and launches of 0 ns");
        }
    }
}
