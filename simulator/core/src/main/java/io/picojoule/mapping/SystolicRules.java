package io.picojoule.mapping;

import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Optional;

/** What a systolic array can do: an operand enters at one edge, and each element hands it on to one neighbour. */
final class SystolicRules {
    private SystolicRules() {}

    /** Why not, if it cannot. */
    static Optional<String> obstacle(StreamRule rule) {
        if (rule.stationary().isEmpty()) {
            return Optional.of("a systolic array keeps one operand in its elements, and this dataflow none");
        }
        boolean fits = switch (rule.stationary().get()) {
            case WEIGHT -> are(rule.rows(), true, Operand.INPUT) && are(rule.columns(), false, Operand.INPUT);
            case INPUT -> are(rule.rows(), true, Operand.WEIGHT) && are(rule.columns(), false, Operand.WEIGHT);
            case PARTIAL_SUM, OUTPUT ->
                are(rule.rows(), false, Operand.WEIGHT) && are(rule.columns(), false, Operand.INPUT);
        };
        return fits
                ? Optional.empty()
                : Optional.of(
                        "on a systolic array what streams in at the rows must not differ along the columns, nor the "
                                + "other way round: windows (c r s) run down the rows and filters, or pixels, across the columns; "
                                + "with outputs stationary, pixels down the rows and filters across the columns");
    }

    /** Whether all axes are reduced, or none is; none of the latter may index {@code other}. */
    private static boolean are(List<Axis> axes, boolean reduced, Operand other) {
        return axes.stream().allMatch(axis -> axis.isReduced() == reduced && (reduced || !axis.indexes(other)));
    }
}
