package io.picojoule.workload;

/**
 * How many MACs of one image and one filter meet a zero input, by input channel over all groups; zeros of the padding count.
 *
 * @param all over all filter columns
 * @param firstColumn over the first filter column only
 * @param lastColumn over the last filter column only
 */
public record ZeroUses(long[] all, long[] firstColumn, long[] lastColumn) {

    static ZeroUses of(LayerData data) {
        LoopNest nest = data.nest();
        int[] input = data.input();
        int perWord = data.valuesPerWord();
        int channels = nest.g() * nest.c();
        long rowUses = (long) nest.p() * nest.r();
        int[] rows =
                uses(nest.inputHeight(), nest.padTop(), nest.p(), nest.strideHeight(), nest.dilation(), 0, nest.r());
        int[] columns =
                uses(nest.inputWidth(), nest.padLeft(), nest.q(), nest.strideWidth(), nest.dilation(), 0, nest.s());
        int[] first = uses(nest.inputWidth(), nest.padLeft(), nest.q(), nest.strideWidth(), nest.dilation(), 0, 1);
        int[] last = uses(
                nest.inputWidth(),
                nest.padLeft(),
                nest.q(),
                nest.strideWidth(),
                nest.dilation(),
                nest.s() - 1,
                nest.s());
        ZeroUses zeros = new ZeroUses(new long[channels], new long[channels], new long[channels]);
        int place = 0;
        for (int channel = 0; channel < channels; channel++) {
            long ofAll = rowUses * nest.q() * nest.s();
            long ofFirst = rowUses * nest.q();
            long ofLast = ofFirst;
            for (int row = 0; row < nest.inputHeight(); row++) {
                long all = 0;
                long atFirst = 0;
                long atLast = 0;
                for (int column = 0; column < nest.inputWidth(); column++, place++) {
                    if (!Subwords.isZero(input, place, perWord)) {
                        all += columns[column];
                        atFirst += first[column];
                        atLast += last[column];
                    }
                }
                ofAll -= all * rows[row];
                ofFirst -= atFirst * rows[row];
                ofLast -= atLast * rows[row];
            }
            zeros.all[channel] = ofAll;
            zeros.firstColumn[channel] = ofFirst;
            zeros.lastColumn[channel] = ofLast;
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
