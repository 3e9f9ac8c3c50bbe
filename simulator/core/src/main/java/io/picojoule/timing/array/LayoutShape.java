package io.picojoule.timing.array;

import static io.picojoule.timing.array.LayoutCounts.ceilDiv;

import io.picojoule.hardware.Buses;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.DramLink;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes that differ only in their filters, each time for all filters of a group.
 *
 * @param count how often the filters of a group pass
 * @param weightsOfFilter words
 * @param deliveriesOfBlock input words that the elements of a block take
 * @param leastLoad cycles in which the weights of all filters cross their bus
 * @param leastTransfer cycles in which they cross the DRAM link
 * @param leastOut cycles in which the partial sums of all filters leave, once for each
 * @param leastSums cycles in which all partial sums cross the slower of their buses
 */
record LayoutShape(
        long count,
        long chainRows,
        long outputRows,
        boolean takesPartialSums,
        long steps,
        long skippableWords,
        long weightsOfFilter,
        long inputCycles,
        long fillCycles,
        long allInputCycles,
        long inputWords,
        long deliveriesOfBlock,
        long leastLoad,
        long leastTransfer,
        long leastOut,
        long leastSums) {

    /** Kinds that differ in filters only follow one another. */
    static LayoutShape[] of(List<PassSequence.Kind> kinds, int filters, Buses buses, DramLink link, int weightBits) {
        List<LayoutShape> shapes = new ArrayList<>(kinds.size());
        int start = 0;
        while (start < kinds.size()) {
            PassGeometry geometry = kinds.get(start).geometry();
            long count = 0;
            int next = start;
            while (next < kinds.size() && isAlike(geometry, kinds.get(next).geometry())) {
                count += kinds.get(next).count() * kinds.get(next).geometry().filters();
                next++;
            }
            shapes.add(of(geometry, count / filters, filters, buses, link, weightBits));
            start = next;
        }
        return shapes.toArray(LayoutShape[]::new);
    }

    private static boolean isAlike(PassGeometry one, PassGeometry other) {
        return one.equals(other) || one.withFilters(1).equals(other.withFilters(1));
    }

    private static LayoutShape of(
            PassGeometry geometry, long count, int filters, Buses buses, DramLink link, int weightBits) {
        int width = buses.inputWordsPerCycle();
        long rowWords = (long) geometry.channels() * geometry.neededRowCount();
        long weightsOfFilter = (long) geometry.channels() * geometry.filterRows() * geometry.filterColumns();
        long sums = (long) filters * geometry.outputRows();
        long out = ceilDiv(sums, buses.partialSumOutWordsPerCycle());
        long in = geometry.takesPartialSums() ? ceilDiv(sums, buses.partialSumInWordsPerCycle()) : 0;
        return new LayoutShape(
                count,
                geometry.chainRows(),
                geometry.outputRows(),
                geometry.takesPartialSums(),
                geometry.steps(),
                (long) geometry.channelsOf(0) * geometry.filterColumns() - 1,
                weightsOfFilter,
                ceilDiv(rowWords * geometry.freshColumns(), width),
                ceilDiv(rowWords * geometry.spanWidth(), width),
                ceilDiv(geometry.inputWords(), width),
                geometry.inputWords(),
                (long) geometry.images()
                        * geometry.sentColumns()
                        * geometry.channels()
                        * geometry.filterRows()
                        * geometry.outputRows(),
                ceilDiv(filters * weightsOfFilter, buses.weightWordsPerCycle()),
                link.cycles(filters * weightsOfFilter * weightBits),
                out,
                geometry.steps() * Math.max(in, out));
    }
}
