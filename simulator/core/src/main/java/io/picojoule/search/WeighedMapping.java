package io.picojoule.search;

import io.picojoule.mapping.Mapping;
import io.picojoule.timing.array.ArrayEstimate;
import java.util.Comparator;

/**
 * A mapping and what it is estimated to cost.
 *
 * @param cost in the unit of the objective: picojoules, cycles, their product, or bits
 * @param second what tells equal costs apart: cycles, or picojoules where the cost is in cycles
 * @param family number of its family, and
 * @param number its number there: of equals in everything the first is taken
 */
public record WeighedMapping(
        Mapping mapping, ArrayEstimate estimate, double cost, double second, int family, long number) {
    /** The best first. */
    static final Comparator<WeighedMapping> ORDER = Comparator.comparingDouble(WeighedMapping::cost)
            .thenComparingDouble(WeighedMapping::second)
            .thenComparingInt(WeighedMapping::family)
            .thenComparingLong(WeighedMapping::number);
}
