package io.picojoule.workload;

import org.jspecify.annotations.Nullable;

/**
 * How many MACs of one image and one filter meet a zero input, by input channel over all groups; zeros of the padding count. Counted when
 * first asked for, and kept. Thread safe.
 */
public final class ZeroUses {
    private final LayerData data;
    private final long[] @Nullable [] byColumn;
    private long @Nullable [] ofAllColumns;

    ZeroUses(LayerData data) {
        this.data = data;
        this.byColumn = new long[data.nest().s()][];
    }

    /** Over all columns of the filter. */
    public synchronized long[] ofAllColumns() {
        if (ofAllColumns == null) {
            ofAllColumns = count(0, data.nest().s());
        }
        return ofAllColumns;
    }

    /** Over one column of the filter only. */
    public synchronized long[] ofColumn(int filterColumn) {
        long[] counted = byColumn[filterColumn];
        if (counted == null) {
            counted = count(filterColumn, filterColumn + 1);
            byColumn[filterColumn] = counted;
        }
        return counted;
    }

    /** For filter columns from {@code from} to {@code to}: all uses, less those by words that are not zero. */
    private long[] count(int from, int to) {
        LoopNest nest = data.nest();
        int[] input = data.input();
        int perWord = data.valuesPerWord();
        long[] zeros = new long[nest.g() * nest.c()];
        long uses = (long) nest.p() * nest.r() * nest.q() * (to - from);
        int[] rows =
                uses(nest.inputHeight(), nest.padTop(), nest.p(), nest.strideHeight(), nest.dilation(), 0, nest.r());
        int[] columns =
                uses(nest.inputWidth(), nest.padLeft(), nest.q(), nest.strideWidth(), nest.dilation(), from, to);
        int place = 0;
        for (int channel = 0; channel < zeros.length; channel++) {
            zeros[channel] = uses;
            for (int row = 0; row < nest.inputHeight(); row++) {
                long ofRow = 0;
                for (int column = 0; column < nest.inputWidth(); column++, place++) {
                    ofRow += Subwords.isZero(input, place, perWord) ? 0 : columns[column];
                }
                zeros[channel] -= ofRow * rows[row];
            }
        }
        return zeros;
    }

    /** By index before padding: how many pairs of an output index and a filter index from {@code from} to {@code to} meet there. */
    private static int[] uses(int size, int pad, int outputs, int stride, int dilation, int from, int to) {
        int[] uses = new int[size];
        for (int output = 0; output < outputs; output++) {
            for (int filter = from; filter < to; filter++) {
                int place = output * stride + filter * dilation - pad;
                if (place >= 0 && place < size) {
                    uses[place]++;
                }
            }
        }
        return uses;
    }
}
