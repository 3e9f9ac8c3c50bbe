package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The passes of one visit: its tiles have the same extents for all of them. Not thread safe. */
public final class StreamPasses {
    private static final int ADDS = 1;
    private static final int ENDS = 2;
    private static final Dimension[] REDUCED = {Dimension.C, Dimension.R, Dimension.S};

    private final StreamSequence sequence;
    private final TileShape shape;
    private final boolean takesSums;
    private final Tiling[] parts;
    /** Numbers of the axes from the one whose part changes fastest on: rows, then columns; of each the last first. */
    private final int[] fastestFirst;

    private final boolean[] isReduced;
    private final int places;
    private final boolean placesAreReduced;
    /** By place, where sums add along the pass axis: whether some were made at earlier places, and whether none will be at later ones. */
    private final byte[] edges;

    /** Those that were asked for, by the axes that are at a last part, and whether sums come in. */
    private final @Nullable StreamGeometry[] geometries;

    StreamPasses(StreamSequence sequence, TileShape shape, boolean takesSums) {
        this.sequence = sequence;
        this.shape = shape;
        this.takesSums = takesSums;
        List<Axis> axes = sequence.axes();
        int count = axes.size();
        int rows = sequence.rule().rows().size();
        this.parts = new Tiling[count];
        this.fastestFirst = new int[count];
        this.isReduced = new boolean[count];
        for (int i = 0; i < count; i++) {
            int extent = shape.extent(axes.get(i));
            parts[i] = new Tiling(extent, Math.min(extent, sequence.spatial().of(i)));
            fastestFirst[i] = i < rows ? rows - 1 - i : count - 1 - (i - rows);
            isReduced[i] = axes.get(i).isReduced();
        }
        this.places = shape.extent(sequence.rule().passes());
        this.placesAreReduced = sequence.rule().passes().isReduced();
        this.edges = placesAreReduced ? edges(sequence.rule().passes(), shape, places) : new byte[0];
        this.geometries = new StreamGeometry[2 << count];
    }

    private static byte[] edges(Axis axis, TileShape shape, int places) {
        byte[] edges = new byte[places];
        for (int place = 0; place < places; place++) {
            boolean adds = false;
            boolean ends = true;
            for (Dimension reduced : REDUCED) {
                if (axis.has(reduced)) {
                    int index = shape.index(axis, place, reduced);
                    adds |= index > 0;
                    ends &= index == shape.extent(reduced) - 1;
                }
            }
            edges[place] = (byte) ((adds ? ADDS : 0) | (ends ? ENDS : 0));
        }
        return edges;
    }

    /** A pass. */
    public final class Pass {
        private final long number;
        private final StreamGeometry geometry;
        private final boolean endsSums;

        private Pass(long number, StreamGeometry geometry, boolean endsSums) {
            this.number = number;
            this.geometry = geometry;
            this.endsSums = endsSums;
        }

        /** Index on the pass axis. */
        public int place() {
            long rest = number;
            for (Tiling part : parts) {
                rest /= part.count();
            }
            return Math.toIntExact(rest);
        }

        /** Of each spatial axis the first index. */
        public int[] first() {
            int[] first = new int[parts.length];
            long rest = number;
            for (int axis : fastestFirst) {
                first[axis] = parts[axis].start((int) (rest % parts[axis].count()));
                rest /= parts[axis].count();
            }
            return first;
        }

        /** Of each spatial axis how many indices are side by side. */
        public int[] used() {
            int[] used = first();
            for (int axis = 0; axis < used.length; axis++) {
                used[axis] = Math.min(parts[axis].size(), parts[axis].extent() - used[axis]);
            }
            return used;
        }

        public StreamGeometry geometry() {
            return geometry;
        }

        /** Whether nothing of the tiles will be added to its sums after it. */
        public boolean endsSums() {
            return endsSums;
        }
    }

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
        boolean adds = takesSums;
        boolean ends = true;
        long rest = number;
        int lasts = 0;
        for (int axis : fastestFirst) {
            int count = parts[axis].count();
            int part = (int) (rest % count);
            rest /= count;
            boolean isLast = part == count - 1;
            lasts |= isLast ? 1 << axis : 0;
            adds |= isReduced[axis] && part > 0;
            ends &= !isReduced[axis] || isLast;
        }
        if (placesAreReduced) {
            int place = (int) rest;
            adds |= (edges[place] & ADDS) != 0;
            ends &= (edges[place] & ENDS) != 0;
        }
        return new Pass(number, geometry(lasts, adds), ends);
    }

    private StreamGeometry geometry(int lasts, boolean adds) {
        int key = 2 * lasts + (adds ? 1 : 0);
        StreamGeometry known = geometries[key];
        if (known != null) {
            return known;
        }
        int[] used = new int[parts.length];
        for (int axis = 0; axis < used.length; axis++) {
            used[axis] = (lasts >> axis & 1) == 1 ? parts[axis].last() : parts[axis].size();
        }
        StreamGeometry geometry = sequence.geometry(shape, used, adds);
        geometries[key] = geometry;
        return geometry;
    }
}
