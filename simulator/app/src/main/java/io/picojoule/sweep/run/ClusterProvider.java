package io.picojoule.sweep.run;

import io.picojoule.sweep.point.SweepJob;

/** Opens executors on a cluster; found by {@link java.util.ServiceLoader}, as the program itself carries none. */
public interface ClusterProvider {
    /**
     * An executor on the cluster of this master.
     *
     * @param master as {@code --on} has it, {@code local[2]} or {@code spark://host:7077}
     * @param job by which the workers make the sweep again
     * @throws IllegalArgumentException if the master cannot be understood or reached, with the reason in words
     */
    PointExecutor open(String master, SweepJob job);
}
