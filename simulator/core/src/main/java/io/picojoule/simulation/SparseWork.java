package io.picojoule.simulation;

import io.picojoule.workload.LoopNest;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.SparseMatrix;
import io.picojoule.workload.WordWidths;
import java.util.function.Supplier;

/**
 * What a sparse engine sees of one image and one repetition of a layer.
 *
 * @param words widths of its values
 * @param weights {@code [g*m][c*r*s]}; made when asked for, as a large one takes a while
 * @param input {@code [g*c][inputHeight][inputWidth]}
 * @param bias whether the layer states a bias, which is then one more input
 */
record SparseWork(
        NetworkLayer layer,
        WordWidths words,
        LoopNest nest,
        Supplier<SparseMatrix> weights,
        Supplier<int[]> input,
        boolean bias) {}
