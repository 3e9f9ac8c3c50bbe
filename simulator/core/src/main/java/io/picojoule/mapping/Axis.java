package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Dimensions run through as one, the first outermost: {@code c.r.s} counts the words of a window, {@code n.p.q} output pixels. An axis of no
 * dimension has one index.
 */
public record Axis(List<Dimension> dimensions) {
    private static final Set<Dimension> REDUCED = EnumSet.of(Dimension.C, Dimension.R, Dimension.S);

    public Axis {
        dimensions = List.copyOf(dimensions);
    }

    public static Axis of(Dimension... dimensions) {
        return new Axis(List.of(dimensions));
    }

    public boolean has(Dimension dimension) {
        return dimensions.contains(dimension);
    }

    /** Whether its index selects a datum of the operand: if not, the same datum serves all along the axis. */
    public boolean indexes(Operand operand) {
        return dimensions.stream().anyMatch(operand::isIndexedBy);
    }

    /** Whether products along it are added up. */
    public boolean isReduced() {
        return dimensions.stream().anyMatch(REDUCED::contains);
    }

    /** As loop nests and files have it. */
    @Override
    public String toString() {
        return dimensions.stream()
                .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("."));
    }
}
