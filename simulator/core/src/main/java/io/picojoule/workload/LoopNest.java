package io.picojoule.workload;

/**
 * The one form of all arithmetic: {@code output[n,g,m,p,q] += input[n,g,c,p*stride+r*dilation,q*stride+s*dilation] * weight[g,m,c,r,s]}.
 * {@code m} and {@code c} count the channels of one group. The input plane is addressed with its padding.
 *
 * @param inputHeight rows of the image before padding
 * @param inputWidth columns of the image before padding
 * @param padTop rows of zeros above the image; those below follow from the extents
 * @param padLeft columns of zeros left of the image
 */
public record LoopNest(
        int n,
        int g,
        int m,
        int c,
        int p,
        int q,
        int r,
        int s,
        int strideHeight,
        int strideWidth,
        int dilation,
        int inputHeight,
        int inputWidth,
        int padTop,
        int padLeft) {
    public LoopNest {
        if (n < 1 || g < 1 || m < 1 || c < 1 || p < 1 || q < 1 || r < 1 || s < 1) {
            throw new IllegalArgumentException("LoopNest: every extent must be at least 1");
        }
        if (strideHeight < 1 || strideWidth < 1 || dilation < 1 || padTop < 0 || padLeft < 0) {
            throw new IllegalArgumentException("LoopNest: strides and dilation must be at least 1, padding at least 0");
        }
    }

    static LoopNest of(Window window, Shape input, Shape output, int groups, int batch) {
        return new LoopNest(
                batch,
                groups,
                output.channels() / groups,
                input.channels() / groups,
                output.height(),
                output.width(),
                window.height(),
                window.width(),
                window.strideHeight(),
                window.strideWidth(),
                window.dilation(),
                input.height(),
                input.width(),
                window.padding().top(),
                window.padding().left());
    }

    /** A matrix product: {@code batch} rows, {@code inputs} deep, {@code outputs} wide. */
    public static LoopNest matrix(int batch, int inputs, int outputs) {
        return sequence(batch, 1, inputs, outputs);
    }

    /** The same matrix for every step of a sequence: a 1 x 1 convolution over a row of {@code steps} columns. */
    static LoopNest sequence(int batch, int steps, int inputs, int outputs) {
        return new LoopNest(batch, 1, outputs, inputs, 1, steps, 1, 1, 1, 1, 1, 1, steps, 0, 0);
    }

    public int extent(Dimension dimension) {
        return switch (dimension) {
            case N -> n;
            case G -> g;
            case M -> m;
            case C -> c;
            case P -> p;
            case Q -> q;
            case R -> r;
            case S -> s;
        };
    }

    public LoopNest withBatch(int batch) {
        return new LoopNest(
                batch,
                g,
                m,
                c,
                p,
                q,
                r,
                s,
                strideHeight,
                strideWidth,
                dilation,
                inputHeight,
                inputWidth,
                padTop,
                padLeft);
    }

    /** The same with so many groups, each as it is. */
    public LoopNest withGroups(int groups) {
        return new LoopNest(
                n,
                groups,
                m,
                c,
                p,
                q,
                r,
                s,
                strideHeight,
                strideWidth,
                dilation,
                inputHeight,
                inputWidth,
                padTop,
                padLeft);
    }

    /** The same layer with so many channels a group. */
    LoopNest withChannels(int channels) {
        return new LoopNest(
                n,
                g,
                m,
                channels,
                p,
                q,
                r,
                s,
                strideHeight,
                strideWidth,
                dilation,
                inputHeight,
                inputWidth,
                padTop,
                padLeft);
    }

    /** Whether one output pixel sees the whole input, so that {@link #flattened} is the same computation. */
    public boolean isFullyConnected() {
        return g == 1
                && p == 1
                && q == 1
                && dilation == 1
                && padTop == 0
                && padLeft == 0
                && r == inputHeight
                && s == inputWidth;
    }

    /** The fully-connected layer as a matrix product, the image laid out as one long column of channels. */
    public LoopNest flattened() {
        if (!isFullyConnected()) {
            throw new IllegalStateException("LoopNest: only a fully-connected layer can be flattened");
        }
        return matrix(n, Math.multiplyExact(Math.multiplyExact(c, r), s), m);
    }

    public long macs() {
        return product(n, g, m, c, p, q, r, s);
    }

    /** Columns from the first to the last that one window touches. */
    public int spanWidth() {
        return spanWidth(s);
    }

    /** As {@link #spanWidth()}, for so many neighbouring columns of the filter. */
    public int spanWidth(int filterColumns) {
        return (filterColumns - 1) * dilation + 1;
    }

    /** Rows of the padded plane from the first to the last that {@code outputRows} neighbouring output rows need. */
    public int inputRows(int outputRows) {
        return (outputRows - 1) * strideHeight + (r - 1) * dilation + 1;
    }

    /** Columns of the padded plane from the first to the last that is needed. */
    public int inputColumns() {
        return inputColumns(q);
    }

    /** Columns of the padded plane from the first to the last that {@code outputColumns} neighbouring output columns need. */
    public int inputColumns(int outputColumns) {
        return (outputColumns - 1) * strideWidth + spanWidth();
    }

    public long weightWords() {
        return product(g, m, c, r, s);
    }

    public long outputWords() {
        return product(n, g, m, p, q);
    }

    /** Input words as the user has them: without padding. */
    public long inputWords() {
        return product(n, g, c, inputHeight, inputWidth);
    }

    /** Exact, or an {@link ArithmeticException}. */
    private static long product(int... extents) {
        long product = 1;
        for (int extent : extents) {
            product = Math.multiplyExact(product, (long) extent);
        }
        return product;
    }
}
