package io.picojoule.area;

import io.picojoule.hardware.FeatureSize;
import io.picojoule.hardware.Interconnect;
import java.util.Map;

/**
 * What each part takes, in square micrometres at the table's own node.
 *
 * @param technology the node that the areas hold for
 * @param multiplier of integers, by bits; outside of the points with the square of the bits
 * @param adder of integers, by bits; outside of the points with the bits
 * @param layout what logic takes once it is placed, clocked and pipelined, as a multiple of multiplier, adder and vector lane
 * @param memory registers and SRAMs, by bytes; outside of the points with the bytes
 * @param control what of an array's element is neither arithmetic nor storage, by how words reach it
 * @param engineControl the same of a sparse engine's element
 * @param vectorLane a lane of the vector unit
 */
public record AreaTable(
        String name,
        String description,
        String source,
        FeatureSize technology,
        LogLogCurve multiplier,
        LogLogCurve adder,
        double layout,
        LogLogCurve memory,
        Map<Interconnect, Double> control,
        double engineControl,
        double vectorLane) {
    public AreaTable {
        control = Map.copyOf(control);
        for (Interconnect interconnect : Interconnect.values()) {
            if (!control.containsKey(interconnect)) {
                throw new IllegalArgumentException(
                        "AreaTable: control of elements with " + interconnect.key() + " is missing");
            }
        }
        if (!(layout > 0)) {
            throw new IllegalArgumentException("AreaTable: the factor of layout must be above 0");
        }
    }

    /** A multiplier for words of these widths, as wide as their geometric mean, and the adder behind it; placed, in square micrometres. */
    double mac(int inputBits, int weightBits, int partialSumBits) {
        double multiplierBits = inputBits == weightBits ? inputBits : Math.sqrt((double) inputBits * weightBits);
        return layout * (multiplier.at(multiplierBits) + adder.at(partialSumBits));
    }

    double control(Interconnect interconnect) {
        return control.getOrDefault(interconnect, 0.0);
    }
}
