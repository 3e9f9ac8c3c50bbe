package io.picojoule.mapping;

import java.util.List;

/** Tiles of one size, and how many there are. */
record Part(int size, long count) {
    /** Those of a tiling: the full ones, and the last if it is smaller. */
    static List<Part> of(Tiling tiling) {
        int count = tiling.count();
        if (tiling.last() == tiling.size()) {
            return List.of(new Part(tiling.size(), count));
        }
        return count == 1
                ? List.of(new Part(tiling.last(), 1))
                : List.of(new Part(tiling.size(), count - 1), new Part(tiling.last(), 1));
    }
}
