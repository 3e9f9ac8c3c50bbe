package io.picojoule.spark;

import io.picojoule.sweep.point.SweepJob;
import io.picojoule.sweep.run.ClusterProvider;
import io.picojoule.sweep.run.PointExecutor;

/** Opens Spark for {@code pj sweep --on}. */
public final class SparkProvider implements ClusterProvider {
    @Override
    public PointExecutor open(String master, SweepJob job) {
        return SparkExecutor.open(Master.of(master), job);
    }
}
