package io.picojoule.timing.array.fast;

import io.picojoule.mapping.PassGeometry;
import java.util.Arrays;

/** How long the weight bus takes to fill the scratchpads of a pass. */
final class WeightLoad {
    private WeightLoad() {}

    /**
     * Cycles until the last weight is sent: MAC number outer, weight group inner, at most {@code width} words a cycle and one a group.
     */
    static long cycles(PassGeometry geometry, int width) {
        boolean even = geometry.channels() % geometry.sets() == 0 && geometry.filters() % geometry.blocks() == 0;
        int groups = geometry.blocks() * geometry.chainRows();
        if (even) {
            long wordsPerGroup = geometry.weightWords() / groups;
            return groups <= width ? wordsPerGroup : ceilDiv(geometry.weightWords(), width);
        }
        return unevenCycles(geometry, width, groups);
    }

    private static long unevenCycles(PassGeometry geometry, int width, int groups) {
        int[] words = new int[groups];
        int longest = 0;
        for (int group = 0; group < groups; group++) {
            int block = group / geometry.chainRows();
            int set = group % geometry.chainRows() / geometry.filterRows();
            words[group] = geometry.filtersOf(block) * geometry.channelsOf(set) * geometry.filterColumns();
            longest = Math.max(longest, words[group]);
        }
        long[] lastCycle = new long[groups];
        Arrays.fill(lastCycle, -1);
        BusClock bus = new BusClock(width, 0);
        long cycle = 0;
        for (int number = 0; number < longest; number++) {
            for (int group = 0; group < groups; group++) {
                if (number < words[group]) {
                    cycle = bus.send(lastCycle[group] + 1);
                    lastCycle[group] = cycle;
                }
            }
        }
        return cycle + 1;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
