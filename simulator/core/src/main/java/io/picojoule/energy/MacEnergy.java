package io.picojoule.energy;

import io.picojoule.hardware.NumberType;
import java.util.Map;
import java.util.TreeMap;

/**
 * Energy of an integer multiply-accumulate by the width of its operands: that of a multiplier as wide as the geometric mean of the two,
 * since an array multiplier has a cell for each pair of an input bit and a weight bit. The adder behind it goes along.
 */
final class MacEnergy {
    private static final String INTEGER = "int";

    private MacEnergy() {}

    /**
     * Of numbers of this type: the table's own figure, else that of integers of the width.
     *
     * @throws IllegalArgumentException if the table has neither
     */
    static double of(EnergyTable table, NumberType type) {
        Double stated = table.macEnergy().get(type.key());
        return stated == null ? of(table, type.bits()) : stated;
    }

    /** Whether there is a figure for any width of integers, from which the others follow. */
    static boolean hasIntegers(EnergyTable table) {
        return table.macEnergy().keySet().stream().anyMatch(key -> key.startsWith(INTEGER));
    }

    /** Of an input and a weight of these widths. */
    static double of(EnergyTable table, int inputBits, int weightBits) {
        return of(table, Math.sqrt((double) inputBits * weightBits));
    }

    /**
     * The table's own figure for {@code int<bits>} where it has one; between two widths a straight line on log-log paper; outside, the
     * nearest figure scaled with the square of the width.
     *
     * @throws IllegalArgumentException if the table has no integer MAC at all
     */
    static double of(EnergyTable table, double bits) {
        TreeMap<Double, Double> byBits = new TreeMap<>();
        for (Map.Entry<String, Double> entry : table.macEnergy().entrySet()) {
            if (entry.getKey().startsWith(INTEGER)) {
                byBits.put(Double.valueOf(entry.getKey().substring(INTEGER.length())), entry.getValue());
            }
        }
        if (byBits.isEmpty()) {
            throw new IllegalArgumentException("EnergyTable: '" + table.name() + "' has no integer MAC");
        }
        Map.Entry<Double, Double> below = byBits.floorEntry(bits);
        Map.Entry<Double, Double> above = byBits.ceilingEntry(bits);
        if (below == null || above == null) {
            Map.Entry<Double, Double> nearest = below == null ? byBits.firstEntry() : byBits.lastEntry();
            return nearest.getValue() * Math.pow(bits / nearest.getKey(), 2);
        }
        if (below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        double share = Math.log(bits / below.getKey()) / Math.log(above.getKey() / below.getKey());
        return below.getValue() * Math.pow(above.getValue() / below.getValue(), share);
    }
}
