package io.picojoule.timing.array.detailed;

import io.picojoule.mapping.StreamGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.workload.Operand;

/** What elements wait for while what is to wait in them is loaded. */
final class LoadCause {
    private LoadCause() {}

    static Cause of(StreamGeometry geometry) {
        if (geometry.keeps(Operand.WEIGHT)) {
            return Cause.WEIGHT_LOAD;
        }
        return geometry.keeps(Operand.INPUT) ? Cause.INPUT_FILL : Cause.PARTIAL_SUM_IN_BUS;
    }
}
