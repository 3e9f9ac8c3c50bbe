package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import java.util.ArrayList;
import java.util.List;

/**
 * The families of a streaming dataflow: every way to lay its spatial axes side by side. Of extents that cut an axis into equally many parts
 * the smallest stands for all, and the last axis of a side takes what room is left. Where a side is fixed in the array, that is its rows, or
 * its columns; on a multicast array it is all elements together.
 */
final class StreamFamilies {
    private final StreamRule rule;
    private final LoopNest nest;
    private final SpatialArray machine;
    private final StreamLimits limits;
    private final boolean isFree;
    private final TileShape whole;
    private final List<MappingFamily> families = new ArrayList<>();

    private StreamFamilies(StreamRule rule, LoopNest nest, SpatialArray machine, StreamLimits limits) {
        this.rule = rule;
        this.nest = nest;
        this.machine = machine;
        this.limits = limits;
        this.isFree = StreamLimits.isFree(machine);
        this.whole = new TileShape(nest.n(), nest.m(), nest.c(), nest.p(), nest.q(), nest.r(), nest.s());
    }

    static List<MappingFamily> of(StreamRule rule, LoopNest nest, SpatialArray machine, StreamLimits limits) {
        StreamFamilies families = new StreamFamilies(rule, nest, machine, limits);
        int room = families.isFree ? Math.multiplyExact(machine.rows(), machine.columns()) : machine.rows();
        families.spread(List.of(), room);
        return families.families;
    }

    /** @param roomLeft indices that the next axis of this side may have side by side */
    private void spread(List<Integer> chosen, int roomLeft) {
        int room = roomLeft;
        int axis = chosen.size();
        if (axis == rule.spatial().size()) {
            families.add(new StreamFamily(
                    rule,
                    nest,
                    new SpatialExtents(chosen),
                    limits,
                    StreamTraits.of(machine),
                    machine.streaming().tiling(),
                    tighter(chosen)));
            return;
        }
        if (!isFree && axis == rule.rows().size()) {
            room = machine.columns();
        }
        Axis each = rule.spatial().get(axis);
        int extent = whole.extent(each);
        int most = Math.min(extent, room);
        boolean isLast = isLast(axis);
        // A fixed side costs what it costs, used or not; a filter's taps are kept together if they fit.
        if ((isLast && !isFree) || isTaps(each)) {
            next(chosen, most, room);
            return;
        }
        for (int size = most; size > 0; size = Tiling.smaller(evened(size, extent), extent)) {
            next(chosen, evened(size, extent), room);
            if (isLast) {
                break;
            }
        }
    }

    private boolean isLast(int axis) {
        return axis == rule.spatial().size() - 1
                || (!isFree && axis == rule.rows().size() - 1);
    }

    /** Of each axis whose extent could be chosen, the family with the next smaller one; the last axis of the side gets the room. */
    private List<SpatialExtents> tighter(List<Integer> chosen) {
        List<SpatialExtents> tighter = new ArrayList<>();
        for (int axis = 0; axis < chosen.size(); axis++) {
            int smaller =
                    Tiling.smaller(chosen.get(axis), whole.extent(rule.spatial().get(axis)));
            if (smaller > 0 && !isLast(axis) && !isTaps(rule.spatial().get(axis))) {
                tighter.add(withSmaller(chosen, axis, smaller));
            }
        }
        return tighter;
    }

    private SpatialExtents withSmaller(List<Integer> chosen, int smallerAxis, int smaller) {
        List<Integer> extents = new ArrayList<>();
        int room = isFree ? machine.rows() * machine.columns() : machine.rows();
        for (int axis = 0; axis < chosen.size(); axis++) {
            if (!isFree && axis == rule.rows().size()) {
                room = machine.columns();
            }
            Axis each = rule.spatial().get(axis);
            int extent = whole.extent(each);
            int most = Math.min(extent, room);
            int size;
            if (axis == smallerAxis) {
                size = smaller;
            } else if ((isLast(axis) && !isFree) || isTaps(each)) {
                size = most;
            } else {
                size = isLast(axis) ? evened(most, extent) : chosen.get(axis);
            }
            extents.add(size);
            room /= size;
        }
        return new SpatialExtents(extents);
    }

    private static boolean isTaps(Axis axis) {
        return axis.isReduced() && !axis.has(Dimension.C);
    }

    private static int evened(int size, int extent) {
        int parts = (extent + size - 1) / size;
        return (extent + parts - 1) / parts;
    }

    private void next(List<Integer> chosen, int size, int room) {
        List<Integer> longer = new ArrayList<>(chosen);
        longer.add(size);
        spread(longer, room / size);
    }
}
