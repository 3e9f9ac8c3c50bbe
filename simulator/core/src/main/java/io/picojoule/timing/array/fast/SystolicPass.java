package io.picojoule.timing.array.fast;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.workload.Operand;
import java.util.EnumMap;
import java.util.Map;

/** The course of a pass on a systolic array, in closed form: load, stream, and the way across the array. */
final class SystolicPass {
    private SystolicPass() {}

    static PassTiming time(StreamGeometry geometry, SpatialArray machine) {
        long load = StreamPipeline.systolicLoadCycles(geometry, machine);
        long skew = StreamPipeline.systolicSkewCycles(machine);
        long cycles = load + geometry.steps() + skew;
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        long elements = geometry.activeElements();
        long fill = fill(geometry);
        causes.put(Cause.BUSY, geometry.macs());
        causes.put(Cause.DRAIN, skew * elements - fill);
        causes.merge(Cause.INPUT_FILL, fill, Long::sum);
        causes.merge(loadCause(geometry), load * elements, Long::sum);
        return new PassTiming(cycles, weightCycles(geometry, load), causes, Map.of());
    }

    /** Element-cycles until the first words have come to each element. */
    static long fill(StreamGeometry geometry) {
        long rows = geometry.rows();
        long columns = geometry.columns();
        return columns * rows * (rows - 1) / 2 + rows * columns * (columns - 1) / 2;
    }

    /** What the elements wait for while something is loaded. */
    static Cause loadCause(StreamGeometry geometry) {
        if (geometry.keeps(Operand.WEIGHT)) {
            return Cause.WEIGHT_LOAD;
        }
        return geometry.keeps(Operand.INPUT) ? Cause.INPUT_FILL : Cause.PARTIAL_SUM_IN_BUS;
    }

    /** Until the last weight has entered: the edge is skewed by a cycle a row, or a column. */
    private static long weightCycles(StreamGeometry geometry, long load) {
        if (geometry.keeps(Operand.WEIGHT)) {
            return load;
        }
        int edge = geometry.keeps(Operand.INPUT) ? geometry.rows() : geometry.columns();
        return load + geometry.steps() + edge - 1;
    }
}
