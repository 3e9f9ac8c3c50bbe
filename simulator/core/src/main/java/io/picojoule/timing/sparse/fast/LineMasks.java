package io.picojoule.timing.sparse.fast;

import io.picojoule.timing.sparse.EncodedMatrix;
import java.util.Arrays;

/**
 * Which columns have entries on each line of matrix SRAM, in all elements. A run goes through its columns in order, so that it reads a line
 * once, if it uses any of these: one look at a few bits a line, in place of one at every element for each column.
 */
final class LineMasks implements LineReads {
    /** By line, where its words begin; the line after it tells where they end. */
    private int[] starts = new int[1];

    private final int columns;
    private int lines;
    /** Words of the set of all columns, 64 columns each, in which a line has columns. */
    private int[] words = new int[0];
    /** Its columns in these. */
    private long[] masks = new long[0];

    private int size;

    LineMasks(EncodedMatrix matrix) {
        this.columns = matrix.columns();
        int lanes = matrix.lanes();
        for (int lane = 0; lane < lanes; lane++) {
            int open = EncodedMatrix.NO_LINE;
            for (int column = 0; column < matrix.columns(); column++) {
                int at = column * lanes + lane;
                if (matrix.entries()[at] == 0) {
                    continue;
                }
                for (int line = matrix.firstLines()[at]; line <= matrix.lastLines()[at]; line++) {
                    if (line != open) {
                        begin();
                        open = line;
                    }
                    add(column);
                }
            }
        }
    }

    private void begin() {
        if (++lines + 1 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * (lines + 1));
        }
        starts[lines - 1] = size;
        starts[lines] = size;
    }

    private void add(int column) {
        int word = column / Long.SIZE;
        boolean isNew = starts[lines - 1] == size || words[size - 1] != word;
        if (isNew) {
            if (size == words.length) {
                words = Arrays.copyOf(words, 2 * size + 1);
                masks = Arrays.copyOf(masks, words.length);
            }
            words[size] = word;
            masks[size] = 0;
            starts[lines] = ++size;
        }
        masks[size - 1] |= 1L << column;
    }

    @Override
    public int of(int[] places, int count) {
        long[] used = new long[columns / Long.SIZE + 1];
        for (int i = 0; i < count; i++) {
            used[places[i] / Long.SIZE] |= 1L << places[i];
        }
        int reads = 0;
        for (int line = 0; line < lines; line++) {
            long hit = 0;
            for (int i = starts[line]; i < starts[line + 1]; i++) {
                hit |= used[words[i]] & masks[i];
            }
            reads += hit == 0 ? 0 : 1;
        }
        return reads;
    }
}
