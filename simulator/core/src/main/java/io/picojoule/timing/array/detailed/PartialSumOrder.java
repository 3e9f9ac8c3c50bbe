package io.picojoule.timing.array.detailed;

import io.picojoule.mapping.PassGeometry;

/** The static order in which both partial-sum buses move words: step, filter, block, output row. It stands at one word at a time. */
final class PartialSumOrder {
    private final int steps;
    private final int outputColumns;
    private final int outputRows;
    private final int blocks;
    private final int[] filtersOfBlock;
    private final int[] firstFilterOfBlock;
    private int filtersOfTile;
    private int firstFilter;

    private int step;
    private int image;
    private int outputColumn;
    private int filter;
    private int block;
    private int outputRow;
    private int address;

    PartialSumOrder(PassGeometry geometry) {
        this.steps = Math.toIntExact(geometry.steps());
        this.outputColumns = geometry.outputColumns();
        this.outputRows = geometry.outputRows();
        this.blocks = geometry.blocks();
        this.filtersOfBlock = new int[blocks];
        this.firstFilterOfBlock = new int[blocks];
        for (int each = 0; each < blocks; each++) {
            filtersOfBlock[each] = geometry.filtersOf(each);
            firstFilterOfBlock[each] = geometry.firstFilterOf(each);
        }
    }

    /**
     * Back to the first word.
     *
     * @param newFiltersOfTile filters of the output tile in the global buffer
     * @param newFirstFilter first of them in this pass
     */
    void start(int newFiltersOfTile, int newFirstFilter) {
        filtersOfTile = newFiltersOfTile;
        firstFilter = newFirstFilter;
        step = 0;
        image = 0;
        outputColumn = 0;
        filter = 0;
        block = 0;
        outputRow = 0;
        address = addressOfRowZero();
    }

    boolean isDone() {
        return step == steps;
    }

    /** The chain through which the word goes. */
    int column() {
        return block * outputRows + outputRow;
    }

    /** Where the word lies in the global buffer's tile of partial sums. */
    int address() {
        return address;
    }

    private int addressOfRowZero() {
        int plane = image * filtersOfTile + firstFilter + firstFilterOfBlock[block] + filter;
        return plane * outputRows * outputColumns + outputColumn;
    }

    void advance() {
        if (++outputRow < outputRows) {
            address += outputColumns;
            return;
        }
        outputRow = 0;
        do {
            if (++block == blocks) {
                block = 0;
                filter++;
            }
        } while (filter < filtersOfBlock[0] && filter >= filtersOfBlock[block]);
        if (filter == filtersOfBlock[0]) {
            filter = 0;
            step++;
            if (++outputColumn == outputColumns) {
                outputColumn = 0;
                image++;
            }
        }
        address = addressOfRowZero();
    }
}
