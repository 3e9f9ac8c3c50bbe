package io.picojoule.timing.array.detailed;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Operand;

/** Where weights wait for their pass, if anywhere: they are written there when they are fetched, and read when they are sent. */
final class WeightCounts {
    private WeightCounts() {}

    static void add(Activity.Builder activity, SpatialArray machine, long fetchedBits, long sentBits) {
        boolean hasOwn = machine.memory().weightBuffer().isPresent();
        if (hasOwn || machine.memory().weightsInGlobalBuffer()) {
            Level level = hasOwn ? Level.WEIGHT_BUFFER : Level.GLOBAL_BUFFER;
            activity.bits(Action.WRITE, Operand.WEIGHT, level, fetchedBits)
                    .bits(Action.READ, Operand.WEIGHT, level, sentBits);
        }
    }
}
