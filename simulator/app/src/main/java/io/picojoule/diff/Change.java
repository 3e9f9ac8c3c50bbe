package io.picojoule.diff;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A number before and after; null where there is none.
 */
public record Change(@Nullable Double before, @Nullable Double after) {
    boolean isMove() {
        return before == null ? after != null : !before.equals(after);
    }

    /** How much more it is; what is not there counts 0. */
    public double difference() {
        return (after == null ? 0 : after) - (before == null ? 0 : before);
    }

    /** The difference as a part of the number before; nothing where one of the numbers is missing or the first is 0. */
    public OptionalDouble relative() {
        return before == null || after == null || before == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(difference() / Math.abs(before));
    }
}
