package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** Passes of streaming dataflows with any tiles, in any order, whether a buffer holds them or not. */
public final class RandomStreams {
    private RandomStreams() {}

    public static StreamSequence of(StreamDataflow dataflow, LoopNest nest, SpatialArray machine, SplitMix random) {
        StreamRule rule = dataflow.rule(machine);
        boolean whole = !machine.streaming().cutsLayers();
        TileGrid grid = whole
                ? TileGrid.whole(nest)
                : TileGrid.of(
                        nest,
                        part(nest.n(), random),
                        part(nest.m(), random),
                        part(nest.p(), random),
                        part(nest.q(), random),
                        part(nest.c(), random));
        TileOrder order = TileOrder.values()[random.nextInt(TileOrder.values().length)];
        List<Integer> extents = new ArrayList<>();
        TileShape shape = new TileShape(nest.n(), nest.m(), nest.c(), nest.p(), nest.q(), nest.r(), nest.s());
        boolean isFree = StreamLimits.isFree(machine);
        int room = isFree ? machine.rows() * machine.columns() : machine.rows();
        for (int axis = 0; axis < rule.spatial().size(); axis++) {
            if (!isFree && axis == rule.rows().size()) {
                room = machine.columns();
            }
            int most = Math.min(room, shape.extent(rule.spatial().get(axis)));
            int extent = random.nextInt(2) == 0 ? most : 1 + random.nextInt(most);
            extents.add(extent);
            room /= extent;
        }
        return new StreamSequence(rule, new SpatialExtents(extents), grid, order, StreamTraits.of(machine));
    }

    private static int part(int extent, SplitMix random) {
        return random.nextInt(2) == 0 ? extent : 1 + random.nextInt(extent);
    }
}
