package io.picojoule.mapping;

/**
 * How windows of neighbouring output pixels slide over a patch of inputs: in each step every element needs the input under one tap of its
 * window, and only those come over the bus that no neighbour had in an earlier step of the same channel.
 *
 * @param rows output rows side by side
 * @param columns output columns side by side
 * @param planes input planes side by side: images, or channels
 */
public record Slide(
        int rows,
        int columns,
        int planes,
        int filterRows,
        int filterColumns,
        int strideHeight,
        int strideWidth,
        int dilation) {

    /** Words that are new in step {@code step} of a pass; channels come one after another, in each the taps row by row. */
    public long freshWords(long step) {
        int tap = (int) (step % ((long) filterRows * filterColumns));
        return (long) planes
                * fresh(rows, strideHeight, tap / filterColumns)
                * fresh(columns, strideWidth, tap % filterColumns);
    }

    /** Places that {@code outputs} windows have under tap {@code tap}, and none of them under an earlier one. */
    private int fresh(int outputs, int stride, int tap) {
        int fresh = 0;
        for (int output = 0; output < outputs; output++) {
            fresh += isFresh(outputs, stride, output, tap) ? 1 : 0;
        }
        return fresh;
    }

    /** Another window has the place under an earlier tap if it lies a whole number of strides ahead. */
    private boolean isFresh(int outputs, int stride, int output, int tap) {
        for (int earlier = 0; earlier < tap; earlier++) {
            int distance = (tap - earlier) * dilation;
            if (distance % stride == 0 && output + distance / stride < outputs) {
                return false;
            }
        }
        return true;
    }

    /** Words that are new in all taps of one channel. */
    public long wordsOfChannel() {
        return planes * distinct(rows, strideHeight, filterRows) * distinct(columns, strideWidth, filterColumns);
    }

    private long distinct(int outputs, int stride, int taps) {
        long sum = 0;
        for (int tap = 0; tap < taps; tap++) {
            sum += fresh(outputs, stride, tap);
        }
        return sum;
    }
}
