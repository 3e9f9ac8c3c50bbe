package io.picojoule.energy;

import java.util.Map;
import java.util.TreeMap;

/** Energy of an integer multiply-accumulate by its width. */
final class MacEnergy {
    private static final String INTEGER = "int";

    private MacEnergy() {}

    /**
     * The table's own figure for {@code int<bits>} where it has one; between two widths a straight line on log-log paper; outside, the
     * nearest figure scaled with the square of the width, as a multiplier's area is.
     *
     * @throws IllegalArgumentException if the table has no integer MAC at all
     */
    static double of(EnergyTable table, int bits) {
        TreeMap<Integer, Double> byBits = new TreeMap<>();
        for (Map.Entry<String, Double> entry : table.macEnergy().entrySet()) {
            if (entry.getKey().startsWith(INTEGER)) {
                byBits.put(Integer.parseInt(entry.getKey().substring(INTEGER.length())), entry.getValue());
            }
        }
        if (byBits.isEmpty()) {
            throw new IllegalArgumentException("EnergyTable: '" + table.name() + "' has no integer MAC");
        }
        Map.Entry<Integer, Double> below = byBits.floorEntry(bits);
        Map.Entry<Integer, Double> above = byBits.ceilingEntry(bits);
        if (below == null || above == null) {
            Map.Entry<Integer, Double> nearest = below == null ? byBits.firstEntry() : byBits.lastEntry();
            return nearest.getValue() * Math.pow((double) bits / nearest.getKey(), 2);
        }
        if (below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        double share = Math.log((double) bits / below.getKey()) / Math.log((double) above.getKey() / below.getKey());
        return below.getValue() * Math.pow(above.getValue() / below.getValue(), share);
    }
}
