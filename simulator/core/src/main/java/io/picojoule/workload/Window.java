package io.picojoule.workload;

/** A window that slides over an image: kernel, stride, padding, dilation. Shared by convolutions and pools. */
public record Window(int height, int width, int strideHeight, int strideWidth, Padding padding, int dilation) {
    public Window {
        if (height < 1 || width < 1 || strideHeight < 1 || strideWidth < 1 || dilation < 1) {
            throw new IllegalArgumentException("Window: kernel, stride and dilation must be at least 1");
        }
    }

    /** A square kernel without dilation. */
    public static Window square(int kernel, int stride, int pad) {
        return new Window(kernel, kernel, stride, stride, Padding.all(pad), 1);
    }

    /** Rows from the first to the last that one window touches. */
    public int spanHeight() {
        return (height - 1) * dilation + 1;
    }

    public int spanWidth() {
        return (width - 1) * dilation + 1;
    }

    /**
     * The image that the window makes of {@code input}, channels left as they are.
     *
     * @param roundUp Caffe's pools count a last window that hangs over the edge
     */
    Shape slide(Shape input, boolean roundUp) {
        int paddedHeight = input.height() + padding.top() + padding.bottom();
        int paddedWidth = input.width() + padding.left() + padding.right();
        if (spanHeight() > paddedHeight || spanWidth() > paddedWidth) {
            throw new ShapeException("its " + spanHeight() + "x" + spanWidth()
                    + " window is larger than the padded input " + paddedHeight + "x" + paddedWidth);
        }
        int rows = positions(paddedHeight - spanHeight(), strideHeight, roundUp);
        int columns = positions(paddedWidth - spanWidth(), strideWidth, roundUp);
        if (roundUp) {
            // Caffe: a last window must start inside the image or its leading padding.
            if ((rows - 1) * strideHeight >= input.height() + padding.top()) {
                rows--;
            }
            if ((columns - 1) * strideWidth >= input.width() + padding.left()) {
                columns--;
            }
        }
        return new Shape(input.channels(), rows, columns);
    }

    private static int positions(int slack, int stride, boolean roundUp) {
        return (roundUp ? (slack + stride - 1) / stride : slack / stride) + 1;
    }
}
