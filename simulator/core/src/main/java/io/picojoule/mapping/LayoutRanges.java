package io.picojoule.mapping;

import java.util.function.Consumer;

/**
 * The layouts of a row-stationary family that the buffers hold and a test wants: ranges of filters of an element (p), then of blocks (t), are
 * halved until they are one, or not wanted.
 *
 * @param mostFiltersOfPass that the buffers hold
 */
record LayoutRanges(
        RowStationaryFamily family,
        int mostFiltersOfPass,
        MappingFamily.LayoutTest test,
        Consumer<MappingFamily.Layout> consumer) {

    void ofFilters(int fewest, int most) {
        if (fewest == most) {
            ofBlocks(fewest, 1, mostBlocks(fewest));
            return;
        }
        // The more filters an element has, the fewer blocks there may be.
        int mostBlocks = mostBlocks(fewest);
        if (mostBlocks > 0 && test.wants(fewest, most, 1, mostBlocks)) {
            int middle = (fewest + most) >>> 1;
            if (test.largestFirst()) {
                ofFilters(middle + 1, most);
                ofFilters(fewest, middle);
            } else {
                ofFilters(fewest, middle);
                ofFilters(middle + 1, most);
            }
        }
    }

    private void ofBlocks(int p, int fewest, int most) {
        if (fewest > most || !test.wants(p, p, fewest, most)) {
            return;
        }
        if (fewest < most) {
            int middle = (fewest + most) >>> 1;
            if (test.largestFirst()) {
                ofBlocks(p, middle + 1, most);
                ofBlocks(p, fewest, middle);
            } else {
                ofBlocks(p, fewest, middle);
                ofBlocks(p, middle + 1, most);
            }
        } else if (!RowStationaryParameters.isRepeated(p, most, family.nest().m())) {
            consumer.accept(family.layout(p, most));
        }
    }

    private int mostBlocks(int p) {
        return Math.min(family.mostBlocks(p), mostFiltersOfPass / p);
    }
}
