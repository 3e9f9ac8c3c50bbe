package io.picojoule.hardware;

import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Optional;

/**
 * A dataflow as a user writes it: every dimension but the groups, in one of four places.
 *
 * @param rows axes along the rows of the array, each of one dimension or of several that are run through as one
 * @param columns likewise along its columns
 * @param stream what a pass runs through, the last changing fastest
 * @param passes what is run through pass by pass
 * @param stationary what waits in the elements during a pass
 */
public record CustomLoops(
        List<List<Dimension>> rows,
        List<List<Dimension>> columns,
        List<Dimension> stream,
        List<Dimension> passes,
        Optional<Operand> stationary) {
    public CustomLoops {
        rows = rows.stream().map(List::copyOf).toList();
        columns = columns.stream().map(List::copyOf).toList();
        stream = List.copyOf(stream);
        passes = List.copyOf(passes);
    }
}
