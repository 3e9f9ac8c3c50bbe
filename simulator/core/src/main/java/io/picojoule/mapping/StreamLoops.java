package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import java.util.ArrayList;
import java.util.List;

/** The loop nest of a {@link StreamSequence}, and back. */
final class StreamLoops {
    private StreamLoops() {}

    static Mapping mapping(StreamSequence passes) {
        LoopNest nest = passes.nest();
        StreamRule rule = passes.rule();
        TileShape shape = passes.largestShape();
        List<Loop> loops = new ArrayList<>();
        loops.add(new Loop(Place.DRAM, Dimension.G, nest.g(), 1));
        for (Dimension dimension : passes.order().dimensions()) {
            Tiling tiling = passes.tiling(dimension);
            loops.add(new Loop(Place.DRAM, dimension, tiling.extent(), tiling.size()));
        }
        if (!rule.passes().dimensions().isEmpty()) {
            loops.add(new Loop(Place.GLOBAL_BUFFER, rule.passes(), shape.extent(rule.passes()), 1));
        }
        int rows = rule.rows().size();
        List<Axis> axes = rule.spatial();
        for (int i = rows; i < axes.size(); i++) {
            loops.add(folds(passes, shape, axes.get(i), i));
        }
        for (int i = 0; i < rows; i++) {
            loops.add(folds(passes, shape, axes.get(i), i));
        }
        for (int i = 0; i < axes.size(); i++) {
            loops.add(new Loop(
                    i < rows ? Place.ROWS : Place.COLUMNS, axes.get(i), used(passes, shape, axes.get(i), i), 1));
        }
        if (!rule.stream().dimensions().isEmpty()) {
            loops.add(new Loop(Place.SCRATCHPAD, rule.stream(), shape.extent(rule.stream()), 1));
        }
        return new Mapping(rule.dataflow(), nest, loops);
    }

    private static int used(StreamSequence passes, TileShape shape, Axis axis, int number) {
        return Math.min(passes.spatial().of(number), shape.extent(axis));
    }

    private static Loop folds(StreamSequence passes, TileShape shape, Axis axis, int number) {
        return new Loop(Place.GLOBAL_BUFFER, axis, shape.extent(axis), used(passes, shape, axis, number));
    }

    /**
     * The passes of loops that {@link #mapping} made, or a user wrote.
     *
     * @throws IllegalArgumentException saying which loop is not as it must be
     */
    static StreamSequence passes(StreamRule rule, LoopNest nest, List<Loop> loops, StreamTraits traits) {
        Mapping given = new Mapping(rule.dataflow(), nest, loops);
        TileGrid grid = TileGrid.of(
                nest,
                Math.min(size(given, Dimension.N, nest), nest.n()),
                size(given, Dimension.M, nest),
                size(given, Dimension.P, nest),
                size(given, Dimension.Q, nest),
                size(given, Dimension.C, nest));
        List<Integer> spatial = new ArrayList<>();
        int number = 0;
        for (Axis axis : rule.spatial()) {
            Place place = number++ < rule.rows().size() ? Place.ROWS : Place.COLUMNS;
            spatial.add(loops.stream()
                    .filter(loop -> loop.place() == place && loop.axis().equals(axis))
                    .map(Loop::extent)
                    .findFirst()
                    .orElse(1));
        }
        StreamSequence passes = new StreamSequence(rule, new SpatialExtents(spatial), grid, order(given), traits);
        LoopChecks.require(rule.dataflow(), given.loops(), mapping(passes).loops());
        return passes;
    }

    private static int size(Mapping given, Dimension dimension, LoopNest nest) {
        return given.loops().stream()
                .filter(loop -> loop.place() == Place.DRAM && loop.isOver(dimension))
                .map(Loop::step)
                .findFirst()
                .orElse(nest.extent(dimension));
    }

    private static TileOrder order(Mapping given) {
        List<Dimension> found = given.loops().stream()
                .filter(loop -> loop.place() == Place.DRAM && !loop.isOver(Dimension.G))
                .flatMap(loop -> loop.axis().dimensions().stream())
                .toList();
        for (TileOrder order : TileOrder.values()) {
            if (order.dimensions().equals(found)) {
                return order;
            }
        }
        return TileOrder.PIXELS_FILTERS_CHANNELS;
    }
}
