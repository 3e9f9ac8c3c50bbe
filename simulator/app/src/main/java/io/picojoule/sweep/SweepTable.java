package io.picojoule.sweep;

import java.util.List;
import java.util.function.Consumer;

/** All rows of a sweep, which may be more than memory holds: they are read one after another. */
public interface SweepTable {
    /** What varies, in the order of {@link SweepRow#choices}. */
    List<Axis> axes();

    /** In the order of {@link SweepRow#measures}. */
    List<Measure> measures();

    /** Keys of the measures that are to be small, the first one first. */
    List<String> objectives();

    /** Every row in the order of the points, as often as it is asked for. */
    void forEach(Consumer<SweepRow> row);
}
