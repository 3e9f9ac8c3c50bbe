package io.picojoule.sweep.run;

import io.picojoule.sweep.SweepRow;
import java.util.List;
import java.util.function.Consumer;

/** Where points are simulated: on the cores of this machine, or on a cluster. */
public interface PointExecutor extends AutoCloseable {
    /**
     * Simulates all points of the source, and comes back when that is done.
     *
     * @param rows takes them as they come, in any order, one call at a time
     */
    void execute(PointSource points, Consumer<List<SweepRow>> rows);

    @Override
    void close();
}
