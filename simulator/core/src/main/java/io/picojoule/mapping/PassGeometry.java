package io.picojoule.mapping;

/**
 * Everything that the course of a pass depends on: two passes of equal geometry on one machine take the same cycles, cycle by cycle. Where
 * zeros are skipped, it depends on where the zeros are, too.
 *
 * <p>The array is {@code blocks x outputRows} columns of {@code sets x filterRows} processing elements. A column is an accumulation
 * chain; set 0 and its filter row 0 are at the bottom. Channels are dealt to sets, filters to blocks, as evenly as they go, the first
 * ones getting one more: {@link #channelsOf}, {@link #filtersOf}.
 *
 * @param images images of the pass (n)
 * @param outputColumns steps of an image
 * @param outputRows output rows of the strip (e)
 * @param filterRows rows of a set (R)
 * @param filterColumns MACs of a window row (S)
 * @param strideHeight input rows between neighbouring output rows
 * @param strideWidth input columns between neighbouring output columns
 * @param dilation input rows, or columns, between neighbouring filter rows, or columns
 * @param channels input channels of the pass (at most q r)
 * @param sets PE sets stacked in a chain (r)
 * @param filters filters of the pass (at most p t)
 * @param blocks PE sets side by side with different filters (t)
 * @param takesPartialSums whether partial sums of an earlier channel group come in
 */
public record PassGeometry(
        int images,
        int outputColumns,
        int outputRows,
        int filterRows,
        int filterColumns,
        int strideHeight,
        int strideWidth,
        int dilation,
        int channels,
        int sets,
        int filters,
        int blocks,
        boolean takesPartialSums) {
    public PassGeometry {
        if (sets > channels || blocks > filters) {
            throw new IllegalArgumentException("PassGeometry: every set needs a channel, every block a filter");
        }
    }

    /** The same with other filters, in one block. */
    public PassGeometry withFilters(int other) {
        return new PassGeometry(
                images,
                outputColumns,
                outputRows,
                filterRows,
                filterColumns,
                strideHeight,
                strideWidth,
                dilation,
                channels,
                sets,
                other,
                1,
                takesPartialSums);
    }

    /** Channels of set {@code set}: at least 1. */
    public int channelsOf(int set) {
        return share(channels, sets, set);
    }

    /** First channel, within the pass, of set {@code set}; its channels are neighbours. */
    public int firstChannelOf(int set) {
        return offset(channels, sets, set);
    }

    /** Filters of block {@code block}: at least 1. */
    public int filtersOf(int block) {
        return share(filters, blocks, block);
    }

    /** First filter, within the pass, of block {@code block}. */
    public int firstFilterOf(int block) {
        return offset(filters, blocks, block);
    }

    private static int share(int items, int holders, int holder) {
        return items / holders + (holder < items % holders ? 1 : 0);
    }

    private static int offset(int items, int holders, int holder) {
        return items / holders * holder + Math.min(holder, items % holders);
    }

    /** Processing elements of a chain. */
    public int chainRows() {
        return sets * filterRows;
    }

    /** Chains. */
    public int chainColumns() {
        return blocks * outputRows;
    }

    public int activeElements() {
        return chainRows() * chainColumns();
    }

    public long steps() {
        return (long) images * outputColumns;
    }

    /** Columns of a window: those between dilated filter columns are in it too. */
    public int spanWidth() {
        return (filterColumns - 1) * dilation + 1;
    }

    /** Columns that a step leaves behind, and the next one needs anew. */
    public int freshColumns() {
        return Math.min(strideWidth, spanWidth());
    }

    /** Columns of an image that are sent over the input bus. */
    public int sentColumns() {
        return spanWidth() + (outputColumns - 1) * freshColumns();
    }

    /**
     * The column of the padded image, counted from its left edge, that is sent as number {@code index}: columns between windows, where
     * the stride is wider than the window, are not sent.
     */
    public int sentColumn(int index) {
        int span = spanWidth();
        return index < span ? index : index + ((index - span) / freshColumns() + 1) * (strideWidth - freshColumns());
    }

    /** The input row, counted from the strip's first, that filter row {@code filterRow} of output row {@code outputRow} needs. */
    public int inputRow(int outputRow, int filterRow) {
        return outputRow * strideHeight + filterRow * dilation;
    }

    /** Rows from the first to the last that the strip needs. */
    public int inputRowSpan() {
        return inputRow(outputRows - 1, filterRows - 1) + 1;
    }

    /** Which of the {@link #inputRowSpan} rows some processing element needs; the others are not sent. */
    public boolean[] neededRows() {
        boolean[] needed = new boolean[inputRowSpan()];
        for (int outputRow = 0; outputRow < outputRows; outputRow++) {
            for (int filterRow = 0; filterRow < filterRows; filterRow++) {
                needed[inputRow(outputRow, filterRow)] = true;
            }
        }
        return needed;
    }

    public int neededRowCount() {
        int spanHeight = (filterRows - 1) * dilation + 1;
        if (dilation == 1 || outputRows == 1) {
            return outputRows == 1 ? filterRows : spanHeight + (outputRows - 1) * Math.min(strideHeight, spanHeight);
        }
        int count = 0;
        for (boolean needed : neededRows()) {
            count += needed ? 1 : 0;
        }
        return count;
    }

    /** Input words that the global buffer sends in the pass. */
    public long inputWords() {
        return (long) images * sentColumns() * channels * neededRowCount();
    }

    /** Weight words that are sent in the pass; each goes to all columns of its block. */
    public long weightWords() {
        return (long) filters * channels * filterRows * filterColumns;
    }

    /** Partial sums that leave the array in the pass, and, but for the first channel group, enter it. */
    public long partialSumWords() {
        return steps() * filters * outputRows;
    }

    public long macs() {
        return partialSumWords() * channels * filterRows * filterColumns;
    }
}
