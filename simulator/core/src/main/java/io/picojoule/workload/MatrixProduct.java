package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/**
 * The product of two activations, {@code [m, k] x [k, n]}. A shape is a matrix whose rows are its steps (height) and whose columns are its
 * features (channels x width). The second factor takes the place of the weights; as it differs between inferences, a batch is so many
 * products one after another.
 *
 * @param size where it is stated; else both factors are inputs and tell it
 */
public record MatrixProduct(LayerCommon common, Optional<Size> size) implements Layer {
    /** {@code m} rows and {@code n} columns of sums of {@code k} terms. */
    public record Size(int m, int k, int n) {
        public Size {
            if (m < 1 || k < 1 || n < 1) {
                throw new IllegalArgumentException("Size: m, k and n must be at least 1");
            }
        }
    }

    public MatrixProduct {
        common.requireNoFiles("matmul");
    }

    @Override
    public String kind() {
        return "matmul";
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Size of = size(inputs);
        return Shape.sequence(of.n(), of.m());
    }

    @Override
    public Optional<LoopNest> loopNest(List<Shape> inputs, int batch) {
        Size of = size(inputs);
        return Optional.of(LoopNest.sequence(1, of.m(), of.k(), of.n()));
    }

    @Override
    public int repetitions(List<Shape> inputs, int batch) {
        return batch;
    }

    private Size size(List<Shape> inputs) {
        if (inputs.size() > 2 || (inputs.size() < 2 && size.isEmpty())) {
            throw new ShapeException("matmul takes two inputs, or one and its sizes m, k and n");
        }
        if (size.isPresent()) {
            requireWords(
                    "first",
                    "m x k",
                    inputs.get(0),
                    (long) size.get().m() * size.get().k());
            if (inputs.size() == 2) {
                requireWords(
                        "second",
                        "k x n",
                        inputs.get(1),
                        (long) size.get().k() * size.get().n());
            }
            return size.get();
        }
        Shape first = inputs.get(0).asSequence();
        Shape second = inputs.get(1).asSequence();
        if (first.channels() != second.height()) {
            throw new ShapeException("the first factor has " + first.channels() + " features and the second "
                    + second.height() + " steps, which must be equal; m, k and n say what else is meant");
        }
        return new Size(first.height(), first.channels(), second.channels());
    }

    private static void requireWords(String factor, String product, Shape input, long words) {
        if (input.elements() != words) {
            throw new ShapeException("its " + factor + " factor has " + product + " = " + words
                    + " words, and that has " + input.elements());
        }
    }
}
