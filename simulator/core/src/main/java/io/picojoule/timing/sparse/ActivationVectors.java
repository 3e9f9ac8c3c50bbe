package io.picojoule.timing.sparse;

import io.picojoule.workload.LoopNest;

/**
 * The vectors that a layer multiplies its matrix with: one for each output pixel of a convolution, gathered from the window under it, and
 * the input itself for a fully-connected layer. Places of a vector are {@code [c][r][s]} of one group, as the columns of the weights; a bias
 * is a last place whose activation is 1.
 */
public final class ActivationVectors {
    private final LoopNest nest;
    private final int[] input;
    private final boolean bias;
    private final int length;

    /**
     * @param nest of one image
     * @param input {@code [g*c][inputHeight][inputWidth]}
     */
    public ActivationVectors(LoopNest nest, int[] input, boolean bias) {
        this.nest = nest;
        this.input = input;
        this.bias = bias;
        this.length = Math.toIntExact((long) nest.c() * nest.r() * nest.s()) + (bias ? 1 : 0);
    }

    /** Vectors of one image and one group. */
    public int count() {
        return Math.multiplyExact(nest.p(), nest.q());
    }

    /** Activations of a vector, zeros included. */
    public int length() {
        return length;
    }

    /** The non-zero activations of one vector, in the order in which they are found. Not thread safe. */
    public final class Vector {
        private final int[] places = new int[length];
        private final int[] values = new int[length];
        private int size;

        /** Becomes a vector of a group; the answer is this. */
        public Vector load(int group, int number) {
            size = 0;
            int top = number / nest.q() * nest.strideHeight() - nest.padTop();
            int left = number % nest.q() * nest.strideWidth() - nest.padLeft();
            int place = 0;
            for (int channel = group * nest.c(); channel < (group + 1) * nest.c(); channel++) {
                for (int r = 0; r < nest.r(); r++) {
                    int row = top + r * nest.dilation();
                    if (row >= 0 && row < nest.inputHeight()) {
                        row(place, (channel * nest.inputHeight() + row) * nest.inputWidth(), left);
                    }
                    place += nest.s();
                }
            }
            if (bias) {
                add(place, 1);
            }
            return this;
        }

        private void row(int place, int rowStart, int left) {
            for (int s = 0; s < nest.s(); s++) {
                int column = left + s * nest.dilation();
                if (column >= 0 && column < nest.inputWidth() && input[rowStart + column] != 0) {
                    add(place + s, input[rowStart + column]);
                }
            }
        }

        private void add(int place, int value) {
            places[size] = place;
            values[size++] = value;
        }

        /** All activations, zeros too. */
        public int[] toDense() {
            int[] dense = new int[length];
            for (int i = 0; i < size; i++) {
                dense[places[i]] = values[i];
            }
            return dense;
        }

        /** How many are not zero. */
        public int size() {
            return size;
        }

        /** Places of those that are not zero, ascending; the first {@link #size} count. */
        public int[] places() {
            return places;
        }

        /** Their values. */
        public int[] values() {
            return values;
        }
    }

    /** An empty one, to be loaded. */
    public Vector vector() {
        return new Vector();
    }
}
