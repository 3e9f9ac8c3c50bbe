package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import java.util.List;

/** The passes of one visit: its tiles have the same extents for all of them. */
public final class StreamPasses {
    private final StreamSequence sequence;
    private final TileShape shape;
    private final boolean takesSums;
    private final Tiling[] parts;
    private final int places;

    StreamPasses(StreamSequence sequence, TileShape shape, boolean takesSums) {
        this.sequence = sequence;
        this.shape = shape;
        this.takesSums = takesSums;
        List<Axis> axes = sequence.rule().spatial();
        this.parts = new Tiling[axes.size()];
        for (int i = 0; i < parts.length; i++) {
            int extent = shape.extent(axes.get(i));
            parts[i] = new Tiling(extent, Math.min(extent, sequence.spatial().of(i)));
        }
        this.places = shape.extent(sequence.rule().passes());
    }

    /**
     * A pass.
     *
     * @param place index on the pass axis
     * @param first of each spatial axis the first index
     * @param used of each spatial axis how many indices are side by side
     * @param endsSums whether nothing of the tiles will be added to its sums after it
     */
    public record Pass(int place, int[] first, int[] used, StreamGeometry geometry, boolean endsSums) {}

    public TileShape shape() {
        return shape;
    }

    public long count() {
        long count = places;
        for (Tiling part : parts) {
            count *= part.count();
        }
        return count;
    }

    /** Pass {@code number}. */
    public Pass pass(long number) {
        List<Axis> axes = sequence.rule().spatial();
        int rows = sequence.rule().rows().size();
        int[] first = new int[parts.length];
        int[] used = new int[parts.length];
        boolean adds = takesSums;
        boolean ends = true;
        long rest = number;
        // Rows change fastest, then columns; of each the last axis.
        for (int i = rows - 1; i >= 0; i--) {
            rest = split(i, rest, first, used);
            adds |= axes.get(i).isReduced() && first[i] > 0;
            ends &= !axes.get(i).isReduced() || first[i] + used[i] == parts[i].extent();
        }
        for (int i = parts.length - 1; i >= rows; i--) {
            rest = split(i, rest, first, used);
            adds |= axes.get(i).isReduced() && first[i] > 0;
            ends &= !axes.get(i).isReduced() || first[i] + used[i] == parts[i].extent();
        }
        int place = Math.toIntExact(rest);
        for (Dimension reduced : new Dimension[] {Dimension.C, Dimension.R, Dimension.S}) {
            if (sequence.rule().passes().has(reduced)) {
                int index = shape.index(sequence.rule().passes(), place, reduced);
                adds |= index > 0;
                ends &= index == shape.extent(reduced) - 1;
            }
        }
        return new Pass(place, first, used, sequence.geometry(shape, used, adds), ends);
    }

    private long split(int axis, long number, int[] first, int[] used) {
        int part = (int) (number % parts[axis].count());
        first[axis] = parts[axis].start(part);
        used[axis] = parts[axis].size(part);
        return number / parts[axis].count();
    }
}
