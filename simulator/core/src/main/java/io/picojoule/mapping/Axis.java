package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Dimensions run through as one, the first outermost: {@code c.r.s} counts the words of a window, {@code n.p.q} output pixels. An axis of no
 * dimension has one index.
 */
public final class Axis {
    private static final Set<Dimension> REDUCED = EnumSet.of(Dimension.C, Dimension.R, Dimension.S);

    /** By dimension. */
    private static final Axis[] SINGLE = Arrays.stream(Dimension.values())
            .map(dimension -> new Axis(List.of(dimension)))
            .toArray(Axis[]::new);

    private final List<Dimension> dimensions;
    private final int hash;
    /** By operand; a search asks millions of times. */
    private final boolean[] indexes = new boolean[Operand.values().length];

    private final boolean reduced;

    public Axis(List<Dimension> dimensions) {
        this.dimensions = List.copyOf(dimensions);
        int ordinals = 1;
        for (Dimension dimension : dimensions) {
            ordinals = 31 * ordinals + dimension.ordinal();
        }
        this.hash = ordinals;
        for (Operand operand : Operand.values()) {
            indexes[operand.ordinal()] = dimensions.stream().anyMatch(operand::isIndexedBy);
        }
        this.reduced = dimensions.stream().anyMatch(REDUCED::contains);
    }

    public static Axis of(Dimension... dimensions) {
        return new Axis(List.of(dimensions));
    }

    public static Axis of(Dimension dimension) {
        return SINGLE[dimension.ordinal()];
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }

    public boolean has(Dimension dimension) {
        return dimensions.contains(dimension);
    }

    /** Whether products along this dimension are added up. */
    static boolean isReduced(Dimension dimension) {
        return REDUCED.contains(dimension);
    }

    /** Whether it is this dimension alone. */
    boolean isOnly(Dimension dimension) {
        return dimensions.size() == 1 && dimensions.get(0) == dimension;
    }

    /** Whether its index selects a datum of the operand: if not, the same datum serves all along the axis. */
    public boolean indexes(Operand operand) {
        return indexes[operand.ordinal()];
    }

    /** Whether products along it are added up. */
    public boolean isReduced() {
        return reduced;
    }

    @Override
    public boolean equals(Object object) {
        return this == object || object instanceof Axis other && dimensions.equals(other.dimensions);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** As loop nests and files have it. */
    @Override
    public String toString() {
        return dimensions.stream()
                .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("."));
    }
}
