package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.workload.LoopNest;

/**
 * Windows of which only words that are not zero take MACs, and the last, in whose cycles the partial sums move on. Elements of a set whose
 * filter rows meet one input row share a window.
 */
final class NonZeroWindows implements Windows {
    private final PassGeometry geometry;
    private final NonZeroWords words;
    private final int firstChannel;
    private final int firstRow;
    private final int firstColumn;
    /** Rows of the strip that some element needs. */
    private final int[] rows;
    /** By row of the strip: which of {@link #rows} it is. */
    private final int[] place;

    private final int mostWords;
    private final int[] workedUpTo;
    /** By window: words that took MACs so far. */
    private final long[] worked;

    NonZeroWindows(PassGeometry geometry, NonZeroWords words, PassSequence passes, PassInputs inputs) {
        LoopNest nest = passes.nest();
        this.geometry = geometry;
        this.words = words;
        this.firstChannel = inputs.group() * nest.c() + passes.channelGroups().start(inputs.channelGroup());
        this.firstRow = passes.strips().start(passes.stripOf(inputs.patch())) * nest.strideHeight()
                + passes.firstRowOf(inputs.fold()) * nest.dilation();
        this.firstColumn = passes.columnTiles().start(passes.columnTileOf(inputs.patch())) * nest.strideWidth()
                + passes.firstColumnOf(inputs.fold()) * nest.dilation();
        this.rows = new int[geometry.neededRowCount()];
        boolean[] needed = geometry.neededRows();
        this.place = new int[needed.length];
        for (int row = 0, next = 0; row < needed.length; row++) {
            if (needed[row]) {
                place[row] = next;
                rows[next++] = row;
            }
        }
        this.mostWords = geometry.channelsOf(0) * geometry.filterColumns();
        this.workedUpTo = new int[geometry.sets() * rows.length * mostWords];
        this.worked = new long[geometry.sets() * rows.length];
    }

    @Override
    public int[] workedUpTo() {
        return workedUpTo;
    }

    private int window(int row, int column) {
        int inputRow = geometry.inputRow(column % geometry.outputRows(), row % geometry.filterRows());
        return row / geometry.filterRows() * rows.length + place[inputRow];
    }

    @Override
    public int firstWord(int row, int column) {
        return window(row, column) * mostWords;
    }

    @Override
    public void moveTo(int step) {
        for (int set = 0; set < geometry.sets(); set++) {
            for (int row = 0; row < rows.length; row++) {
                int window = set * rows.length + row;
                worked[window] += look(set, firstRow + rows[row], step, window * mostWords);
            }
        }
    }

    /** Looks at a window; the answer is how many of its words take MACs. */
    private int look(int set, int paddedRow, int step, int first) {
        int channels = geometry.channelsOf(set);
        int channel = firstChannel + geometry.firstChannelOf(set);
        int last = first + channels * geometry.filterColumns() - 1;
        int next = first;
        int count = 0;
        for (int filterColumn = 0; filterColumn < geometry.filterColumns(); filterColumn++) {
            int column = firstColumn + step * geometry.strideWidth() + filterColumn * geometry.dilation();
            for (int each = channel; each < channel + channels; each++) {
                count += next == last || words.at(each, paddedRow, column) ? 1 : 0;
                workedUpTo[next++] = count;
            }
        }
        return count;
    }

    @Override
    public boolean areAlike() {
        return false;
    }

    @Override
    public long worked(int row, int column) {
        return worked[window(row, column)];
    }
}
