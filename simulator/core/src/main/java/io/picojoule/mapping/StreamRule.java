package io.picojoule.mapping;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a dataflow lays where when words stream past an array: each dimension but the groups, which run one after another, is in exactly one
 * axis. A pass is one place of {@code passes} and a part of the spatial axes, and runs through the whole of {@code stream}, a step an index.
 *
 * @param dataflow its key
 * @param rows side by side along the rows of the array, outermost first
 * @param columns side by side along its columns
 * @param stream one after another in a pass
 * @param passes a pass after another
 * @param stationary what waits in the processing elements during a pass; nothing if all operands come anew in each step
 */
public record StreamRule(
        String dataflow, List<Axis> rows, List<Axis> columns, Axis stream, Axis passes, Optional<Operand> stationary) {
    private static final Set<Dimension> PIXELS = EnumSet.of(Dimension.N, Dimension.P, Dimension.Q);

    public StreamRule {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        List<Dimension> all = new ArrayList<>();
        rows.forEach(axis -> all.addAll(axis.dimensions()));
        columns.forEach(axis -> all.addAll(axis.dimensions()));
        all.addAll(stream.dimensions());
        all.addAll(passes.dimensions());
        for (Dimension dimension : Dimension.values()) {
            int wanted = dimension == Dimension.G ? 0 : 1;
            if (Collections.frequency(all, dimension) != wanted) {
                throw new IllegalArgumentException("StreamRule: " + Axis.of(dimension) + " stands in "
                        + Collections.frequency(all, dimension) + " axes, not in " + wanted);
            }
        }
        for (Axis axis : concat(rows, columns)) {
            boolean ofPixels = PIXELS.containsAll(axis.dimensions());
            boolean ofWindow = EnumSet.of(Dimension.C, Dimension.R, Dimension.S).containsAll(axis.dimensions());
            if (axis.dimensions().isEmpty() || !(ofPixels || ofWindow || axis.equals(Axis.of(Dimension.M)))) {
                throw new IllegalArgumentException("StreamRule: the spatial axis " + axis
                        + " mixes output pixels (n p q), words of a window (c r s) and filters (m)");
            }
        }
        boolean keepsSums = stationary.equals(Optional.of(Operand.OUTPUT));
        if (stream.isReduced() && !keepsSums) {
            throw new IllegalArgumentException(
                    "StreamRule: while words of a window (c r s) stream, the output must be stationary");
        }
        stationary.ifPresent(operand -> {
            if (stream.indexes(operand)) {
                throw new IllegalArgumentException(
                        "StreamRule: no " + operand.key() + " waits while " + stream + " streams");
            }
        });
    }

    private static List<Axis> concat(List<Axis> one, List<Axis> other) {
        List<Axis> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** All spatial axes: those of the rows, then those of the columns. */
    public List<Axis> spatial() {
        return concat(rows, columns);
    }

    /** Where among the {@link #spatial} axes that of this dimension alone is; -1 if there is none. A search asks for every tile. */
    int spatialAxisOf(Dimension dimension) {
        for (int axis = 0; axis < rows.size() + columns.size(); axis++) {
            Axis each = axis < rows.size() ? rows.get(axis) : columns.get(axis - rows.size());
            if (each.isOnly(dimension)) {
                return axis;
            }
        }
        return -1;
    }

    public boolean keeps(Operand operand) {
        return stationary.isPresent() && stationary.get() == operand;
    }

    /**
     * Whether neighbours pass inputs on, as windows of neighbouring outputs share them: output rows or columns are side by side, each an axis of
     * its own, and the window is run through last filter column first.
     */
    boolean slides() {
        List<Dimension> streamed = stream.dimensions();
        int size = streamed.size();
        boolean ofWindow = size >= 2 && streamed.get(size - 2) == Dimension.R && streamed.get(size - 1) == Dimension.S;
        List<Axis> spatial = spatial();
        return ofWindow && (spatial.contains(Axis.of(Dimension.P)) || spatial.contains(Axis.of(Dimension.Q)));
    }
}
