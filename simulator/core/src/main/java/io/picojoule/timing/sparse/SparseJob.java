package io.picojoule.timing.sparse;

import io.picojoule.hardware.SparseEngine;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.SparseMatrix;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer as an engine gets it: its matrix in parts, each of which is multiplied with every vector.
 *
 * @param words widths of activations, shared weights, partial sums and outputs
 * @param weights the whole matrix, without the bias
 * @param bias whether a column of biases follows it
 * @param parts of the matrix, one after another in every element's SRAM
 * @param vectors what they are multiplied with
 * @param macs of a dense machine
 */
public record SparseJob(
        SparseEngine machine,
        WordWidths words,
        SparseMatrix weights,
        boolean bias,
        List<Part> parts,
        ActivationVectors vectors,
        long macs) {
    public SparseJob {
        parts = List.copyOf(parts);
    }

    /**
     * One image of a layer.
     *
     * @param weights {@code [g*m][c*r*s]}
     * @param input {@code [g*c][inputHeight][inputWidth]}
     * @param bias whether there is one, which is then one more input
     */
    public static SparseJob of(
            SparseEngine machine, WordWidths words, LoopNest nest, SparseMatrix weights, int[] input, boolean bias) {
        List<Part> parts = new ArrayList<>();
        for (int group = 0; group < nest.g(); group++) {
            int firstRow = group * nest.m();
            parts.add(
                    new Part(group, firstRow, nest.m(), EncodedMatrix.of(machine, weights, firstRow, nest.m(), bias)));
        }
        ActivationVectors vectors = new ActivationVectors(nest, input, bias);
        return new SparseJob(
                machine, words, weights, bias, parts, vectors, nest.withBatch(1).macs());
    }

    /**
     * Rows of the matrix that take the same inputs: those of a group of a convolution.
     *
     * @param firstRow of the whole matrix
     */
    public record Part(int group, int firstRow, int rows, EncodedMatrix matrix) {}

    /**
     * The same on another engine.
     *
     * @param other as this one, but for the queues
     */
    public SparseJob on(SparseEngine other) {
        return new SparseJob(other, words, weights, bias, parts, vectors, macs);
    }

    /** The same matrix, encoded anew for another engine. */
    public SparseJob encodedFor(SparseEngine other) {
        List<Part> encoded = parts.stream()
                .map(part -> new Part(
                        part.group(),
                        part.firstRow(),
                        part.rows(),
                        EncodedMatrix.of(other, weights, part.firstRow(), part.rows(), bias)))
                .toList();
        return new SparseJob(other, words, weights, bias, encoded, vectors, macs);
    }

    /** Lines of matrix SRAM that all parts take in the element where they take most. */
    public long linesOfFullestElement() {
        long most = 0;
        for (int element = 0; element < machine.processingElements(); element++) {
            long lines = 0;
            for (Part part : parts) {
                lines += part.matrix().linesOfElement()[element];
            }
            most = Math.max(most, lines);
        }
        return most;
    }

    /** Products of a part and a vector. */
    public long runs() {
        return Math.multiplyExact((long) parts.size(), vectors.count());
    }
}
