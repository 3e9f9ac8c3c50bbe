package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import java.util.List;
import java.util.stream.Collectors;

/** A mapping in a line: the papers' parameters of a row-stationary one; of others what is side by side, and the tiles, outermost loop first. */
public final class MappingSummary {
    static final String ROW_STATIONARY = "row-stationary";

    private MappingSummary() {}

    public static String of(Mapping mapping) {
        if (isRowStationary(mapping)) {
            return RowStationary.parameters(mapping).toString();
        }
        String tiles = mapping.loops().stream()
                .filter(loop -> loop.place() == Place.DRAM && !loop.isOver(Dimension.G))
                .map(loop -> loop.axis() + " " + Math.min(loop.step(), loop.extent()))
                .collect(Collectors.joining(" "));
        return side(mapping.loops(), Place.ROWS) + " x " + side(mapping.loops(), Place.COLUMNS) + ", tiles " + tiles;
    }

    public static boolean isRowStationary(Mapping mapping) {
        return mapping.dataflow().equals(ROW_STATIONARY);
    }

    private static String side(List<Loop> loops, Place place) {
        String side = loops.stream()
                .filter(loop -> loop.place() == place)
                .map(loop -> loop.axis() + " " + loop.extent())
                .collect(Collectors.joining(" "));
        return side.isEmpty() ? "1" : side;
    }
}
