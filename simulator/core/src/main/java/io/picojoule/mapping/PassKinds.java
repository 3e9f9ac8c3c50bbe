package io.picojoule.mapping;

import java.util.ArrayList;
import java.util.List;

/** Which geometries the passes of a sequence have, and how many have each: products of how often each size of each tiling occurs. */
final class PassKinds {
    private final PassSequence passes;

    PassKinds(PassSequence passes) {
        this.passes = passes;
    }

    List<PassSequence.Kind> list() {
        List<PassSequence.Kind> kinds = new ArrayList<>();
        List<Sum> sums = sums();
        List<Part> filterParts = filterParts();
        for (Part image : Part.of(passes.images())) {
            for (Part strip : Part.of(passes.strips())) {
                for (Part columns : Part.of(passes.columnTiles())) {
                    for (Sum sum : sums) {
                        for (Part filters : filterParts) {
                            long count = passes.groups()
                                    * image.count()
                                    * strip.count()
                                    * columns.count()
                                    * sum.count()
                                    * filters.count();
                            PassGeometry geometry = passes.geometry(
                                    image.size(),
                                    strip.size(),
                                    columns.size(),
                                    sum.channels(),
                                    sum.filterRows(),
                                    sum.filterColumns(),
                                    sum.takesPartialSums(),
                                    filters.size());
                            kinds.add(new PassSequence.Kind(geometry, count));
                        }
                    }
                }
            }
        }
        return kinds;
    }

    /** What a pass adds to its partial sums, and how often it occurs for each of them. */
    private record Sum(int channels, int filterRows, int filterColumns, boolean takesPartialSums, long count) {}

    /** The first fold of the first channel group, which takes no partial sums, stands apart. */
    private List<Sum> sums() {
        List<Sum> sums = new ArrayList<>(3);
        for (Part channels : Part.of(passes.channelGroups())) {
            for (Part rows : Part.of(passes.rowFolds())) {
                for (Part columns : Part.of(passes.columnFolds())) {
                    long count = channels.count() * rows.count() * columns.count();
                    boolean hasFirst = sums.isEmpty();
                    if (hasFirst) {
                        sums.add(new Sum(channels.size(), rows.size(), columns.size(), false, 1));
                        count--;
                    }
                    if (count > 0) {
                        sums.add(new Sum(channels.size(), rows.size(), columns.size(), true, count));
                    }
                }
            }
        }
        return sums;
    }

    /** Filters of a pass, over all tiles of filters. */
    private List<Part> filterParts() {
        List<Part> parts = new ArrayList<>(4);
        for (Part tile : Part.of(passes.filterTiles())) {
            for (Part group : Part.of(new Tiling(tile.size(), passes.filtersOfPass()))) {
                parts.add(new Part(group.size(), tile.count() * group.count()));
            }
        }
        return parts;
    }
}
