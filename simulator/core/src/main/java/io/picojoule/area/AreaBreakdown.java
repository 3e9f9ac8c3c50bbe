package io.picojoule.area;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Area by component, in square millimetres at the machine's node.
 *
 * @param table name of the table that it follows from; empty where it is stated
 * @param byComponent those that the machine has, in the order of {@link AreaComponent}
 */
public record AreaBreakdown(String table, Map<AreaComponent, Double> byComponent) {
    public AreaBreakdown {
        byComponent = Collections.unmodifiableMap(ordered(byComponent));
    }

    private static Map<AreaComponent, Double> ordered(Map<AreaComponent, Double> areas) {
        Map<AreaComponent, Double> ordered = new EnumMap<>(AreaComponent.class);
        ordered.putAll(areas);
        return ordered;
    }

    /** In square millimetres. */
    public double of(AreaComponent component) {
        return byComponent.getOrDefault(component, 0.0);
    }

    /** All of it, in square millimetres. */
    public double squareMillimetres() {
        double sum = 0;
        for (double area : byComponent.values()) {
            sum += area;
        }
        return sum;
    }

    /**
     * Scratchpads and buffers, in square millimetres: what the Eyeriss paper (ISCA 2016, Eq. 2) gives to each dataflow alike,
     * {@code PEs x Area(512 B of registers) + Area(PEs x 512 B of buffer)}. Machines of equal storage area keep this equal.
     */
    public double storageSquareMillimetres() {
        double sum = 0;
        for (Map.Entry<AreaComponent, Double> entry : byComponent.entrySet()) {
            sum += entry.getKey().isStorage() ? entry.getValue() : 0;
        }
        return sum;
    }
}
